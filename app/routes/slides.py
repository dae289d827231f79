"""Charts and stories as PowerPoint files."""

from flask import Blueprint, Response

from app.api_error import ApiError
from app.decks.deck import Deck
from app.model.text import LANGS, Lang
from app.renderers.pptx.deck import pptx
from app.routes.limits import limit_answer, limit_query
from app.routes.require_chart import require_chart
from app.site import Site
from app.urls import Urls

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_ENDING = "pptx"


def slides(site: Site) -> Blueprint:
    """`/<lang>/charts/<chart>[/<view>].pptx` and `/<lang>/stories/<story>.pptx`; an unknown id is a 404."""
    routes = Blueprint("slides", __name__)
    routes.before_request(limit_query)
    for lang in LANGS:
        _add_charts(routes, site, lang)
        _add_stories(routes, site, lang)
    return routes


def _add_charts(routes: Blueprint, site: Site, lang: Lang) -> None:
    def answer(chart_id: str, view_id: str = "") -> Response:
        require_chart(site.catalog, chart_id, view_id)
        return _sent(site, site.chart_deck(chart_id, lang, view_id), view_id)

    routes.add_url_rule(Urls(lang).chart("<chart_id>", format=_ENDING), f"chart-{lang}", answer)
    routes.add_url_rule(Urls(lang).chart("<chart_id>", "<view_id>", format=_ENDING), f"view-{lang}", answer)


def _add_stories(routes: Blueprint, site: Site, lang: Lang) -> None:
    def answer(story_id: str) -> Response:
        if story_id not in site.catalog.stories:
            raise ApiError(404, "not-found", "there is no such story", "path")
        return _sent(site, site.deck(story_id, lang), "")

    routes.add_url_rule(Urls(lang).story("<story_id>", format=_ENDING), f"story-{lang}", answer)


def _sent(site: Site, deck: Deck, view_id: str) -> Response:
    body = limit_answer(pptx(deck, site.edition(deck.lang)), fewer="slides", where="path")
    answer = Response(body, content_type=PPTX)
    name = "-".join(part for part in (deck.id, view_id, deck.lang) if part)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.{_ENDING}"'
    return answer
