"""The workbench over a topic's indicators: one over time, broken down, and set beside others."""

from collections.abc import Iterable, Mapping

from app.benches.bench import Bench, Panel
from app.benches.control import Control, control
from app.model.text import Lang
from app.query import bench as panels
from app.query.choice import Choice, query_of
from app.query.place import PageKind
from app.query.topical import topic_and_indicator
from app.query.wish import Wish
from app.scene.build import build
from app.scene.question import Question
from app.scene.scene import Scene
from app.site import Site
from app.strings import word

#: The three panels in their order: what each shows, the word it is headed by, the sentence where nothing is printed.
_PANELS: Mapping[str, tuple[panels.Choose, str, str]] = {
    "series": (panels.over_time, "over_time", "no_series"),
    "breakdown": (panels.breakdown, "breakdown", "no_breakdown"),
    "comparison": (panels.comparison, "comparison", "no_comparison"),
}


def topical(site: Site, wish: Wish, lang: Lang) -> Bench:
    """The bench of the overview or of a topic; where the articles print nothing, a scene is its `empty` sentence."""
    topic, indicator = topic_and_indicator(site.catalog, wish)
    title = site.catalog.overview.name
    if wish.place.kind is PageKind.TOPIC:
        title = site.catalog.topics[wish.place.name].name
    return Bench(
        place=wish.place,
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
    panel = choose(site.catalog, site.readings, chosen)
    indicator = site.catalog.indicators[panel.indicator]
    question = Question(
        chart_id=f"{heading}-{panel.indicator}",
        kind=panel.kind,
        lang=lang,
        title=f"{indicator.name[lang]}{'：' if lang == 'zh' else ': '}{word(heading, lang)}",
        subtitle=indicator.description[lang],
        readings=panel.readings,
        label_by=panel.label_by,
        every=site.readings,
        empty=word(nothing, lang),
    )
    return build(question)
