"""Beijing beside the nation, the world, other places and its own past: all shares, rankings and changes."""

from app.benches.compare import compare_bench as open_bench
from app.data.page_query import PageQuery
from app.pages.frame import PageFrame
from app.pages.parts import filling
from app.strings import word


def compare(page: PageFrame, page_query: PageQuery) -> str:
    """All comparisons, or those of the topic asked for."""
    bench = open_bench(page.site, page_query, page.lang)
    return page.write(
        "compare.html",
        title=bench.title,
        description=word("compare_lead", page.lang),
        query=bench.query,
        bench=bench,
        **filling(page, bench),
    )
