"""The charts as a table; figures in their texts are written out with their bounds."""

from collections.abc import Mapping

from app.data.datum import Datum
from app.data.tables.column import table_column
from app.data.tables.table import Row, Table
from app.data.text_references import resolve_references
from app.model.catalog import Catalog
from app.model.chart import Chart, ChartKind
from app.model.text import LANGS, Text

_COLUMNS = (
    table_column("chart", "图表编号", "id of the chart", required="required"),
    table_column("topic", "专题编号", "id of the topic", required="required"),
    table_column(
        "kind", "图的种类", "how it is drawn", choices=tuple(kind.value for kind in ChartKind), required="required"
    ),
    table_column("finding_zh", "图表说明了什么", "what it shows, in Chinese", required="required"),
    table_column("finding_en", "图表说明了什么（英文）", "what it shows, in English", required="required"),
    table_column("title_zh", "中文标题", "neutral title in Chinese", required="required"),
    table_column("title_en", "英文标题", "neutral title in English", required="required"),
    table_column("subtitle_zh", "度量、单位与时间", "measure, unit and period, in Chinese", required="required"),
    table_column(
        "subtitle_en", "度量、单位与时间（英文）", "measure, unit and period, in English", required="required"
    ),
    table_column("observations", "图中的观测编号，空格分隔", "ids of the observations in it, parted by spaces"),
    table_column("views", "视图编号，空格分隔", "ids of its views, parted by spaces"),
)


def charts(catalog: Catalog, data: Mapping[str, Datum], shown: Mapping[str, tuple[str, ...]]) -> Table:
    """`shown` are the ids of the observations in each chart."""
    rows = [_row(name, one, data, shown[name]) for name, one in catalog.charts.items()]
    return Table("charts", _COLUMNS, rows, ("chart",), (("topic", "topics"),))


def _row(name: str, chart: Chart, data: Mapping[str, Datum], shown: tuple[str, ...]) -> Row:
    return (
        name,
        chart.topic,
        chart.kind.value,
        *_both(chart.finding, data),
        *_both(chart.title, data),
        *_both(chart.subtitle, data),
        " ".join(shown) or None,
        " ".join(chart.views) or None,
    )


def _both(text: Text, data: Mapping[str, Datum]) -> tuple[str, ...]:
    return tuple(resolve_references(text[lang], data, lang) for lang in LANGS)
