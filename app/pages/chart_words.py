"""What stands under a chart in words: the definitions of its figures, and the articles they come from."""

from dataclasses import dataclass

from app import urls
from app.pages.frame import Link, PageFrame
from app.query.origin import source_ids
from app.scene.scene import Scene
from app.wording import period


@dataclass(frozen=True)
class Term:
    """A definition with its explanation."""

    name: str
    text: str


def definitions(page: PageFrame, scene: Scene) -> list[Term]:
    """Those of the figures shown, each once."""
    shown = [page.site.readings[point.id] for point in scene.points]
    terms = [Term(reading.definition.name[page.lang], reading.definition.text[page.lang]) for reading in shown]
    return list(dict.fromkeys(terms))


def sources(page: PageFrame, scene: Scene) -> list[Link]:
    """The articles behind the chart, with their dates; those of computed values are the articles of their parts."""
    lang, catalog = page.lang, page.site.catalog
    shown = [page.site.readings[point.id] for point in scene.points]
    ids = [name for reading in shown for name in source_ids(reading, page.site.readings)]
    ids += [catalog.milestone_by_id[event.id].source for event in scene.events]
    found = {name: catalog.sources[name] for name in dict.fromkeys(ids)}
    return [
        Link(urls.source(lang, name), source.title[lang], more=period(source.published, source.published_basis, lang))
        for name, source in found.items()
    ]
