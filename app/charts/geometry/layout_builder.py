"""A chart being laid out: what has been set so far, and down to where."""

from dataclasses import dataclass, field

from app.charts.layout import Area, Axis, Box, Form, Layout, Mark, Role, Stroke, Words
from app.charts.scene import Emphasis, Point, Scene


@dataclass
class LayoutBuilder:
    """Filled from the top down by one layout function; `bottom` is where the next part begins."""

    scene: Scene
    width: float
    bottom: float = 0.0
    areas: list[Area] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)

    def line(self, *points: tuple[float, float], role: Role = Role.GRID, emphasis: Emphasis | None = None) -> None:
        self.strokes.append(Stroke(points, role, emphasis))

    def layout(self, *, plot: Box | None = None, x: Axis | None = None) -> Layout:
        """The finished chart; without axes the plot is all of it."""
        return Layout(
            scene=self.scene,
            width=self.width,
            height=self.bottom,
            plot=plot or Box(0, 0, self.width, self.bottom),
            x=x,
            areas=tuple(self.areas),
            strokes=tuple(self.strokes),
            marks=tuple(self.marks),
            words=tuple(self.words),
        )


def cell_mark(point: Point, box: Box) -> Mark:
    """A figure that is read as text: its mark is the area to hover, tap and focus."""
    return point_mark(point, Form.CELL, box.x + box.width / 2, box.y + box.height / 2, box=box)


def point_mark(
    point: Point,
    form: Form,
    x: float,
    y: float,
    *,
    along: str = "x",
    data_x: float | None = None,
    box: Box | None = None,
    squares: tuple[Box, ...] = (),
    filled: int = 0,
    pattern: int = 0,
) -> Mark:
    """The mark of a point; without an axis its data are its pixels."""
    return Mark(
        point=point,
        form=form,
        x=x,
        y=y,
        along=along,
        data_x=x if data_x is None else data_x,
        data_y=y,
        box=box,
        squares=squares,
        filled=filled,
        pattern=pattern,
    )
