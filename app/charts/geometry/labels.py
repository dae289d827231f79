"""Labels beside their marks, where nothing else stands: the nearest free place of a fixed list, or none."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.charts.geometry.bound_markers import reach
from app.charts.geometry.boxes import box_of, inside, is_free
from app.charts.layout import Box, Mark, Role, Words

SIZE = 13.0
_GAP = 6.0


@dataclass
class LabelPlacer:
    """The frame and the boxes taken in it so far; grows as words are placed. `lines` are those of the lines."""

    frame: Box
    taken: list[Box] = field(default_factory=list)
    lines: list[Box] = field(default_factory=list)

    def place(self, candidates: Sequence[Words], *, on_lines: bool = False) -> Words | None:
        """The first candidate that is free, and now taken; None when every one meets something.

        With `on_lines` a line may run behind the words, which have a rim of paper.
        """
        kept = self.taken if on_lines else [*self.taken, *self.lines]
        for words in candidates:
            words = self._within(words)
            box = box_of(words)
            if inside(box, self.frame) and is_free(box, kept):
                self.taken.append(box)
                return words
        return None

    def _within(self, words: Words) -> Words:
        """A centred label that would go over an edge moves in, as far as it still stands at its mark."""
        box = box_of(words)
        moved = max(self.frame.x - box.x, 0) + min(self.frame.right - box.right, 0)
        stays = words.anchor == "middle" and abs(moved) < box.width / 2
        return replace(words, x=words.x + moved) if stays and moved else words

    def place_all(self, words: Sequence[Words]) -> bool:
        """Takes the places of all these lines if every one is free, else none of them."""
        boxes = [box_of(each) for each in words]
        if not all(inside(box, self.frame) and is_free(box, [*self.taken, *self.lines]) for box in boxes):
            return False
        self.taken += boxes
        return True


def around(mark: Mark) -> list[Words]:
    """The places a mark's label may take: above, right, left, below, then the corners, then further out."""
    box = reach(mark)
    places: list[Words] = []
    for far in (0.0, 10.0, 22.0):
        above, below = box.y - _GAP - far, box.bottom + _GAP + far + SIZE * 0.8
        right, left = box.right + _GAP + far, box.x - _GAP - far
        middle = (box.y + box.bottom) / 2 + SIZE * 0.36
        centre = min(max(mark.x, box.x), box.right)
        places += [
            _words(mark, centre, above, "middle"),
            _words(mark, right, middle, "start"),
            _words(mark, left, middle, "end"),
            _words(mark, centre, below, "middle"),
            _words(mark, centre - 4, above, "end"),
            _words(mark, centre + 4, above, "start"),
            _words(mark, centre + 4, below, "start"),
            _words(mark, centre - 4, below, "end"),
        ]
    return places


def _words(mark: Mark, x: float, y: float, anchor: str) -> Words:
    return Words(x, y, str(mark.point.label), Role.LABEL, SIZE, anchor=anchor, bold=True, point=mark.point.id)
