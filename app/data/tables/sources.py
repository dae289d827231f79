"""The articles as a table. What an article does not print is `unknown`."""

from collections import Counter

from app.data.tables.column import ColumnType, table_column
from app.data.tables.observations import BASES
from app.data.tables.table import Table
from app.model.catalog import Catalog
from app.model.source import Source
from app.model.text import Text

UNKNOWN = "unknown"
_COLUMNS = (
    table_column("source", "来源编号", "id of the source", required="required"),
    table_column("article", "报道序号", "number of the article", required="required"),
    table_column("title_zh", "标题", "title in Chinese", required="required"),
    table_column("title_en", "标题的英译", "title in English, our translation", required="required"),
    table_column("short_zh", "中文简称", "short name in Chinese", required="required"),
    table_column("short_en", "英文简称", "short name in English", required="required"),
    table_column(
        "publisher_zh",
        "刊登媒体；unknown 即原文未注明",
        "publisher in Chinese; unknown where not printed",
        required="required",
    ),
    table_column(
        "publisher_en", "刊登媒体的英译", "publisher in English; unknown where not printed", required="required"
    ),
    table_column(
        "author_zh", "记者；unknown 即原文未注明", "author in Chinese; unknown where not printed", required="required"
    ),
    table_column("author_en", "记者的英译", "author in English; unknown where not printed", required="required"),
    table_column("published", "刊出时间", "when it was published", required="required"),
    table_column("published_basis", "刊出时间如何得知", "how that is known", choices=BASES, required="required"),
    table_column(
        "address", "网址；unknown 即原文未注明", "web address; unknown where not printed", required="required"
    ),
    table_column("dating_zh", "时间如何确定", "how the date was established, in Chinese", required="required"),
    table_column("dating_en", "时间如何确定（英文）", "how the date was established, in English", required="required"),
    table_column(
        "observations",
        "采自本文的观测数",
        "number of observations taken from it",
        ColumnType.WHOLE,
        required="required",
    ),
)


def sources(catalog: Catalog) -> Table:
    taken = Counter(o.source for o in catalog.observations.values())
    rows = [(name, *_row(one), taken[name]) for name, one in catalog.sources.items()]
    return Table("sources", _COLUMNS, rows, ("source",))


def _row(one: Source) -> tuple[str, ...]:
    return (
        one.article,
        one.title.zh,
        one.title.en,
        one.short.zh,
        one.short.en,
        *_both(one.publisher),
        *_both(one.author),
        one.published.text,
        one.published_basis.value,
        one.address,
        one.dating.zh,
        one.dating.en,
    )


def _both(given: Text | str) -> tuple[str, str]:
    return (given.zh, given.en) if isinstance(given, Text) else (UNKNOWN, UNKNOWN)
