"""How much room text takes, without a browser: the widths of glyphs, wrapped lines, paragraphs."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.charts.layout import Role, Words

#: Advance widths in 1/1000 em of the wider of Arial and Noto Sans; the fonts readers have differ by a few percent.
_WIDTHS = {
    **dict.fromkeys("ijl'", 270),
    **dict.fromkeys("I,.:;/![]\\ |", 278),
    **dict.fromkeys("()-`{}f", 333),
    **dict.fromkeys("rt", 360),
    **dict.fromkeys('"*', 390),
    **dict.fromkeys("ckJsvxyz^", 500),
    **dict.fromkeys("0123456789abdeghnopqu?$#_L¥–", 556),
    **dict.fromkeys("+<=>~±", 584),
    **dict.fromkeys("FTZ", 611),
    **dict.fromkeys("ABEKPSVXY&", 667),
    **dict.fromkeys("CDHNRUw", 722),
    **dict.fromkeys("GOQ", 778),
    **dict.fromkeys("mM", 833),
    **dict.fromkeys("%", 889),
    **dict.fromkeys("W", 944),
    **dict.fromkeys("@", 1015),
}
#: Everything else is taken as a full em: Chinese characters, full-width marks, and “ ” — … as Chinese fonts set them.
_EM = 1000
#: Fonts differ and are hinted; a label gets this much more room than the table says.
RESERVE = 1.10
#: Semibold Latin runs wider than regular; Chinese keeps its em.
_BOLD = 1.06
#: Ascent and descent of a line of text around its baseline, in em, as Chinese fonts draw it.
ASCENT, DESCENT = 0.92, 0.24
#: Characters that must not begin a line, and those that must not end one.
_NO_START = "·，。、；：！？）》”’%,.;:!?)]}…"
_NO_END = "（《“‘([{¥$"
#: Where a text is best broken in two, and what of the joint stays before and after the break.
_JOINTS = ((" · ", "", ""), ("，", "，", ""), (", ", ",", ""), ("（", "", "（"), (" (", "", "("))


@lru_cache(maxsize=4096)
def width(text: str, size: float, bold: bool = False) -> float:  # noqa: FBT001, FBT002 - cached by position
    """The width in pixels to keep free for `text`, reserve included."""
    total = sum(_WIDTHS[c] * (_BOLD if bold else 1) if c in _WIDTHS else _EM for c in text)
    return total / 1000 * size * RESERVE


def wrap(text: str, size: float, limit: float, *, bold: bool = False) -> tuple[str, ...]:
    """`text` broken into lines no wider than `limit`: at spaces in English, between any two characters in Chinese.

    A single word wider than the limit is broken between characters, so that nothing is ever clipped.
    """
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and width((line + piece).rstrip(), size, bold) > limit:
            # A dot that joins two parts has nothing to join at the end of a line.
            lines.append(line.rstrip().removesuffix(" ·"))
            line = piece.lstrip()
        else:
            line += piece
        while width(line.rstrip(), size, bold) > limit and len(line) > 1:
            cut = _cut(line, size, limit, bold=bold)
            lines.append(line[:cut])
            line = line[cut:]
    return (*lines, line.rstrip()) if line.strip() or not lines else tuple(lines)


def balance_lines(text: str, size: float, limit: float, *, bold: bool = False) -> tuple[str, ...]:
    """As few lines as `wrap` makes, but broken where the sense is, or of like length, so that no rest is left over."""
    lines = wrap(text, size, limit, bold=bold)
    for halves in _halves(text) if len(lines) == 2 else ():
        if all(width(half, size, bold) <= limit for half in halves):
            return halves
    for share in (0.55, 0.65, 0.75, 0.85, 0.95):
        tighter = wrap(text, size, limit * share, bold=bold) if len(lines) > 1 else lines
        if len(tighter) == len(lines):
            return tighter
    return lines


def _halves(text: str) -> Iterator[tuple[str, str]]:
    """The text in two at its first dot (which goes), comma or bracket, the better break first."""
    for mark, kept_before, kept_after in _JOINTS:
        before, joint, after = text.partition(mark)
        if joint and before and after:
            yield before + kept_before, kept_after + after


def _cut(line: str, size: float, limit: float, *, bold: bool) -> int:
    cut = len(line) - 1
    while cut > 1 and width(line[:cut], size, bold) > limit:
        cut -= 1
    return cut


def _pieces(text: str) -> list[str]:
    """The shortest runs that stay on one line: a word with the space after it, a Chinese character with its marks."""
    pieces: list[str] = []
    for character in text:
        if pieces and _clings(pieces[-1], character):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _clings(piece: str, character: str) -> bool:
    last = piece[-1]
    if character == " ":
        return True
    if character in _NO_START or last in _NO_END:
        return True
    return last not in " -" and _is_latin(last) and _is_latin(character)


def _is_latin(character: str) -> bool:
    return character in _WIDTHS


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
        evener = wrap(text, style.size, narrower, bold=style.bold)
        if len(evener) > len(lines):
            break
        lines = evener
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
        words: list[Words] = []
        for each in self.paragraphs:
            words.extend(each.words(x, top, point=point, anchor=anchor))
            top += each.height
        return tuple(words)


def text_column(limit: float, *parts: tuple[str, Style]) -> TextColumn:
    """Each text in its style, broken to `limit`; empty texts are left out."""
    return TextColumn(tuple(paragraph(text, style, limit) for text, style in parts if text))


NAME = Style(Role.NAME, 13)
NAME_BOLD = Style(Role.NAME, 13, bold=True)
NOTE = Style(Role.NOTE, 12)
LABEL = Style(Role.LABEL, 13, bold=True)
