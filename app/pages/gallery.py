"""Every kind of chart in every state, from made-up data; not in the navigation."""

from app.charts.samples import samples
from app.pages.card import chart_card
from app.pages.frame import PageFrame
from app.strings import word

#: The page is long, so each chart comes in two widths only; assets/site.css shows the one or the other.
_WIDTHS = (288, 530)


def gallery(page: PageFrame) -> str:
    """The gallery in the page's language."""
    return page.write(
        "gallery.html",
        title=word("gallery", page.lang),
        description=word("gallery", page.lang),
        cards=[chart_card(scene, widths=_WIDTHS) for scene in samples(page.lang)],
    )
