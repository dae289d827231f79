"""An address as a QR code, drawn as one path: black on white in every theme, for not every reader takes the reverse."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import segno

from app.charts.layout import Box
from app.renderers.svg_paint import number

#: The empty modules that the standard wants on each side.
_QUIET = 4


def qr(address: str, box: Box) -> str:
    """The code in a square of paper-white; a fifth of it may be covered or blurred (level M) and it still reads."""
    rows = [list(row) for row in segno.make_qr(address, error="m", boost_error=False).matrix]
    side = len(rows) + 2 * _QUIET
    path = "".join(
        f"M{x + _QUIET} {y + _QUIET}h{long}v1h-{long}z" for y, row in enumerate(rows) for x, long in _runs(row)
    )
    scale = f"{box.width / side:.4f}"
    return (
        f'<g transform="translate({number(box.x)} {number(box.y)}) scale({scale})" shape-rendering="crispEdges">'
        f'<rect width="{side}" height="{side}" fill="#ffffff"/><path d="{path}" fill="#000000"/></g>'
    )


def _runs(row: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where each run of dark modules begins, and how many they are."""
    x = 0
    for dark, modules in groupby(row, bool):
        long = len(list(modules))
        if dark:
            yield x, long
        x += long
