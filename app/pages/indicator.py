"""One indicator: what it counts, every figure of it with its definition and bound, the charts that show it."""

from dataclasses import dataclass

from werkzeug.exceptions import NotFound

from app.data.board_selection import INDICATOR
from app.data.comparable import latest, results, same_definition
from app.data.datum import Datum
from app.pages.chart import topic_link
from app.pages.evidence import IndicatorRow, indicator_row
from app.pages.frame import Link, PageFrame
from app.pages.route import route
from app.urls import RULES


@dataclass(frozen=True)
class IndicatorContent:
    """An indicator. `latest` are its newest figures, `figures` all of them, the earliest first."""

    id: str
    name: str
    description: str
    topic: Link
    measure: str
    aliases: str
    latest: tuple[IndicatorRow, ...]
    figures: list[IndicatorRow]
    note: str
    definitions: tuple[tuple[str, str], ...]
    charts: tuple[Link, ...]
    board: str


@route(RULES.indicator_page("<indicator_id>"))
def indicator_page(page: PageFrame, indicator_id: str) -> str:
    """The page of an indicator."""
    catalog, lang = page.site.catalog, page.lang
    if indicator_id not in catalog.indicators:
        raise NotFound
    indicator = catalog.indicators[indicator_id]
    own = tuple(page.site.data[o.id] for o in indicator.observations)
    reason = same_definition(own)
    aliases = indicator.aliases.zh if lang == "zh" else indicator.aliases.en
    return page.write(
        "indicator.html",
        IndicatorContent(
            id=indicator_id,
            name=indicator.name[lang],
            description=indicator.description[lang],
            topic=topic_link(page, indicator.topic),
            measure=catalog.measures[indicator.measures].name[lang],
            aliases=lang.list_comma.join(aliases),
            latest=tuple(indicator_row(datum, lang) for datum in latest(results(own))),
            figures=[indicator_row(datum, lang) for datum in sorted(own, key=_time)],
            note=page.word("board_definitions_differ") if reason is not None else "",
            definitions=tuple((each.name[lang], each.text[lang]) for each in indicator.definitions.values()),
            charts=_charts(page, own),
            board=page.urls.board(query=((INDICATOR, indicator_id),)),
        ),
        title=indicator.name[lang],
        description=indicator.description[lang],
    )


def _time(datum: Datum) -> tuple[int, int]:
    """By the end of its period; of two that end together the shorter first, so that a year follows its quarter."""
    period = datum.observation.period
    return period.end.toordinal(), -period.start.toordinal()


def _charts(page: PageFrame, own: tuple[Datum, ...]) -> tuple[Link, ...]:
    """Every chart that shows one of the figures, those of all of them first."""
    names = [name for datum in own for name in page.site.charts_of(datum.id)]
    ordered = sorted(dict.fromkeys(names), key=lambda name: -names.count(name))
    return tuple(Link(page.urls.chart(name), page.site.catalog.charts[name].title[page.lang]) for name in ordered)
