"""Named breakthroughs and plans as a table."""

from collections.abc import Iterable

from app.data.tables.column import ColumnType, table_column
from app.data.tables.observations import BASES
from app.data.tables.table import Row, Table
from app.model.catalog import Catalog
from app.model.milestone import LANES, Milestone

COLUMNS = (
    table_column("milestone", "大事编号", "id of the milestone", required="required"),
    table_column("topic", "专题编号", "id of the topic", required="required"),
    table_column(
        "lane",
        "类别：成果、发布、机构、政策、计划",
        "kind: result, release, institution, policy or plan",
        choices=LANES,
        required="required",
    ),
    table_column("title_zh", "中文标题", "title in Chinese", required="required"),
    table_column("title_en", "英文标题", "title in English", required="required"),
    table_column("period", "时间", "when", required="required"),
    table_column("period_start", "时间的第一天", "first day of the period", ColumnType.DAY, required="required"),
    table_column("period_end", "时间的最后一天", "last day of the period", ColumnType.DAY, required="required"),
    table_column("period_basis", "时间如何得知", "how the period is known", choices=BASES, required="required"),
    table_column("geography", "地域编号", "id of the place", required="required"),
    table_column("subject", "主体编号", "id of whose it is"),
    table_column("source", "来源编号", "id of the source", required="required"),
    table_column("section", "所在栏目", "heading or box it stands under"),
    table_column("printed", "原文片段", "the fragment as printed, in Chinese", required="required"),
    table_column("note_zh", "中文说明", "note in Chinese"),
    table_column("note_en", "英文说明", "note in English"),
    table_column("observations", "有关的观测编号，空格分隔", "ids of related observations, parted by spaces"),
)
_LINKS = (
    ("topic", "topics"),
    ("geography", "geographies"),
    ("subject", "subjects"),
    ("source", "sources"),
)


def milestones(catalog: Catalog, chosen: Iterable[str] | None = None) -> Table:
    """All of them, or those of the ids in `chosen`, in the order of the files."""
    wanted = None if chosen is None else frozenset(chosen)
    rows = [
        _row(topic, one)
        for topic, ones in catalog.milestones.items()
        for one in ones
        if wanted is None or one.id in wanted
    ]
    return Table("milestones", COLUMNS, rows, ("milestone",), _LINKS)


def _row(topic: str, one: Milestone) -> Row:
    return (
        one.id,
        topic,
        one.lane,
        one.title.zh,
        one.title.en,
        one.period.text,
        one.period.start.isoformat(),
        one.period.end.isoformat(),
        one.period_basis.value,
        one.geography,
        one.subject,
        one.source,
        one.section,
        one.printed,
        one.note.zh if one.note else None,
        one.note.en if one.note else None,
        " ".join(one.observations) or None,
    )
