"""Everything that the API lists; routes, OpenAPI and the page for people are all made from this."""

from collections.abc import Mapping

from app.api.collection import ApiCollection, Filter, list_table
from app.api.filter import at_or_after, at_or_before, equal
from app.api.search import search_answer
from app.data.table import Row, Table
from app.data.tables.observations import WORD_COLUMNS
from app.model.milestone import LANES
from app.model.quantity import Qualifier
from app.model.text import Text
from app.site import Site

#: What each table holds, and the names of the filters that narrow it.
_TABLES: tuple[tuple[str, Text, tuple[str, ...]], ...] = (
    (
        "indicators",
        Text(zh="指标：数的是什么", en="indicators: what is counted"),
        ("topic",),
    ),
    (
        "definitions",
        Text(
            zh="各指标的口径，以及可与哪些口径相比",
            en="definitions of each indicator, and what each may be compared with",
        ),
        ("indicator",),
    ),
    (
        "charts",
        Text(zh="图表", en="charts"),
        ("topic",),
    ),
    (
        "sources",
        Text(zh="来源报道", en="the articles"),
        (),
    ),
    (
        "milestones",
        Text(zh="成果、发布、机构、政策与计划", en="named results, releases, institutions, policies and plans"),
        ("topic", "lane", "geography", "source", "from", "to"),
    ),
)
_OBSERVATIONS = Text(
    zh="每个数字一行，连同分寸、时间、口径和来源", en="one row a figure, with its bound, period, definition and source"
)


def collections(site: Site) -> tuple[ApiCollection, ...]:
    """In the order in which people read of them."""
    filters = _filters(site.tables)

    def words(name: str) -> Row:
        return tuple(column.value(site.data[name]) for column in WORD_COLUMNS)

    observations = list_table(
        site.observations,
        _OBSERVATIONS,
        filters=[filters[each] for each in ("indicator", "topic", "geography", "qualifier", "source", "from", "to")],
        words=WORD_COLUMNS,
        words_of=words,
    )
    return (
        observations,
        *(
            list_table(site.tables[name], about, filters=[filters[each] for each in narrowed])
            for name, about, narrowed in _TABLES
        ),
        search_answer(site),
    )


def _filters(tables: Mapping[str, Table]) -> Mapping[str, Filter]:
    """Every filter by the name of its parameter."""
    found = (
        equal("topic", "专题编号", "id of a topic", sorted(tables["topics"].row_by_id)),
        equal("indicator", "指标编号", "id of an indicator", sorted(tables["indicators"].row_by_id)),
        equal("geography", "地域编号", "id of a place", sorted(tables["geographies"].row_by_id)),
        equal("source", "来源编号", "id of a source", sorted(tables["sources"].row_by_id)),
        equal("qualifier", "分寸", "what the print says of the digits", [kind.value for kind in Qualifier]),
        equal("lane", "类别", "kind of milestone", LANES),
        at_or_after(),
        at_or_before(),
    )
    return {each.parameter.name: each for each in found}
