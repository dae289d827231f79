"""Text of several lines, one under the other."""

from dataclasses import dataclass

from app.charts.geometry.glyphs import width, wrap
from app.charts.layout import Role, Words

#: Longer texts are read as text, and keep their full lines.
_FEW = 3


@dataclass(frozen=True)
class Style:
    """How a paragraph is set; `leading` is the distance of its lines."""

    role: Role
    size: float = 13
    bold: bool = False

    @property
    def leading(self) -> float:
        return round(self.size * 1.4)


@dataclass(frozen=True)
class Paragraph:
    """Broken lines in one style; `widest` is the room they take across, `height` the room down."""

    lines: tuple[str, ...]
    style: Style

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading

    @property
    def widest(self) -> float:
        return max((width(line, self.style.size, self.style.bold) for line in self.lines), default=0)

    def words(self, x: float, top: float, *, point: str = "", anchor: str = "start") -> tuple[Words, ...]:
        """The lines with the first one's upper edge at `top`."""
        style = self.style
        return tuple(
            Words(
                x,
                top + style.size + n * style.leading,
                line,
                style.role,
                style.size,
                anchor=anchor,
                bold=style.bold,
                point=point,
            )
            for n, line in enumerate(self.lines)
        )


def paragraph(text: str, style: Style, limit: float) -> Paragraph:
    """`text` broken to `limit` pixels; nothing for an empty text."""
    return Paragraph(_even_lines(text, style, limit) if text else (), style)


def _even_lines(text: str, style: Style, limit: float) -> tuple[str, ...]:
    """Two or three lines of like length instead of a full one and a stray word."""
    lines = wrap(text, style.size, limit, bold=style.bold)
    for narrower in range(int(limit) - 8, int(limit / 2), -8) if 2 <= len(lines) <= _FEW else ():
        tried = wrap(text, style.size, narrower, bold=style.bold)
        if len(tried) > len(lines):
            break
        lines = tried
    return lines


@dataclass(frozen=True)
class TextColumn:
    """Paragraphs one under the other."""

    paragraphs: tuple[Paragraph, ...]

    @property
    def height(self) -> float:
        return sum(each.height for each in self.paragraphs)

    @property
    def widest(self) -> float:
        return max((each.widest for each in self.paragraphs), default=0)

    def words(self, x: float, top: float, *, point: str = "", anchor: str = "start") -> tuple[Words, ...]:
        found: list[Words] = []
        for each in self.paragraphs:
            found.extend(each.words(x, top, point=point, anchor=anchor))
            top += each.height
        return tuple(found)


def text_column(limit: float, *parts: tuple[str, Style]) -> TextColumn:
    """Each text in its style, broken to `limit`; empty texts are left out."""
    return TextColumn(tuple(paragraph(text, style, limit) for text, style in parts if text))


NAME = Style(Role.NAME, 13)
NAME_BOLD = Style(Role.NAME, 13, bold=True)
NOTE = Style(Role.NOTE, 12)
LABEL = Style(Role.LABEL, 13, bold=True)
