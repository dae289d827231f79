"""A page as a reader's program sees it: elements with their attributes, their text and the language it is in."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"base", "meta", "link", "br", "img", "input", "hr"}
_UNREAD = {"script", "style"}


@dataclass
class Element:
    """One element; `lang` is its own or the nearest around it.

    `text` is everything written in it, without what is drawn or quoted in it (svg, or an element with its own lang).
    """

    tag: str
    attributes: dict[str, str]
    lang: str
    #: The tags around it, the outermost first.
    around: tuple[str, ...]
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.pieces).split())


class Reading(HTMLParser):
    """All elements of a page in order, and every piece of text with its language."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.texts: list[tuple[str, str]] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()
        assert not self._open, f"never closed: {[each.tag for each in self._open]}"

    def all(self, tag: str, **wanted: str) -> list[Element]:
        return [each for each in self.elements if each.tag == tag and wanted.items() <= each.attributes.items()]

    def one(self, tag: str, **wanted: str) -> Element:
        (found,) = self.all(tag, **wanted)
        return found

    @property
    def title(self) -> str:
        """The page's own; drawings have theirs too."""
        return self.all("title")[0].text

    def spoken(self) -> Iterator[tuple[str, str]]:
        """Every text a reader meets with its language: written, or in an attribute that is read out."""
        yield from self.texts
        for each in self.elements:
            for name in ("aria-label", "data-evidence", "data-hint", "content", "alt"):
                if each.attributes.get(name):
                    yield each.attributes[name], each.lang

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        outer = self._open[-1].lang if self._open else ""
        around = tuple(each.tag for each in self._open)
        element = Element(tag, attributes, attributes.get("lang", outer), around)
        self.elements.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        last = self._open.pop()
        assert last.tag == tag, f"</{tag}> closes <{last.tag}>"

    def handle_data(self, data: str) -> None:
        apart = max((at for at, each in enumerate(self._open) if "lang" in each.attributes), default=0)
        for each in self._open[apart:]:
            each.pieces.append(data)
        if self._open and data.strip() and self._open[-1].tag not in _UNREAD:
            self.texts.append((data, self._open[-1].lang))
