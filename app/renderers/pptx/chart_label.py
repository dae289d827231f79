"""The words at the figures of a native chart: always the whole label, with the open end of a bound before it."""

from collections.abc import Callable, Mapping, Sequence

from markupsafe import escape

from app.charts.geometry.text import width
from app.data.datum import Openness
from app.model.text import Lang
from app.renderers.pptx.native_chart import Native, NativeCell, NativeColumn, NativeForm, SlideFrame
from app.renderers.pptx.shape import TextType, run_properties

#: The open end of a bound begins its label, for the label stands where the bar ends, in every program.
_ARROWS = {
    NativeForm.BARS: {Openness.UP: "→", Openness.DOWN: "←"},
    NativeForm.POINTS: {Openness.UP: "↑", Openness.DOWN: "↓"},
}
#: A label that was moved needs no line back to its point.
_NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"'
    ' xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
_SHOWN = (
    '<c:showLegendKey val="0"/><c:showVal val="{}"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)
_POSITIONS = {NativeForm.BARS: "outEnd", NativeForm.STACK: "ctr", NativeForm.POINTS: "t"}
_Line = Sequence[tuple[str, TextType]]


def write_chart_labels(native: Native, column: NativeColumn, frame: SlideFrame, lang: Lang) -> str:
    """The words of each figure; a number that someone adds gets none, rather than one without its bound."""
    made = "".join(
        _label(native, column, place, cell, frame, lang)
        for place, cell in enumerate(column.cells)
        if cell and cell.label
    )
    return f"<c:dLbls>{made}{_SHOWN.format(0)}{_NO_LEADERS}</c:dLbls>"


def _label(native: Native, column: NativeColumn, place: int, cell: NativeCell, frame: SlideFrame, lang: Lang) -> str:
    words = "".join(f"<a:p>{_runs(line, lang)}</a:p>" for line in _LINES[native.form](cell, frame))
    return (
        f'<c:dLbl><c:idx val="{place}"/>{_shifted(native, column, place, cell, frame)}'
        f'<c:tx><c:rich><a:bodyPr wrap="none"/>{words}</c:rich></c:tx>'
        f'<c:dLblPos val="{_POSITIONS[native.form]}"/>{_SHOWN.format(1)}</c:dLbl>'
    )


def _runs(line: _Line, lang: Lang) -> str:
    return "".join(f"<a:r>{run_properties(kind, lang)}<a:t>{escape(text)}</a:t></a:r>" for text, kind in line)


def _beside_bar(cell: NativeCell, frame: SlideFrame) -> Sequence[_Line]:
    """→ 超2,400家: the arrow touches the bar, other words stand a little off, those beside a bracket further.

    A goal's diamond stands where its bar would end.
    """
    arrow = ("◇" if cell.target else "") + _ARROWS[NativeForm.BARS].get(cell.openness, "")
    gap = "\u2003" if cell.openness is Openness.ABOUT else "\u2002"
    first = [(arrow, TextType(frame.size, cell.hue, bold=True))] if arrow else []
    return [[*first, (f"{gap}{cell.label}", TextType(frame.size, bold=True))]]


def _over_point(cell: NativeCell, frame: SlideFrame) -> Sequence[_Line]:
    """The figure, under it its period, and last the arrow that stands on the point."""
    first, *rest = cell.label.split("\n")
    below = TextType(frame.size * 0.78, "soft")
    lines = [[(first, TextType(frame.size, bold=True))], *([(text, below)] for text in rest)]
    arrow = _ARROWS[NativeForm.POINTS].get(cell.openness, "") + ("◇" if cell.target else "")
    return [*lines, [(arrow, TextType(frame.size, cell.hue, bold=True))]] if arrow else lines


def _in_part(cell: NativeCell, frame: SlideFrame) -> Sequence[_Line]:
    return [[(cell.label, TextType(frame.size, "paper", bold=True))]]


_LINES: Mapping[NativeForm, Callable[[NativeCell, SlideFrame], Sequence[_Line]]] = {
    NativeForm.BARS: _beside_bar,
    NativeForm.POINTS: _over_point,
    NativeForm.STACK: _in_part,
}


def _shifted(native: Native, column: NativeColumn, place: int, cell: NativeCell, frame: SlideFrame) -> str:
    """A label over a line that rises from its point stands to the left of it, over one that falls to the right."""
    after = next(filter(None, column.cells[place + 1 :]), None)
    is_on_line = native.form is NativeForm.POINTS and column.joined
    if not is_on_line or after is None or after.value == cell.value:
        return ""
    across = max(width(line, frame.size, True) for line in cell.label.split("\n")) / 2 / frame.across  # noqa: FBT003
    shift = -across if after.value > cell.value else across
    return f'<c:layout><c:manualLayout><c:x val="{shift:.4f}"/><c:y val="0"/></c:manualLayout></c:layout>'
