"""What every workbench is: controls, and scenes in panels."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.charts.scene import Scene
from app.data.page_query import Choice, PageRef
from app.model.text import Lang
from app.strings import word
from app.urls import Query


@dataclass(frozen=True)
class Option:
    """One entry of a control."""

    value: str
    label: str


@dataclass(frozen=True)
class Control:
    """`name` is what the address calls it; `is_changed` where what is chosen is not the default."""

    name: str
    label: str
    options: tuple[Option, ...]
    chosen: str
    is_changed: bool = False

    @property
    def words(self) -> str:
        """The label of what is chosen."""
        return next(option.label for option in self.options if option.value == self.chosen)


def control(choice: Choice, label: str, words: Mapping[str, str]) -> Control:
    """The control of a choice; `words` has the words of each of its values."""
    options = tuple(Option(value, words[value]) for value in choice.values)
    return Control(choice.name, label, options, choice.chosen, is_changed=choice.is_changed)


def every_or_one(name: str, label: str, values: Mapping[str, str], *, chosen: str, lang: Lang) -> Control:
    """A select over `values` (value → words) and all of them; what is chosen must be one of them or empty."""
    options = (Option("", word("all", lang)), *(Option(value, words) for value, words in values.items()))
    return Control(name, label, options, chosen)


@dataclass(frozen=True)
class Panel:
    """A scene and the name of the figure it is drawn in, one of its kind on a page."""

    name: str
    scene: Scene


@dataclass(frozen=True)
class ViewModel:
    """What a workbench shows. `title` heads the page; `query` is what differs from the page's default."""

    place: PageRef
    title: str
    query: Query
    controls: tuple[Control, ...]
    panels: tuple[Panel, ...]


@dataclass(frozen=True)
class LivePage:
    """What of a page follows a choice: its bench, what the window is called, and the HTML of its parts by name."""

    bench: ViewModel
    title: str
    parts: Mapping[str, str]
