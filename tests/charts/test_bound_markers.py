"""The strokes at a mark: which way an open end points, also where a bar is too short to hold its arrow."""

import pytest

from app.charts.geometry.marks import BoundMarker, bound_markers
from app.charts.layout import Box, Form, Mark
from app.model.chart import ChartKind
from app.model.quantity import Qualifier
from tests.figures import datum, scene


def mark(form: Form, qualifier: Qualifier, *, length: float = 100) -> Mark:
    """A bar or span from 0 to its length, or a dot there."""
    (point,) = scene(datum("a", qualifier=qualifier), kind=ChartKind.BARS).points
    box = Box(0, -5, length, 10) if form in (Form.BAR, Form.SPAN) else None
    return Mark(point, form, length, 0, "x", length, 0, box=box)


def tip(markers: tuple[BoundMarker, ...]) -> tuple[float, float]:
    """Where the arrow's shaft begins and ends."""
    shaft = next(each.path for each in markers if len(each.path) == 2 and each.path[0][1] == each.path[1][1])
    return shaft[0][0], shaft[1][0]


@pytest.mark.parametrize("form", [Form.BAR, Form.SPAN, Form.DOT])
def test_a_floor_points_on(form: Form) -> None:
    start, end = tip(bound_markers(mark(form, Qualifier.OVER)))
    assert start >= 100
    assert end > start


@pytest.mark.parametrize(("form", "length"), [(Form.BAR, 100), (Form.BAR, 10), (Form.SPAN, 100), (Form.DOT, 100)])
def test_a_ceiling_points_back(form: Form, length: float) -> None:
    """At a bar without room for its arrow it stands outside, and points at the end."""
    start, end = tip(bound_markers(mark(form, Qualifier.NEARLY, length=length)))
    assert end < start


@pytest.mark.parametrize("form", [Form.BAR, Form.SPAN, Form.DOT])
def test_about_has_a_bracket_and_an_exact_value_nothing(form: Form) -> None:
    assert all(len(each.path) == 4 for each in bound_markers(mark(form, Qualifier.ABOUT)))
    assert bound_markers(mark(form, Qualifier.ABOUT))
    assert bound_markers(mark(form, Qualifier.EXACT)) == ()
