"""What stands under a chart in words: the definitions of its figures, and the articles they come from."""

from dataclasses import dataclass

from app.charts.scene import Scene
from app.data.printed_sources import source_ids
from app.pages.frame import Link, PageFrame
from app.quantities.period_text import period_text


@dataclass(frozen=True)
class DefinitionTerm:
    """A definition with its explanation."""

    name: str
    text: str


def definition_terms(page: PageFrame, scene: Scene) -> list[DefinitionTerm]:
    """Those of the figures shown, each once."""
    shown = [page.site.data[point.id] for point in scene.points]
    terms = [DefinitionTerm(datum.definition.name[page.lang], datum.definition.text[page.lang]) for datum in shown]
    return list(dict.fromkeys(terms))


def source_links(page: PageFrame, scene: Scene) -> list[Link]:
    """The articles behind the chart, with their dates; those of computed values are the articles of their parts."""
    lang, catalog = page.lang, page.site.catalog
    shown = [page.site.data[point.id] for point in scene.points]
    ids = [name for datum in shown for name in source_ids(datum, page.site.data)]
    ids += [catalog.milestone_by_id[event.id].source for event in scene.events]
    found = {name: catalog.sources[name] for name in dict.fromkeys(ids)}
    return [
        Link(
            page.urls.source(name),
            source.title[lang],
            more=period_text(source.published, source.published_basis, lang).text,
        )
        for name, source in found.items()
    ]
