"""Rows with a name each: beside the marks where there is room, above them on a phone."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.charts.geometry.glyphs import balance_lines, width
from app.charts.layout import Role, Words

#: Below this width names stand above their row.
NARROW = 440.0
NAME_SIZE = 13.0
_LEADING = 18.0
_COLUMN_SHARE = 0.36
_COLUMN_GAP = 14.0


@dataclass(frozen=True)
class Rows:
    """`left` is where the marks may begin; `middles` are the centre lines of the rows' bands, `bottom` the end."""

    left: float
    middles: tuple[float, ...]
    bottom: float
    words: tuple[Words, ...]


def stack(
    names: Sequence[str],
    across: float,
    *,
    bands: Sequence[float],
    ids: Sequence[str],
    gap: float = 14,
    top: float = 4,
) -> Rows:
    """Rows of the given band heights, one under the other, in a chart `across` pixels wide."""
    if across < NARROW or not any(names):
        return _above(names, across, bands=bands, ids=ids, gap=gap, top=top)
    return _beside(names, across, bands=bands, ids=ids, gap=gap, top=top)


def _above(
    names: Sequence[str], across: float, *, bands: Sequence[float], ids: Sequence[str], gap: float, top: float
) -> Rows:
    words: list[Words] = []
    middles: list[float] = []
    y = top
    for name, band, row_id in zip(names, bands, ids, strict=True):
        lines = balance_lines(name, NAME_SIZE, across) if name else ()
        for line in lines:
            words.append(Words(0, y + 13, line, Role.NAME, NAME_SIZE, point=row_id))
            y += _LEADING
        middles.append(y + band / 2)
        y += band + gap
    return Rows(1, tuple(middles), y - gap + 4, tuple(words))


def _beside(
    names: Sequence[str], across: float, *, bands: Sequence[float], ids: Sequence[str], gap: float, top: float
) -> Rows:
    limit = across * _COLUMN_SHARE
    broken = [balance_lines(name, NAME_SIZE, limit) for name in names]
    column = max(width(line, NAME_SIZE) for lines in broken for line in lines)
    words: list[Words] = []
    middles: list[float] = []
    y = top
    for lines, band, row_id in zip(broken, bands, ids, strict=True):
        height = max(band, len(lines) * _LEADING)
        middles.append(y + height / 2)
        first = y + height / 2 - (len(lines) - 1) * _LEADING / 2 + NAME_SIZE * 0.36
        for n, line in enumerate(lines):
            words.append(Words(0, first + n * _LEADING, line, Role.NAME, NAME_SIZE, point=row_id))
        y += height + gap
    return Rows(column + _COLUMN_GAP, tuple(middles), y - gap + 4, tuple(words))
