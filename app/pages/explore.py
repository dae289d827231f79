"""Any indicators put together by the reader: the honest views of them, and why others are not given."""

from app.benches.explore import explore_bench as open_bench
from app.data.page_query import PageQuery
from app.pages.frame import PageFrame
from app.pages.parts import filling
from app.strings import word


def explore(page: PageFrame, page_query: PageQuery) -> str:
    """The page for the indicators asked for; unknown ones are named and left out, as are those past the twelfth."""
    bench = open_bench(page.site, page_query, page.lang)
    return page.write(
        "explore.html",
        title=bench.title,
        description=word("explore_lead", page.lang),
        query=bench.query,
        bench=bench,
        **filling(page, bench),
    )
