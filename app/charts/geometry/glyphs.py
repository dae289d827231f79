"""How wide text is, without a browser: our own glyph table, the same on every machine."""

from collections.abc import Iterator
from functools import lru_cache

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
        before, found, after = text.partition(mark)
        if found and before and after:
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
