"""Charts and stories as PowerPoint files."""

from flask import Blueprint, Response

from app.api_error import ApiError
from app.decks.deck import Deck
from app.model.text import Lang
from app.renderers.pptx.deck import pptx
from app.routes.chart_files import chart_rules, require_chart
from app.routes.limits import limit_answer, limit_query
from app.site import Site
from app.urls import RULES

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_ENDING = "pptx"


def slides(site: Site) -> Blueprint:
    """`/<lang>/charts/<chart>[/<view>].pptx` and `/<lang>/stories/<story>.pptx`; an unknown id is a 404."""
    routes = Blueprint("slides", __name__)
    routes.before_request(limit_query)

    def chart(lang: Lang, chart_id: str, view_id: str = "") -> Response:
        require_chart(site.catalog, chart_id, view_id)
        return _sent(site, site.chart_deck(chart_id, lang, view_id), view_id)

    for rule in chart_rules(_ENDING):
        routes.add_url_rule(rule, "chart", chart)

    @routes.get(RULES.story("<story_id>", format=_ENDING))
    def story(lang: Lang, story_id: str) -> Response:
        if story_id not in site.catalog.stories:
            raise ApiError(404, "not-found", "there is no such story", "path")
        return _sent(site, site.deck(story_id, lang), "")

    return routes


def _sent(site: Site, deck: Deck, view_id: str) -> Response:
    body = limit_answer(pptx(deck, site.edition(deck.lang)), fewer="slides", where="path")
    answer = Response(body, content_type=PPTX)
    name = "-".join(part for part in (deck.id, view_id, deck.lang) if part)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.{_ENDING}"'
    return answer
