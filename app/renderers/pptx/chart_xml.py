"""A native chart as DrawingML: every number that is labelled by its own words, and no automatic one beside them.

python-pptx writes a label for a point too, but has no error bars (“about”) and no font for Chinese.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from markupsafe import escape

from app.charts.scene import Emphasis
from app.data.datum import Openness
from app.model.text import Lang
from app.renderers.pptx.chart_label import write_chart_labels
from app.renderers.pptx.native_chart import Native, NativeCell, NativeColumn, NativeForm, NativePart, SlideFrame
from app.renderers.pptx.shape import HATCHES, ShapeLine, TextType, hatched, outline, run_properties, solid
from app.renderers.pptx.theme import tag_of
from app.renderers.pptx.workbook import WorkbookGrid

_NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_AXES = '<c:axId val="111"/><c:axId val="222"/>'
_KEPT = '<c:invertIfNegative val="0"/>'
_EPOCH = date(1899, 12, 30)
#: How far an “about” bracket stands from the end of a bar or from a point, as a part of the longest.
_BRACKET = 0.011
#: An escape that Office reads in a cached text; the loader lets such a text pass, so it is written as itself.
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def write_chart_xml(native: Native, frame: SlideFrame, lang: Lang) -> bytes:
    """The chart part; its workbook is named by the package."""
    is_line = native.form is NativeForm.POINTS
    plotted = _points if is_line else _rows
    blanks = "span" if is_line else "gap"
    series = "".join(_series(native, place, frame, lang) for place in range(len(native.columns)))
    legend = _legend(frame, lang) if native.legend else ""
    text = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace {_NAMESPACES}><c:date1904 val="0"/>'
        f'<c:lang val="{tag_of(lang)}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{_placed(frame)}{plotted(native, series, frame)}{_axes(native, frame, lang)}"
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>"
        f'{legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="{blanks}"/>'
        f"</c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{_text(TextType(frame.size), lang)}</c:chartSpace>"
    )
    return text.encode()


def _rows(native: Native, series: str, frame: SlideFrame) -> str:
    grouping = "stacked" if native.form is NativeForm.STACK else "clustered"
    return (
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="{frame.gap}"/><c:overlap val="100"/>{_AXES}</c:barChart>'
    )


def _points(_: Native, series: str, __: SlideFrame) -> str:
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>'
        f"{_AXES}</c:lineChart>"
    )


def _series(native: Native, place: int, frame: SlideFrame, lang: Lang) -> str:
    column, grid = native.columns[place], WorkbookGrid(native)
    is_line = native.form is NativeForm.POINTS
    looks = _line_looks(column) if is_line else _bar_looks(column, column.first) + _KEPT
    smooth = '<c:smooth val="0"/>' if is_line else ""
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/><c:tx><c:strRef><c:f>{grid.name(place)}</c:f>'
        f"{_strings([column.name])}</c:strRef></c:tx>{looks}{''.join(_own_looks(native, column))}"
        f"{write_chart_labels(native, column, frame, lang)}{_brackets(native, column)}"
        f"<c:cat>{_categories(native, grid)}</c:cat>"
        f"<c:val><c:numRef><c:f>{grid.values(place)}</c:f>{_numbers(column)}</c:numRef></c:val>"
        f"{smooth}</c:ser>"
    )


def _categories(native: Native, grid: WorkbookGrid) -> str:
    if native.form is not NativeForm.POINTS:
        names = _strings([row.name for row in native.rows])
        return f"<c:strRef><c:f>{grid.categories}</c:f>{names}</c:strRef>"
    days = [(row.day - _EPOCH).days for row in native.rows if row.day]
    values = "".join(f'<c:pt idx="{n}"><c:v>{day}</c:v></c:pt>' for n, day in enumerate(days))
    return (
        f"<c:numRef><c:f>{grid.categories}</c:f><c:numCache><c:formatCode>yyyy\\-mm\\-dd</c:formatCode>"
        f'<c:ptCount val="{len(days)}"/>{values}</c:numCache></c:numRef>'
    )


def _bar_looks(column: NativeColumn, cell: NativeCell) -> str:
    """Solid; a computed figure outlined and dashed, a whole light, the low end of a range bare.

    A goal has no bar, for that would show it as reached: its label begins with its diamond.
    """
    if column.part in (NativePart.WHOLE, NativePart.LOW):
        return (
            f"<c:spPr>{solid('rule' if column.part is NativePart.WHOLE else 'paper')}<a:ln><a:noFill/></a:ln></c:spPr>"
        )
    if cell.target:
        return "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
    if cell.derived:
        return f"<c:spPr>{solid('paper')}{outline(ShapeLine(_shade(cell), 2, 'sysDash'))}</c:spPr>"
    if column.pattern > 1:
        hatch = HATCHES[column.pattern % len(HATCHES) + 1]
        return f"<c:spPr>{hatched(_shade(cell), hatch)}{outline(ShapeLine('paper', 1.5))}</c:spPr>"
    return f"<c:spPr>{solid(_shade(cell))}{outline(ShapeLine('paper', 1.5))}</c:spPr>"


def _shade(cell: NativeCell) -> str:
    """Paler where others are spoken of; its words stay as they are."""
    if not cell.faded:
        return cell.hue
    return "beijing-soft" if cell.emphasis is Emphasis.BEIJING and not cell.target else "rule"


def _line_looks(column: NativeColumn) -> str:
    cell = replace(column.first, faded=False)
    dash = "sysDash" if any(each.derived for each in column.cells if each) else ""
    line = outline(ShapeLine(cell.hue, 2.5, dash)) if column.joined else "<a:ln><a:noFill/></a:ln>"
    return f"<c:spPr>{line}</c:spPr>{_marker(cell)}"


def _marker(cell: NativeCell) -> str:
    """As everywhere: a dot, hollow where computed; a foot under an arrow for a bound; a goal's label has a diamond."""
    hue = _shade(cell)
    bound = cell.openness in (Openness.UP, Openness.DOWN) and not cell.derived
    if cell.target:
        return '<c:marker><c:symbol val="none"/></c:marker>'
    form, size = ("dash", 13) if bound else ("circle", 10)
    fill = solid("paper" if cell.derived else hue)
    return (
        f'<c:marker><c:symbol val="{form}"/><c:size val="{size}"/>'
        f"<c:spPr>{fill}{outline(ShapeLine(hue, 2))}</c:spPr></c:marker>"
    )


