"""Everything that the API lists; routes, OpenAPI and the page for people are all made from this."""

from collections.abc import Sequence

from app.api.collection import Collection, listed
from app.api.filter import equal, since, until
from app.api.search import search
from app.model.milestone import LANES
from app.model.quantity import Qualifier
from app.model.text import Text
from app.query.tables.observations import spoken
from app.query.tables.table import Table
from app.site import Site


def collections(site: Site) -> tuple[Collection, ...]:
    """In the order in which people read of them."""
    tables = site.tables
    topic = equal("topic", "专题编号", "id of a topic", _ids(tables["topics"]))
    indicator = equal("indicator", "指标编号", "id of an indicator", _ids(tables["indicators"]))
    geography = equal("geography", "地域编号", "id of a place", _ids(tables["geographies"]))
    source = equal("source", "来源编号", "id of a source", _ids(tables["sources"]))
    qualifier = equal("qualifier", "分寸", "what the print says of the digits", [kind.value for kind in Qualifier])
    lane = equal("lane", "类别", "kind of milestone", LANES)
    return (
        listed(
            spoken(tables["observations"], site.readings),
            Text(
                zh="每个数字一行，连同分寸、时间、口径和来源",
                en="one row a figure, with its bound, period, definition and source",
            ),
            (indicator, topic, geography, qualifier, source, since(), until()),
        ),
        listed(tables["indicators"], Text(zh="指标", en="what is counted"), (topic,)),
        listed(
            tables["definitions"],
            Text(
                zh="每个指标的口径，以及可与哪些口径相比",
                en="the definitions of each indicator, and what each may be compared with",
            ),
            (indicator,),
        ),
        listed(tables["charts"], Text(zh="图表", en="the charts"), (topic,)),
        listed(tables["sources"], Text(zh="来源报道", en="the articles")),
        listed(
            tables["milestones"],
            Text(
                zh="有名字的成果、发布、机构、政策与计划",
                en="named results, releases, institutions, policies and plans",
            ),
            (topic, lane, geography, source, since(), until()),
        ),
        search(site),
    )


def _ids(table: Table) -> Sequence[str]:
    place = table.places[table.key[0]]
    return sorted(str(row[place]) for row in table.rows)
