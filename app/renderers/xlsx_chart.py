"""A chart that Excel draws itself, where it has the kind; each mark carries its label, so no bound looks exact."""

from typing import Any

from app.charts.registry import CHART_TYPES, OfficeForm
from app.charts.scene import Group, Point, links
from app.model.vocabulary import Unit
from app.quantities.scale import scale_for, scaled_unit
from app.renderers.chart_export import ChartExport
from app.renderers.palette import LIGHT
from app.renderers.words import row_heading

#: Number formats that write an axis in its scale, by power of ten. A comma at the end divides by a thousand; 万 and 亿
#: are no powers of that, so the point is put between digits. Display units would be neater, but only Excel knows them.
_SCALED = {0: "#,##0.##", 4: r"0\.0,", 6: "0.0,,", 8: r"0\.00,,", 9: "0.0,,,", 12: "0.0,,,,"}


def build_xlsx_chart(file: Any, extract: ChartExport, *, shown: str, data: str, first_row: int, first_data: int) -> Any:
    """A native chart over the sheets named `shown` and `data`; None where Excel has no honest chart for it.

    `first_row` and `first_data` are the first rows of its figures in them, from 0. None also where a mark stands
    beside another row (the whole of a share), for then the rows of a series are not neighbours.
    """
    scene = extract.scene
    rows = row_heading(scene)
    is_plain = len(rows) == len(scene.points) == len(extract.data) and bool(rows)
    form = CHART_TYPES[scene.kind].sheet_form
    base = scene.base
    if not is_plain or form is None or base is None or base.style == "rank":
        return None
    is_series = form is OfficeForm.POINTS
    drawn = file.add_chart({"type": "scatter", "subtype": "straight_with_markers"} if is_series else {"type": "bar"})
    row = 0
    for group in scene.groups:
        drawn.add_series(_series(extract, group, (shown, first_row + row), (data, first_data + row)))
        row += len(group.points)
    _dress(drawn, extract, base)
    return drawn


def xlsx_chart_height(extract: ChartExport) -> int:
    """The pixels a native chart takes: each figure has room for its label."""
    return max(260, 90 + 34 * len(extract.scene.points))


def _series(extract: ChartExport, group: Group, shown: tuple[str, int], data: tuple[str, int]) -> dict[str, Any]:
    """The points of a group; `shown` and `data` are a sheet and the row of the first of them."""
    (words, first_word), (numbers, first) = shown, data
    last = first + len(group.points) - 1
    places = extract.rows.places
    value = places["value_base"]
    is_series = CHART_TYPES[extract.scene.kind].sheet_form is OfficeForm.POINTS
    start = places["period_end"]
    names = [numbers, first, start, last, start]
    if not is_series:
        names = [words, first_word, 0, first_word + len(group.points) - 1, 0]
    hue = LIGHT[group.points[0].emphasis.value]
    series: dict[str, Any] = {
        "name": literal(group.name) or " ",
        "categories": names,
        "values": [numbers, first, value, last, value],
        "data_labels": {"value": True, "custom": [{"value": literal(point.label.text)} for point in group.points]},
    }
    if is_series:
        # Excel joins all points of a series or none.
        whole = group.joined and len(links(group.points)) == len(group.points) - 1
        line = {"color": hue} if whole else {"none": True}
        series["data_labels"]["position"] = "above"
        return series | {"line": line, "marker": {"type": "circle", "fill": {"color": hue}, "border": {"color": hue}}}
    return series | {"fill": {"color": hue}, "gap": 60, "points": [_face(point) for point in group.points]}


def _face(point: Point) -> dict[str, Any]:
    """Hollow and dashed where it was computed or is a goal; a pattern where the end is open."""
    hue = LIGHT[point.emphasis.value]
    if point.derived or point.target:
        return {"fill": {"none": True}, "border": {"color": hue, "dash_type": "dash"}}
    if point.openness.value != "closed":
        return {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": hue, "bg_color": "#FFFFFF"}}
    return {"fill": {"color": hue}}


def _dress(drawn: Any, extract: ChartExport, base: Unit) -> None:
    scene = extract.scene
    scale = scale_for(max(abs(point.value) for point in scene.points), base, scene.lang)
    drawn.set_title({"name": literal(scene.title), "name_font": {"size": 12}, "overlay": False})
    drawn.set_legend({"none": True} if len(scene.groups) < 2 else {"position": "bottom"})
    drawn.set_size({"width": 720, "height": xlsx_chart_height(extract)})
    written = _SCALED[scale.divisor.adjusted()]
    axis: dict[str, Any] = {
        "name": literal(scaled_unit(scale, base, scene.lang)),
        "min": 0,
        "num_format": written,
    }
    axis["major_gridlines"] = {"visible": True, "line": {"color": "#DDDDDD"}}
    if any(point.value < 0 for point in scene.points):
        del axis["min"]
    if CHART_TYPES[scene.kind].sheet_form is OfficeForm.POINTS:
        drawn.set_y_axis(axis)
        drawn.set_x_axis({"num_format": "yyyy"})
    else:
        drawn.set_x_axis(axis)
        drawn.set_y_axis({"reverse": True})


def literal(text: str) -> str:
    """The text where Excel takes one that begins with = for an address of cells."""
    return f" {text}" if text.startswith("=") else text