def _own_looks(native: Native, column: NativeColumn) -> Iterable[str]:
    """The figures that do not look like the first of their series."""
    is_line = native.form is NativeForm.POINTS
    usual = replace(column.first, faded=False) if is_line else column.first
    for place, cell in enumerate(column.cells):
        if cell is None or column.part is not NativePart.FIGURE:
            continue
        looks, usually = (_marker(one) if is_line else _KEPT + _bar_looks(column, one) for one in (cell, usual))
        if looks != usually:
            rest = f'<c:bubble3D val="0"/>{_segment(column, usual)}' if is_line else ""
            yield f'<c:dPt><c:idx val="{place}"/>{looks}{rest}</c:dPt>'


def _segment(column: NativeColumn, cell: NativeCell) -> str:
    """The line that leads to a point, which a point of its own looks would else lose."""
    line = outline(ShapeLine(cell.hue, 2.5)) if column.joined else "<a:ln><a:noFill/></a:ln>"
    return f"<c:spPr>{line}</c:spPr>"


def _brackets(native: Native, column: NativeColumn) -> str:
    """“About” as error bars: they stay at their number when it is edited."""
    about = [cell for cell in column.cells if cell and cell.openness is Openness.ABOUT and not cell.target]
    if not about or native.form is NativeForm.STACK:
        return ""
    long = float(native.most or native.largest) * _BRACKET
    lengths = _literal([long if cell in about else 0 for cell in column.cells])
    way = '<c:errDir val="y"/>' if native.form is NativeForm.POINTS else ""
    return (
        f'<c:errBars>{way}<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>'
        f"<c:plus>{lengths}</c:plus><c:minus>{lengths}</c:minus>"
        f"<c:spPr>{outline(ShapeLine(about[0].hue, 2))}</c:spPr></c:errBars>"
    )


def _literal(values: Sequence[float]) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{value:.12g}</c:v></c:pt>' for n, value in enumerate(values))
    return f'<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numLit>'


def _strings(texts: Sequence[str]) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{_cached(text)}</c:v></c:pt>' for n, text in enumerate(texts))
    return f'<c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache>'


def _cached(text: str) -> str:
    return str(escape(_ESCAPE.sub("_x005F_", text)))


def _numbers(column: NativeColumn) -> str:
    points = "".join(
        f'<c:pt idx="{n}"><c:v>{float(cell.value):.15g}</c:v></c:pt>' for n, cell in enumerate(column.cells) if cell
    )
    return (
        f'<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="{len(column.cells)}"/>{points}</c:numCache>'
    )


def _placed(frame: SlideFrame) -> str:
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{frame.left:.4f}"/><c:y val="{frame.top:.4f}"/><c:w val="{frame.width:.4f}"/>'
        f'<c:h val="{frame.height:.4f}"/></c:manualLayout></c:layout>'
    )


def _axes(native: Native, frame: SlideFrame, lang: Lang) -> str:
    """Names and a foot; the axis of values is hidden, for each figure says its own, and begins at zero."""
    is_line = native.form is NativeForm.POINTS
    text = _text(TextType(frame.names), lang)
    # The bare low end of a range would hide a part of the foot.
    floats = any(column.part is NativePart.LOW for column in native.columns)
    foot = f"<c:spPr>{outline(None if floats else ShapeLine('other', 1))}</c:spPr>"
    ticks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
    end = f'<c:max val="{float(native.most):.12g}"/>' if native.most else ""
    side = "l" if is_line else "t"
    values = (
        f'<c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/>{end}<c:min val="0"/></c:scaling>'
        f'<c:delete val="1"/><c:axPos val="{side}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'{ticks}<c:tickLblPos val="none"/><c:crossAx val="111"/><c:crosses val="autoZero"/>'
        f'<c:crossBetween val="between"/></c:valAx>'
    )
    if is_line:
        return (
            '<c:dateAx><c:axId val="111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
            f'<c:axPos val="b"/><c:numFmt formatCode="yyyy" sourceLinked="0"/>{ticks}<c:tickLblPos val="none"/>{foot}'
            f'{text}<c:crossAx val="222"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblOffset val="100"/>'
            f'<c:baseTimeUnit val="days"/></c:dateAx>{values}'
        )
    return (
        '<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>{ticks}<c:tickLblPos val="low"/>{foot}'
        f'{text}<c:crossAx val="222"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        f'<c:lblOffset val="60"/><c:noMultiLvlLbl val="1"/></c:catAx>{values}'
    )


def _legend(frame: SlideFrame, lang: Lang) -> str:
    return f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{_text(TextType(frame.names), lang)}</c:legend>'


def _text(kind: TextType, lang: Lang) -> str:
    run = run_properties(kind, lang, tag="a:defRPr")
    paragraph = f'<a:p><a:pPr>{run}</a:pPr><a:endParaRPr lang="{tag_of(lang)}"/></a:p>'
    return f"<c:txPr><a:bodyPr/><a:lstStyle/>{paragraph}</c:txPr>"
