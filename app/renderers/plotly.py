"""A layout as a Plotly figure in which every mark stands where the SVG has it.

Plotly's plot is the whole picture: the ranges go on beyond the layout's own to the picture's edges. So there are no
margins, and words, wherever they stand, are points of one trace, which takes Plotly half as long as annotations.
"""

from collections.abc import Mapping
from html import escape
from typing import Any

from app.charts.geometry.marks import has_body
from app.charts.layout import Axis, Form, Layout, Mark, Words
from app.model.text import Lang
from app.renderers.palette import Palette, token_of
from app.renderers.plotly_shape import PlotArea, area, body_shapes, ornament_shapes, stroke, together

Json = dict[str, Any]

#: The stylesheet's --sans; a test holds it to that.
SANS: Mapping[Lang, str] = {
    Lang.ZH: '"PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", '
    'system-ui, "Segoe UI", Roboto, sans-serif',
    Lang.EN: '"Helvetica Neue", Helvetica, Arial, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif',
}

_ZH: Json = {
    "dictionary": {"Click to enter Plot title": "", "Loading": "载入中"},
    "format": {
        "days": ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"],
        "shortDays": ["周日", "周一", "周二", "周三", "周四", "周五", "周六"],
        "months": [f"{n}月" for n in range(1, 13)],
        "shortMonths": [f"{n}月" for n in range(1, 13)],
        "date": "%Y-%m-%d",
    },
}
#: No mode bar (its picture would lose bounds and source line), no zoom, no upload; the locale is our own.
CONFIG: Json = {
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "scrollZoom": False,
    "doubleClick": False,
    "responsive": False,
    "showTips": False,
    "locale": "zh-CN",
    "locales": {"zh-CN": _ZH},
}


def plotly_figure(layout: Layout, palette: Palette) -> Json:
    """The figure as plain JSON; each point's customdata is (spoken, address, id), its text escaped.

    A trace is a mark, and the last one all words; strokes and open ends are shapes in paper coordinates.
    """
    return {
        "data": [*(_trace(layout, mark, palette) for mark in layout.marks), _words(layout, palette)],
        "layout": {
            "template": None,
            "width": layout.width,
            "height": layout.height,
            "margin": {"l": 0, "t": 0, "r": 0, "b": 0, "pad": 0, "autoexpand": False},
            "paper_bgcolor": palette.paper,
            "plot_bgcolor": palette.paper,
            "font": {"family": SANS[layout.scene.lang], "size": 13, "color": palette.ink},
            "showlegend": False,
            "dragmode": False,
            "hovermode": "closest",
            "hoverdistance": 24,
            "bargap": 0,
            "barmode": "overlay",
            "hoverlabel": {
                "bgcolor": palette.ink,
                "bordercolor": palette.ink,
                "align": "left",
                "namelength": 0,
                "font": {"family": SANS[layout.scene.lang], "size": 13, "color": palette.paper},
            },
            "xaxis": _axis(layout.x, 0, layout.width),
            "yaxis": _axis(layout.y, layout.height, 0),
            "shapes": together(_shapes(layout, PlotArea(layout.width, layout.height), palette)),
        },
    }


def _axis(axis: Axis | None, start: float, end: float) -> Json:
    """The range that spans the picture from `start` to `end` pixels; without a scale the pixels are the data."""
    ticks = axis.ticks if axis else ()
    return {
        "range": [_value(axis, start), _value(axis, end)],
        "tickmode": "array",
        "tickvals": [tick.value for tick in ticks],
        "ticktext": [escape(tick.text) for tick in ticks],
        # The words stand where the layout measured them to fit, so they are a trace.
        "showticklabels": False,
        "type": "linear",
        "fixedrange": True,
        "automargin": False,
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "title": {"text": ""},
    }


def _value(axis: Axis | None, pixel: float) -> float:
    if axis is None:
        return pixel
    return axis.low + (pixel - axis.start) / (axis.end - axis.start) * (axis.high - axis.low)


