"""Named breakthroughs and plans as a table."""

from collections.abc import Iterable

from app.model.catalog import Catalog
from app.model.milestone import LANES, Milestone
from app.query.tables.column import Type, column
from app.query.tables.observations import BASES
from app.query.tables.table import Row, Table

COLUMNS = (
    column("milestone", "大事编号", "id of the milestone", required="required"),
    column("topic", "专题编号", "id of the topic", required="required"),
    column(
        "lane",
        "类别：成果、发布、机构、政策、计划",
        "kind: result, release, institution, policy or plan",
        choices=LANES,
        required="required",
    ),
    column("title_zh", "中文标题", "title in Chinese", required="required"),
    column("title_en", "英文标题", "title in English", required="required"),
    column("period", "时间", "when", required="required"),
    column("period_start", "时间的第一天", "first day of the period", Type.DAY, required="required"),
    column("period_end", "时间的最后一天", "last day of the period", Type.DAY, required="required"),
    column("period_basis", "时间如何得知", "how the period is known", choices=BASES, required="required"),
    column("geography", "地域编号", "id of the place", required="required"),
    column("subject", "主体编号", "id of whose it is"),
    column("source", "来源编号", "id of the source", required="required"),
    column("section", "所在栏目", "heading or box it stands under"),
    column("printed", "原文片段", "the fragment as printed, in Chinese", required="required"),
    column("note_zh", "中文说明", "note in Chinese"),
    column("note_en", "英文说明", "note in English"),
    column("observations", "有关的观测编号，空格分隔", "ids of related observations, parted by spaces"),
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
