"""The workbench of indicators put together by the reader: the honest views of them, and why others are refused."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.benches.bench import Panel, ViewModel
from app.charts.base_scene import DishonestChartError
from app.charts.registry import build_scene
from app.charts.scene import Scene
from app.charts.spec import ChartSpec
from app.data.explore import MOST_INDICATORS, ExploreOffer, ExploreView, Refused, offer
from app.data.page_query import PageQuery, indicators_of
from app.model.chart import ChartKind, LabelBy
from app.model.text import Lang
from app.site import Site
from app.strings import word

#: The name in the address under which each chosen indicator stands.
INDICATOR = "i"


@dataclass(frozen=True)
class ExploredFigure:
    """A view of all the indicators at once, with what must be known of it."""

    panel: Panel
    notes: tuple[str, ...]


@dataclass(frozen=True)
class ExploreBench(ViewModel):
    """`unknown` were asked for and are not there; `known` are all that are, of which the first twelve are chosen."""

    chosen: tuple[str, ...]
    known: tuple[str, ...]
    unknown: tuple[str, ...]
    together: tuple[ExploredFigure, ...]
    refused: tuple[Refused, ...]
    apart: tuple[Panel, ...]


def explore_bench(site: Site, page_query: PageQuery, lang: Lang) -> ExploreBench:
    """The bench for the indicators asked for; unknown ones are left out, as are those past the twelfth."""
    asked = [name for name in page_query.all(INDICATOR) if name]
    known = tuple(name for name in asked if name in site.catalog.indicators)
    chosen = _in_shelf_order(site, known[:MOST_INDICATORS])
    offered = _offer(site, chosen)
    together, more = _drawn(site, offered.together, lang)
    apart = tuple(Panel(f"alone-{view.data[0].indicator_id}", _alone(site, view, lang)) for view in offered.apart)
    return ExploreBench(
        place=page_query.place,
        title=word("explore", lang),
        query=tuple((INDICATOR, name) for name in chosen),
        controls=(),
        panels=(*(shown.panel for shown in together), *apart),
        chosen=chosen,
        known=known,
        unknown=tuple(name for name in asked if name not in known),
        together=together,
        refused=(*offered.refused, *more),
        apart=apart,
    )


def _in_shelf_order(site: Site, names: Sequence[str]) -> tuple[str, ...]:
    """As the boxes stand in the form, which knows no other order."""
    topics = list(site.catalog.topics)
    used = sorted({site.catalog.indicators[name].topic for name in names}, key=topics.index)
    return tuple(name for topic in used for name in indicators_of(site.catalog, topic) if name in names)


def _offer(site: Site, chosen: Sequence[str]) -> ExploreOffer:
    indicators = site.catalog.indicators
    own = {name: tuple(site.data[o.id] for o in indicators[name].observations) for name in chosen}
    return offer(chosen, own) if chosen else ExploreOffer((), (), ())


def _drawn(
    site: Site, views: Sequence[ExploreView], lang: Lang
) -> tuple[tuple[ExploredFigure, ...], tuple[Refused, ...]]:
    """What can be drawn, and what the chart's own rules refuse."""
    shown: list[ExploredFigure] = []
    refused: list[Refused] = []
    for view in views:
        try:
            scene = build_scene(_question(site, view, lang, title=word(view.name, lang), subtitle=_names(view, lang)))
        except DishonestChartError as refusal:
            refused.append(Refused(view.name, refusal.sentence))
        else:
            panel = Panel(view.name.replace("_", "-"), scene)
            shown.append(ExploredFigure(panel, tuple(note[lang] for note in view.notes)))
    return tuple(shown), tuple(refused)


def _alone(site: Site, view: ExploreView, lang: Lang) -> Scene:
    """One indicator's own chart; where its kind refuses the figures, a table of them."""
    indicator = view.data[0].indicator
    spec = _question(site, view, lang, title=indicator.name[lang], subtitle=indicator.description[lang])
    try:
        return build_scene(spec)
    except DishonestChartError:
        return build_scene(replace(spec, kind=ChartKind.FACTS, label_by=LabelBy.DEFINITION))


def _question(site: Site, view: ExploreView, lang: Lang, *, title: str, subtitle: str) -> ChartSpec:
    names = dict.fromkeys(datum.indicator_id for datum in view.data)
    return ChartSpec(
        chart_id=f"{view.name.replace('_', '-')}-{'-'.join(names)}"[:64],
        kind=view.kind,
        lang=lang,
        title=title,
        subtitle=subtitle,
        data=view.data,
        label_by=view.label_by,
        every=site.data,
    )


def _names(view: ExploreView, lang: Lang) -> str:
    names = dict.fromkeys(datum.indicator.label(lang) for datum in view.data)
    return lang.list_comma.join(names)
