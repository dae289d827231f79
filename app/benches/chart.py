"""The workbench of one chart: its own figures, narrowed, or those of an indicator beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.benches.bench import Bench, Panel
from app.benches.chart_controls import Wording
from app.benches.control import Control
from app.model.chart import Chart, Kind, LabelBy
from app.model.text import Lang
from app.query import narrowing
from app.query.choice import Choice, query_of
from app.query.eventful import narrow_events
from app.query.explore import telling
from app.query.narrowing import Narrowed, narrow
from app.query.neighbours import indicators_in, neighbours
from app.query.shares import in_percent
from app.query.topical import INDICATOR
from app.query.wish import Wish
from app.scene.build import build
from app.scene.events import event, in_order
from app.scene.question import Question
from app.scene.refusal import DishonestChartError
from app.scene.scene import Scene
from app.site import Site

#: The one panel of a chart's page.
PANEL = "chart"
#: The id of the unit in which counts are given as shares.
_PERCENT = "percent"


@dataclass(frozen=True)
class ChartBench(Bench):
    """`scene` is the chart as chosen; a chart of which nothing can be chosen has no controls."""

    scene: Scene


def chart(site: Site, wish: Wish, lang: Lang) -> ChartBench:
    """The bench of a chart or one of its views; raises KeyError for unknown ids."""
    question = site.question(wish.place.name, lang, wish.place.view)
    choices, asked = (_events if question.kind is Kind.EVENTS else _figures)(site, wish, question)
    words = Wording(site.catalog, lang, own=question.readings, shown=asked.readings)
    shown = tuple(map(words.control, choices))
    query = query_of(choices)
    scene = build(_headed(site, wish, asked, shown) if query else question)
    return ChartBench(wish.place, scene.title, query, shown, (Panel(PANEL, scene),), scene)


def _figures(site: Site, wish: Wish, question: Question) -> tuple[tuple[Choice, ...], Question]:
    record = site.catalog.charts[wish.place.name]
    found = narrow(
        wish,
        record.kind,
        question.readings,
        _others(site, wish, record),
        honest=lambda readings: _is_honest(replace(question, readings=readings)),
        in_percent=lambda readings: in_percent(readings, site.readings, site.catalog.units[_PERCENT]),
    )
    return found.choices, _asked(question, found)


def _others(site: Site, wish: Wish, record: Chart) -> Mapping[str, narrowing.Readings]:
    selection = record.views[wish.place.view].select if wish.place.view else record.select
    return neighbours(site.catalog, site.readings, record, indicators_in(site.catalog, selection))


def _is_honest(question: Question) -> bool:
    try:
        build(question)
    except DishonestChartError:
        return False
    return True


def _asked(question: Question, found: Narrowed) -> Question:
    """The chart's words belong to its own figures; an indicator beside it brings its own."""
    own = {reading.indicator_id for reading in question.readings}
    asked = replace(question, readings=found.readings, step=found.step)
    if found.readings[0].indicator_id in own:
        return asked
    by = LabelBy.PERIOD if question.kind is Kind.SERIES else telling(found.readings)
    return replace(asked, caveats=(), label_by=by)


def _events(site: Site, wish: Wish, question: Question) -> tuple[tuple[Choice, ...], Question]:
    own = tuple(site.catalog.milestone_by_id[event.id] for event in question.events)
    rows, choices = narrow_events(wish, own)
    kept = in_order(tuple(event(row, site.catalog, question.lang) for row in rows))
    return choices, replace(question, events=kept)


def _headed(site: Site, wish: Wish, question: Question, shown: tuple[Control, ...]) -> Question:
    """Under a neutral title, with what was chosen in the subtitle."""
    record, lang = site.catalog.charts[wish.place.name], question.lang
    title = (record.views[wish.place.view].title if wish.place.view else record.title)[lang]
    subtitle = question.subtitle
    indicator = next((each.chosen for each in shown if each.name == INDICATOR and each.chosen), "")
    if indicator:
        chosen_one = site.catalog.indicators[indicator]
        title, subtitle = chosen_one.name[lang], chosen_one.description[lang]
    return replace(question, title=site.quote(title, lang), subtitle=" · ".join((subtitle, *_said(shown, lang))))


def _said(shown: tuple[Control, ...], lang: Lang) -> list[str]:
    colon = "：" if lang == "zh" else ": "
    return [f"{each.label}{colon}{each.words}" for each in shown if each.is_changed and each.name != INDICATOR]
