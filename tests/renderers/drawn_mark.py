"""What a drawing shows of one figure, read from the drawing itself, and what its scene says should be shown."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from app.charts.scene import Event, Point, Scene
from app.data.datum import Openness
from app.model.chart import ChartKind

Place = tuple[float, float]

#: Where larger values lie; to the right for all others. Ranks count downwards.
_MORE = {ChartKind.SERIES: (0, -1), ChartKind.FIGURE: (0, -1), ChartKind.RANK: (0, 1)}
#: Kinds whose goals are not diamonds: counted squares, stacks and bars of a share, and places are inked instead.
_INKED = {ChartKind.SHARE, ChartKind.COMPOSITION, ChartKind.RANK}
_HATCHES = 5


@dataclass(frozen=True)
class Body:
    """A filled or outlined shape: circle, rect, diamond or squares; colours are tokens, empty where there is none."""

    form: str
    fill: str
    rim: str
    is_dashed: bool
    box: tuple[float, float, float, float]


@dataclass(frozen=True)
class Line:
    """A run of lines beside or on a body."""

    points: tuple[Place, ...]
    token: str


@dataclass(frozen=True)
class DrawnMark:
    """All that is drawn for one figure."""

    bodies: tuple[Body, ...]
    lines: tuple[Line, ...]
    hatches: frozenset[int]
    texts: tuple[str, ...]
    spoken: str = ""


@dataclass(frozen=True)
class Look:
    """What a reader can tell from a mark without its words."""

    end: Openness
    is_dashed: bool
    is_goal: bool
    hues: frozenset[str]


def look_of(mark: DrawnMark, kind: ChartKind) -> Look:
    """Raises AssertionError where an arrow has no shaft, or a figure neither a body nor a foot to stand on."""
    hues = {token for body in mark.bodies for token in (body.fill, body.rim)} | {line.token for line in mark.lines}
    return Look(
        _end(mark, kind),
        any(body.is_dashed for body in mark.bodies),
        any(body.form == "diamond" for body in mark.bodies),
        frozenset(hues - {"", "paper"}),
    )


def _end(mark: DrawnMark, kind: ChartKind) -> Openness:
    heads = [line.points for line in mark.lines if len(line.points) == 3]
    brackets = [line for line in mark.lines if len(line.points) == 4]
    strokes = [line.points for line in mark.lines if len(line.points) == 2]
    if brackets:
        assert not heads
        assert len(brackets) == (2 if mark.bodies[0].form in ("circle", "diamond") else 1)
        return Openness.ABOUT
    if not heads:
        assert not strokes
        assert mark.bodies
        return Openness.CLOSED
    (head,) = heads
    tip = head[1]
    assert [line for line in strokes if line[-1] == pytest.approx(tip, abs=2)], "an arrow has a shaft"
    assert mark.bodies or len(strokes) == 2, "an arrow stands on a body or a foot"
    assert all(body.form != "circle" or body.is_dashed for body in mark.bodies), "a dot would claim the value"
    along = _MORE.get(kind, (1, 0))
    way = sum(a * (t - (one + other) / 2) for a, t, one, other in zip(along, tip, head[0], head[2], strict=True))
    assert abs(way) > 1, "an arrow points along the axis"
    return Openness.UP if way > 0 else Openness.DOWN


def expected_look(point: Point, kind: ChartKind) -> Look:
    """What the scene says of the figure."""
    hue = "ink" if point.target else point.emphasis.value
    is_goal = point.target and not point.is_range and kind not in _INKED
    return Look(point.openness, point.derived, is_goal, frozenset({hue}))


def expected_event_look(event: Event) -> Look:
    is_plan = event.lane == "plan"
    return Look(Openness.CLOSED, False, is_plan, frozenset({"ink" if is_plan else event.emphasis.value}))


def expected_hatches(scene: Scene) -> Mapping[str, int]:
    """The parts of a whole are told apart by their hatching, in order; nothing else has any."""
    names = list(dict.fromkeys(point.name for point in scene.points))
    is_parts = scene.kind is ChartKind.COMPOSITION
    return {point.id: names.index(point.name) % _HATCHES if is_parts else 0 for point in scene.points}


def is_told_in_words(point: Point, scene: Scene) -> bool:
    """Facts, and a figure without others at other times, are set as text alone: their label says all."""
    return scene.kind is ChartKind.FACTS or (scene.kind is ChartKind.FIGURE and not _is_in_tiny_series(point, scene))


def _is_in_tiny_series(point: Point, scene: Scene) -> bool:
    earlier = [each for group in scene.groups[1:] if group.joined for each in group.points]
    return bool(earlier) and (point in earlier or point is scene.points[0])


def is_seen(mark: DrawnMark) -> bool:
    """Whether no arrow lies on a body of its own colour, and none of the paper's colour lies on the paper."""
    boxes = [body.box for body in mark.bodies if body.form == "rect" and body.fill not in ("", "paper")]
    for line in mark.lines:
        if len(line.points) == 3:
            x, y = line.points[1]
            on_body = any(left < x < right - 0.6 and top < y < bottom for left, top, right, bottom in boxes)
            if on_body is not (line.token == "paper"):
                return False
    return True


def condensed(text: str) -> str:
    """Without spaces, brackets and the commas between marks: a label may be broken into lines or set apart."""
    return re.sub(r",(?!\d)|[\s（）()，·]", "", text)
