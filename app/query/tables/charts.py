"""The charts as a table; figures in their texts are written out with their bounds."""

from collections.abc import Mapping

from app.model.catalog import Catalog
from app.model.chart import Chart, Kind
from app.model.text import LANGS, Text
from app.query.quote import resolve
from app.query.reading import Reading
from app.query.tables.column import column
from app.query.tables.table import Row, Table

_COLUMNS = (
    column("chart", "图表编号", "id of the chart", required="required"),
    column("topic", "专题编号", "id of the topic", required="required"),
    column("kind", "图的种类", "how it is drawn", choices=tuple(kind.value for kind in Kind), required="required"),
    column("finding_zh", "图表说明了什么", "what it shows, in Chinese", required="required"),
    column("finding_en", "图表说明了什么（英文）", "what it shows, in English", required="required"),
    column("title_zh", "中文标题", "neutral title in Chinese", required="required"),
    column("title_en", "英文标题", "neutral title in English", required="required"),
    column("subtitle_zh", "度量、单位与时间", "measure, unit and period, in Chinese", required="required"),
    column("subtitle_en", "度量、单位与时间（英文）", "measure, unit and period, in English", required="required"),
    column("observations", "图中的观测编号，空格分隔", "ids of the observations in it, parted by spaces"),
    column("views", "视图编号，空格分隔", "ids of its views, parted by spaces"),
)


def charts(catalog: Catalog, readings: Mapping[str, Reading], shown: Mapping[str, tuple[str, ...]]) -> Table:
    """`shown` are the ids of the observations in each chart."""
    rows = [_row(name, one, readings, shown[name]) for name, one in catalog.charts.items()]
    return Table("charts", _COLUMNS, rows, ("chart",), (("topic", "topics"),))


def _row(name: str, chart: Chart, readings: Mapping[str, Reading], shown: tuple[str, ...]) -> Row:
    return (
        name,
        chart.topic,
        chart.kind.value,
        *_both(chart.finding, readings),
        *_both(chart.title, readings),
        *_both(chart.subtitle, readings),
        " ".join(shown) or None,
        " ".join(chart.views) or None,
    )


def _both(text: Text, readings: Mapping[str, Reading]) -> tuple[str, ...]:
    return tuple(resolve(text[lang], readings, lang) for lang in LANGS)
