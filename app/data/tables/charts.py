"""The charts as a table; figures in their texts are written out with their bounds."""

from collections.abc import Mapping
from typing import NamedTuple

from app.data.datum import Datum
from app.data.table import Column, ColumnType, Table, key_column
from app.data.text_references import resolve_references
from app.model.catalog import Catalog
from app.model.chart import Chart, ChartKind
from app.model.text import Lang, Text


class _ChartWith(NamedTuple):
    """A chart, the data behind the references of its texts, and those that it shows."""

    chart: Chart
    data: Mapping[str, Datum]
    shown: tuple[Datum, ...]

    def resolve(self, text: Text, lang: Lang) -> str:
        return resolve_references(text[lang], self.data, lang)


_COLUMNS: tuple[Column[_ChartWith], ...] = (
    Column(
        "topic",
        Text(zh="专题编号", en="id of the topic"),
        ColumnType.ID,
        is_required=True,
        reference="topics",
        value=lambda one: one.chart.topic,
    ),
    Column(
        "kind",
        Text(zh="图的种类", en="how it is drawn"),
        choices=tuple(kind.value for kind in ChartKind),
        is_required=True,
        value=lambda one: one.chart.kind.value,
    ),
    Column(
        "finding_zh",
        Text(zh="图表说明了什么", en="what it shows, in Chinese"),
        is_required=True,
        value=lambda one: one.resolve(one.chart.finding, Lang.ZH),
    ),
    Column(
        "finding_en",
        Text(zh="图表说明了什么（英文）", en="what it shows, in English"),
        is_required=True,
        value=lambda one: one.resolve(one.chart.finding, Lang.EN),
    ),
    Column(
        "title_zh",
        Text(zh="中文标题", en="neutral title in Chinese"),
        is_required=True,
        value=lambda one: one.resolve(one.chart.title, Lang.ZH),
    ),
    Column(
        "title_en",
        Text(zh="英文标题", en="neutral title in English"),
        is_required=True,
        value=lambda one: one.resolve(one.chart.title, Lang.EN),
    ),
    Column(
        "subtitle_zh",
        Text(zh="度量、单位与时间", en="measure, unit and period, in Chinese"),
        is_required=True,
        value=lambda one: one.resolve(one.chart.subtitle, Lang.ZH),
    ),
    Column(
        "subtitle_en",
        Text(zh="度量、单位与时间（英文）", en="measure, unit and period, in English"),
        is_required=True,
        value=lambda one: one.resolve(one.chart.subtitle, Lang.EN),
    ),
    Column(
        "observations",
        Text(zh="图中的观测编号，空格分隔", en="ids of the observations in it, parted by spaces"),
        value=lambda one: " ".join(datum.id for datum in one.shown) or None,
    ),
    Column(
        "views",
        Text(zh="视图编号，空格分隔", en="ids of its views, parted by spaces"),
        value=lambda one: " ".join(one.chart.views) or None,
    ),
)


def charts(catalog: Catalog, data: Mapping[str, Datum], charted: Mapping[str, tuple[Datum, ...]]) -> Table:
    """`charted` are the data that each chart shows by default."""
    records = {name: _ChartWith(one, data, charted[name]) for name, one in catalog.charts.items()}
    return Table.of("charts", key_column("chart", Text(zh="图表编号", en="id of the chart")), _COLUMNS, records)
