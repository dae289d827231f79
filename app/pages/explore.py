"""Any indicators put together by the reader: the honest views of them, and why others are not given."""

from app.benches.explore import explore as open_bench
from app.pages.frame import PageFrame
from app.pages.parts import filling
from app.query.wish import Wish
from app.strings import word


def explore(page: PageFrame, wish: Wish) -> str:
    """The page for the indicators asked for; unknown ones are named and left out, as are those past the twelfth."""
    bench = open_bench(page.site, wish, page.lang)
    return page.write(
        "explore.html",
        title=bench.title,
        description=word("explore_lead", page.lang),
        query=bench.query,
        bench=bench,
        **filling(page, bench),
    )
