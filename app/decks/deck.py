"""A story in one language, ready to be shown, spoken, printed or put into another program's slides."""

from dataclasses import dataclass

from app.charts.scene import Scene
from app.model.story import SlideKind
from app.model.text import Lang


@dataclass(frozen=True)
class Evidence:
    """A figure or milestone that a slide shows or speaks of, with what was printed; `note` is what to beware of.

    `printed` is empty for a computed value; it is Chinese in either language.
    """

    id: str
    name: str
    label: str
    period: str
    definition: str
    printed: str
    source: str
    note: str
    href: str


@dataclass(frozen=True)
class Exhibit:
    """A chart on a slide. `highlight` are ids of its points or events; none means that all are alike."""

    scene: Scene
    highlight: frozenset[str] = frozenset()
    reveal: bool = False


@dataclass(frozen=True)
class Article:
    """An article that the story rests on, its date, and how the date was established."""

    title: str
    published: str
    dating: str
    href: str


@dataclass(frozen=True)
class Slide:
    """One slide, its references written out.

    chart, timeline, figure, facts: one exhibit; two_charts: two, the first on the left or above; others: none.
    The scene of a figure or facts slide is made for the slide: its title is the headline, its subtitle is empty.
    `cautions` are the notes of the charts: what must be said when they are shown. `href` is where the slide leads.
    """

    id: str
    number: int
    kind: SlideKind
    headline: str
    text: str
    exhibits: tuple[Exhibit, ...]
    notes: tuple[str, ...]
    cautions: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    #: Of the whole story on slides that quote nothing.
    source_line: str
    href: str


@dataclass(frozen=True)
class Deck:
    """A whole story in one language. `reach` is up to when the data go; `href` is the page of the story."""

    id: str
    lang: Lang
    title: str
    summary: str
    minutes: int
    site_name: str
    reach: str
    href: str
    slides: tuple[Slide, ...]
    articles: tuple[Article, ...]
