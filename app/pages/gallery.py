"""Every kind of chart in every state, from made-up data; not in the navigation."""

from dataclasses import dataclass

from app.charts.samples import samples
from app.pages.card import ChartCard, chart_card
from app.pages.frame import PageFrame
from app.pages.route import route
from app.strings import word
from app.urls import RULES

#: The page is long, so each chart comes in two widths only; assets/site.css shows the one or the other.
_WIDTHS = (288, 530)


@dataclass(frozen=True)
class GalleryContent:
    """Every chart."""

    cards: list[ChartCard]


@route(RULES.gallery())
def gallery_page(page: PageFrame) -> str:
    """The gallery in the page's language."""
    return page.write(
        "gallery.html",
        GalleryContent(
            cards=[chart_card(scene, widths=_WIDTHS) for scene in samples(page.lang)],
        ),
        title=word("gallery", page.lang),
        description=word("gallery", page.lang),
    )
