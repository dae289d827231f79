"""A chart being laid out: what has been set so far, and down to where."""

from dataclasses import dataclass, field

from app.charts.layout import Area, Axis, Box, Layout, Mark, Role, Stroke, Words
from app.charts.scene import Emphasis, Scene


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
