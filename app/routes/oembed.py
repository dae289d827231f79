"""oEmbed: the address of a chart in, one frame out, as JSON or XML (https://oembed.com, version 1.0)."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

from flask import Blueprint, Response, request
from werkzeug.datastructures import MultiDict

from app.api_error import ApiError
from app.charts.frames import drawn_at, frame_height
from app.charts.pictures import CARD
from app.charts.registry import layout_chart
from app.charts.scene import Scene
from app.model.text import Lang
from app.releases.release_archive import ReleasedChart
from app.renderers.snippet import write_iframe
from app.routes.chart_files import require_chart
from app.routes.headers import limit_query
from app.site import Site
from app.urls import SITE_URLS, Urls, absolute_url

#: A column of text on a desktop page; the asker may want less.
_WIDTH = 720
_LARGEST = 10_000
_CHART = re.compile(
    r"(?:/v/(?P<version>[0-9.]{7,10})(?=/../embed/))?/(?P<lang>zh|en)/(?:charts|embed)"
    r"/(?P<chart>[a-z0-9-]{1,64})(?:/(?P<view>[a-z0-9-]{1,64}))?",
    re.ASCII,
)
_FORMATS = {"json": "application/json", "xml": "text/xml; charset=utf-8"}


@dataclass(frozen=True)
class OembedRequest:
    """A chart of ours, its paths as an embed and as a card, and the largest frame there is room for.

    A released chart has no card (""): what is drawn of it today could differ from it.
    """

    scene: Scene
    path: str
    card: str
    most_width: int
    most_height: int

    @property
    def width(self) -> int:
        return min(self.most_width, _WIDTH)


def oembed(site: Site) -> Blueprint:
    """`/oembed?url=…`; what is not an address of one of our charts is refused."""
    routes = Blueprint("oembed", __name__)
    routes.before_request(limit_query)

    @routes.get(SITE_URLS.oembed())
    def answer() -> Response:
        form = request.args.get("format", "json")
        if form not in _FORMATS:
            raise ApiError(501, "unknown-format", "format must be json or xml", "format")
        content = _content(site, _asked(site, request.args))
        body = _xml(content) if form == "xml" else json.dumps(content, ensure_ascii=False)
        return Response(body, content_type=_FORMATS[form])

    return routes


def _asked(site: Site, arguments: "MultiDict[str, str]") -> OembedRequest:
    if "url" not in arguments:
        raise ApiError(400, "no-url", "url must be the address of a chart", "url")
    scene, path, card = _named(site, arguments["url"])
    return OembedRequest(scene, path, card, _number(arguments, "maxwidth"), _number(arguments, "maxheight"))


def _named(site: Site, address: str) -> tuple[Scene, str, str]:
    """The chart of an address, its embed and its card; raises ApiError 404 where it is not ours."""
    public = site.settings.public_url
    path = address.removeprefix(public)
    match = _CHART.fullmatch(re.split("[?#]", path, maxsplit=1)[0]) if public and path != address else None
    if match is None:
        reason = "this is not the address of a chart here" if public else "PUBLIC_URL is not set, so no address is ours"
        raise ApiError(404, "not-ours", reason, "url")
    lang = Lang(match["lang"])
    chart_id, view_id, version = match["chart"], match["view"] or "", match["version"]
    embed = Urls(lang, version=version or "").embed(chart_id, view_id)
    if version:
        return _released(site, version, lang, chart_id, view_id).scene, embed, ""
    require_chart(site.catalog, chart_id, view_id, where="url")
    return site.chart(chart_id, lang, view_id), embed, Urls(lang).chart(chart_id, view_id, format="card.png")


def _released(site: Site, version: str, lang: Lang, chart_id: str, view_id: str) -> ReleasedChart:
    try:
        return site.releases.chart(version, lang, chart_id, view_id)
    except KeyError:
        raise ApiError(404, "not-found", "there is no such release, or no such chart in it", "url") from None


def _number(arguments: "MultiDict[str, str]", name: str) -> int:
    text = arguments.get(name, str(_LARGEST))
    if not re.fullmatch(r"[0-9]{1,6}", text, re.ASCII) or int(text) == 0:
        raise ApiError(400, f"bad-{name}", f"{name} must be a whole number of pixels", name)
    return int(text)


def _content(site: Site, query: OembedRequest) -> Mapping[str, str | int]:
    scene = query.scene
    address = absolute_url(site.settings.public_url, query.path)
    drawing = layout_chart(scene, drawn_at(scene, query.width)).height
    height = min(frame_height(scene, query.width, drawing), query.most_height)
    return {
        "version": "1.0",
        "type": "rich",
        "title": scene.title,
        "provider_name": site.catalog.overview.name[scene.lang],
        "provider_url": absolute_url(site.settings.public_url, Urls(scene.lang).root()),
        "cache_age": 600,
        "width": query.width,
        "height": height,
        **_thumbnail(site, query),
        "html": str(write_iframe(address, title=scene.title, height=height, width=str(query.width))),
    }


def _thumbnail(site: Site, query: OembedRequest) -> Mapping[str, str | int]:
    """The picture for links; none where it is larger than the asker has room for, as the protocol wants."""
    width, height = CARD
    if not query.card or width > query.most_width or height > query.most_height:
        return {}
    address = absolute_url(site.settings.public_url, query.card)
    return {"thumbnail_url": address, "thumbnail_width": width, "thumbnail_height": height}


def _xml(content: Mapping[str, str | int]) -> str:
    fields = "".join(f"<{name}>{escape(str(value))}</{name}>" for name, value in content.items())
    return f'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>{fields}</oembed>\n'
