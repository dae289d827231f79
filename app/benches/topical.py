"""The workbench over a topic's indicators: one over time, broken down, and set beside others."""

from collections.abc import Iterable, Mapping

from app.benches.bench import Control, Panel, ViewModel, control
from app.charts.registry import build_scene
from app.charts.scene import Scene
from app.charts.spec import ChartSpec
from app.data import topic_panels as panels
from app.data.page_query import Choice, PageKind, PageQuery, query_of, topic_and_indicator
from app.model.text import Lang
from app.site import Site
from app.strings import word

#: The three panels in their order: what each shows, the word it is headed by, the sentence where nothing is printed.
_PANELS: Mapping[str, tuple[panels.Choose, str, str]] = {
    "series": (panels.over_time, "over_time", "no_series"),
    "breakdown": (panels.breakdown, "breakdown", "no_breakdown"),
    "comparison": (panels.comparison, "comparison", "no_comparison"),
}


def topical(site: Site, page_query: PageQuery, lang: Lang) -> ViewModel:
    """The bench of the overview or of a topic; where the articles print nothing, a scene is its `empty` sentence."""
    topic, indicator = topic_and_indicator(site.catalog, page_query)
    title = site.catalog.overview.name
    if page_query.place.kind is PageKind.TOPIC:
        title = site.catalog.topics[page_query.place.name].name
    return ViewModel(
        place=page_query.place,
        title=title[lang],
        query=query_of((topic, indicator)),
        controls=tuple(_controls(site, topic, indicator, lang)),
        panels=tuple(Panel(name, _scene(site, indicator.chosen, lang, *rest)) for name, rest in _PANELS.items()),
    )


def _controls(site: Site, topic: Choice, indicator: Choice, lang: Lang) -> Iterable[Control]:
    if len(topic.values) > 1:
        names = {name: record.name[lang] for name, record in site.catalog.topics.items()}
        yield control(topic, word("choose_topic", lang), names)
    labels = {name: site.catalog.indicators[name].label(lang) for name in indicator.values}
    yield control(indicator, word("choose_indicator", lang), labels)


def _scene(site: Site, chosen: str, lang: Lang, choose: panels.Choose, heading: str, nothing: str) -> Scene:
    panel = choose(site.catalog, site.data, chosen)
    indicator = site.catalog.indicators[panel.indicator]
    spec = ChartSpec(
        chart_id=f"{heading}-{panel.indicator}",
        kind=panel.kind,
        lang=lang,
        title=f"{indicator.name[lang]}{lang.colon}{word(heading, lang)}",
        subtitle=indicator.description[lang],
        data=panel.data,
        label_by=panel.label_by,
        every=site.data,
        empty=word(nothing, lang),
    )
    return build_scene(spec)