def _shapes(layout: Layout, sheet: PlotArea, palette: Palette) -> list[Json]:
    return [
        *(shape for each in layout.areas for shape in area(each, sheet, palette)),
        *(shape for each in layout.strokes for shape in stroke(each, sheet, palette)),
        *(shape for mark in layout.marks for shape in body_shapes(mark, sheet, palette)),
        *(shape for mark in layout.marks for shape in ornament_shapes(mark, sheet, palette)),
    ]


#: From the middle of a line of text, as Plotly reckons it, down to the baseline, in em.
_MIDDLE = 0.25
_SIDES = {"start": "middle right", "middle": "middle center", "end": "middle left"}


def _words(layout: Layout, palette: Palette) -> Json:
    """All lines of text; markup in them is shown as text."""
    rows: tuple[Words, ...] = layout.words
    return {
        "type": "scatter",
        "mode": "text",
        # A point that is beyond the picture by the rounding of a sum would be left out.
        "x": [_value(layout.x, min(max(words.x, 0), layout.width)) for words in rows],
        "y": [_value(layout.y, words.y - _MIDDLE * words.size) for words in rows],
        "text": [escape(words.text) for words in rows],
        "textposition": [_SIDES[words.anchor] for words in rows],
        "textfont": {
            "size": [words.size for words in rows],
            "color": [palette[token_of(words.role, words.emphasis)] for words in rows],
            # A weight and not <b>: for markup Plotly writes a style attribute, which the pages' policy refuses.
            "weight": [600 if words.bold else 400 for words in rows],
        },
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _trace(layout: Layout, mark: Mark, palette: Palette) -> Json:
    form = _bar if mark.form in (Form.BAR, Form.SPAN) and not mark.pattern else _scatter
    return {
        **form(layout, mark, palette),
        "cliponaxis": False,
        "customdata": [[escape(mark.point.spoken), mark.point.href, mark.point.id]],
        "hovertemplate": _hover_text(mark),
        "showlegend": False,
    }


def _hover_text(mark: Mark) -> str:
    """What is spoken of it over several lines of a hover label; Plotly breaks none by itself."""
    return "<br>".join(escape(part).replace("%{", "% {") for part in mark.point.spoken_parts) + "<extra></extra>"


def _scatter(layout: Layout, mark: Mark, palette: Palette) -> Json:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [mark.data_x if layout.x else mark.x],
        "y": [mark.data_y if layout.y else mark.y],
        "marker": _marker(mark, palette),
    }


def _marker(mark: Mark, palette: Palette) -> Json:
    if mark.form is Form.DIAMOND and not mark.point.derived:
        line = {"color": palette.ink, "width": 2}
        return {"symbol": "diamond", "size": 12, "color": palette.paper, "line": line, "opacity": 1}
    if mark.form is Form.DOT and not mark.point.derived and has_body(mark):
        return {"symbol": "circle", "size": 10, "color": palette[mark.point.emphasis.value], "line": {"width": 0}}
    # Drawn as shapes; the marker is only what a pointer and the arrow keys reach.
    return {"symbol": "circle", "size": 12, "color": palette.paper, "opacity": 0}


def _bar(layout: Layout, mark: Mark, palette: Palette) -> Json:
    assert mark.box is not None
    hue = palette.ink if mark.point.target else palette[mark.point.emphasis.value]
    marker = {"color": palette.paper if mark.point.derived else hue, "line": {"width": 0}}
    if mark.along == "x":
        ends = _ends(layout.x, mark.box.x, mark.box.right)
        across = _ends(layout.y, mark.box.y, mark.box.bottom)
        place = {"orientation": "h", "base": [ends[0]], "x": [ends[1] - ends[0]], "y": [sum(across) / 2]}
    else:
        ends = _ends(layout.y, mark.box.bottom, mark.box.y)
        across = _ends(layout.x, mark.box.x, mark.box.right)
        place = {"orientation": "v", "base": [ends[0]], "y": [ends[1] - ends[0]], "x": [sum(across) / 2]}
    return {"type": "bar", **place, "width": [abs(across[1] - across[0])], "marker": marker}


def _ends(axis: Axis | None, start: float, end: float) -> tuple[float, float]:
    return _value(axis, start), _value(axis, end)
