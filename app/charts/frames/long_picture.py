"""The long picture for articles that take no frame: a phone wide, with the notes, and a QR code to the chart's page."""

from dataclasses import replace

from app.charts.frames.poster import MARGIN, Poster, plain_lines, poster, stack_blocks
from app.charts.layout import Box, Role, Stroke, Words
from app.charts.layout_chart import layout_chart
from app.charts.scene import Scene

#: In units of which three are drawn as one of 1,080 pixels: words are as large as a phone's own.
WIDTH, SCALE = 360.0, 3
_CODE, _GAP = 96.0, 16.0


def long_picture(scene: Scene, *, site_name: str, invitation: str, address: str) -> Poster:
    """The chart at a phone's width with all that is said below it; without an `address` there is no code."""
    room = WIDTH - 2 * MARGIN
    above = poster(layout_chart(scene, room))
    notes = tuple(line for note in scene.notes for line in plain_lines(f"· {note}", 12, 18, Role.NOTE, room))
    top = above.height - MARGIN / 2
    said = stack_blocks(notes, MARGIN, top)
    rule = top + sum(line.leading for line in notes) + MARGIN
    beside = room - (_CODE + _GAP if address else 0)
    lines = (
        *plain_lines(site_name, 14, 20, Role.NAME, beside),
        *(plain_lines(invitation, 12, 18, Role.SUBTITLE, beside) if address else ()),
        *plain_lines(address, 11, 16, Role.SOURCE, beside),
    )
    high = sum(line.leading for line in lines)
    if not address:
        return _ended(above, said, rule, stack_blocks(lines, MARGIN, rule + 4), rule + high + MARGIN)
    code = Box(WIDTH - MARGIN - _CODE, rule + MARGIN, _CODE, _CODE)
    words = stack_blocks(lines, MARGIN, code.y + max(0, (_CODE - high) / 2) - 3)
    ended = _ended(above, said, rule, words, max(code.bottom, code.y + high) + MARGIN)
    return replace(ended, code=code)


def _ended(above: Poster, said: tuple[Words, ...], rule: float, words: tuple[Words, ...], height: float) -> Poster:
    line = Stroke(((MARGIN, rule), (WIDTH - MARGIN, rule)), Role.GRID)
    return replace(above, height=height, words=(*above.words, *said, *words), strokes=(line,))
