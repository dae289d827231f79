"""Named breakthroughs and plans as a table."""

from collections.abc import Collection
from typing import NamedTuple

from app.data.table import Column, ColumnType, Table, key_column
from app.data.tables.observations import BASES
from app.model.catalog import Catalog
from app.model.milestone import LANES, Milestone
from app.model.text import Text


class _MilestoneOf(NamedTuple):
    topic: str
    milestone: Milestone


_COLUMNS: tuple[Column[_MilestoneOf], ...] = (
    Column(
        "topic",
        Text(zh="专题编号", en="id of the topic"),
        ColumnType.ID,
        is_required=True,
        reference="topics",
        value=lambda one: one.topic,
    ),
    Column(
        "lane",
        Text(zh="类别：成果、发布、机构、政策、计划", en="kind: result, release, institution, policy or plan"),
        choices=LANES,
        is_required=True,
        value=lambda one: one.milestone.lane,
    ),
    Column(
        "title_zh",
        Text(zh="中文标题", en="title in Chinese"),
        is_required=True,
        value=lambda one: one.milestone.title.zh,
    ),
    Column(
        "title_en",
        Text(zh="英文标题", en="title in English"),
        is_required=True,
        value=lambda one: one.milestone.title.en,
    ),
    Column("period", Text(zh="时间", en="when"), is_required=True, value=lambda one: one.milestone.period.text),
    Column(
        "period_start",
        Text(zh="时间的第一天", en="first day of the period"),
        ColumnType.DAY,
        is_required=True,
        value=lambda one: one.milestone.period.start,
    ),
    Column(
        "period_end",
        Text(zh="时间的最后一天", en="last day of the period"),
        ColumnType.DAY,
        is_required=True,
        value=lambda one: one.milestone.period.end,
    ),
    Column(
        "period_basis",
        Text(zh="时间如何得知", en="how the period is known"),
        choices=BASES,
        is_required=True,
        value=lambda one: one.milestone.period_basis.value,
    ),
    Column(
        "geography",
        Text(zh="地域编号", en="id of the place"),
        ColumnType.ID,
        is_required=True,
        reference="geographies",
        value=lambda one: one.milestone.geography,
    ),
    Column(
        "subject",
        Text(zh="主体编号", en="id of whose it is"),
        ColumnType.ID,
        reference="subjects",
        value=lambda one: one.milestone.subject,
    ),
    Column(
        "source",
        Text(zh="来源编号", en="id of the source"),
        ColumnType.ID,
        is_required=True,
        reference="sources",
        value=lambda one: one.milestone.source,
    ),
    Column(
        "section",
        Text(zh="所在栏目", en="heading or box it stands under"),
        value=lambda one: one.milestone.section,
    ),
    Column(
        "printed",
        Text(zh="原文片段", en="the fragment as printed, in Chinese"),
        is_required=True,
        value=lambda one: one.milestone.printed,
    ),
    Column(
        "note_zh",
        Text(zh="中文说明", en="note in Chinese"),
        value=lambda one: one.milestone.note.zh if one.milestone.note else None,
    ),
    Column(
        "note_en",
        Text(zh="英文说明", en="note in English"),
        value=lambda one: one.milestone.note.en if one.milestone.note else None,
    ),
    Column(
        "observations",
        Text(zh="有关的观测编号，空格分隔", en="ids of related observations, parted by spaces"),
        value=lambda one: " ".join(one.milestone.observations) or None,
    ),
)


def milestones(catalog: Catalog, chosen: Collection[str] | None = None) -> Table:
    """All of them, or those of the ids in `chosen`, in the order of the files."""
    records = {
        one.id: _MilestoneOf(topic, one)
        for topic, ones in catalog.milestones.items()
        for one in ones
        if chosen is None or one.id in chosen
    }
    key = key_column("milestone", Text(zh="大事编号", en="id of the milestone"))
    return Table.of("milestones", key, _COLUMNS, records)
