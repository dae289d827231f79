"""Every chart and view as a slide, in both languages, written once: all of a language in one file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pytest

from app.charts.scene import Scene
from app.decks import deck as decks
from app.model.chart import ChartKind
from app.model.text import LANGS, Lang
from app.renderers.pptx.deck import write_pptx
from app.site import Site
from tests.renderers.pptx.opened import Chart, Opened, Slide, opened

#: Milestones hold no figures, and the longest of them takes a second; two stand for all.
_EVENTS = ("clusters-milestones", "biomed-milestones")


@dataclass(frozen=True)
class Shown:
    """A chart or view: what it should say, and the slides that say it."""

    name: str
    view: str
    lang: Lang
    wanted: decks.Slide
    slides: tuple[Slide, ...]

    @property
    def scene(self) -> Scene:
        return self.wanted.exhibits[0].scene

    @property
    def charts(self) -> tuple[Chart, ...]:
        return tuple(chart for slide in self.slides for chart in slide.charts)


@pytest.fixture(scope="session")
def files(real_site: Site) -> Mapping[Lang, Opened]:
    """By language, all charts in one file."""
    return {lang: _file(real_site, lang) for lang in LANGS}


@pytest.fixture(scope="session")
def shown(real_site: Site, files: Mapping[Lang, Opened]) -> Sequence[Shown]:
    return [each for lang in LANGS for each in _shown(real_site, lang, list(files[lang].slides))]


def _chosen(site: Site) -> Iterator[tuple[str, str]]:
    for name, chart in site.catalog.charts.items():
        if chart.kind is not ChartKind.EVENTS or name in _EVENTS:
            yield from ((name, view) for view in ("", *chart.views))


def _file(site: Site, lang: Lang) -> Opened:
    made = [site.chart_deck(name, lang, view) for name, view in _chosen(site)]
    whole = replace(made[0], slides=tuple(slide for deck in made for slide in deck.slides))
    return opened(write_pptx(whole, site.edition(lang)))


def _shown(site: Site, lang: Lang, slides: list[Slide]) -> Iterator[Shown]:
    """Each takes the next slide, and those that go on with it: their titles are counted."""
    for name, view in _chosen(site):
        (wanted,) = site.chart_deck(name, lang, view).slides
        taken = [slides.pop(0)]
        while slides and taken[0].title != wanted.headline and slides[0].title.startswith(wanted.headline):
            taken.append(slides.pop(0))
        yield Shown(name, view, lang, wanted, tuple(taken))
    assert slides == []
