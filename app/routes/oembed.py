"""oEmbed: the address of a chart in, one frame out, as JSON or XML (https://oembed.com, version 1.0)."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

from flask import Blueprint, Response, request
from werkzeug.datastructures import MultiDict

from app import urls
from app.answer import Refusal
from app.layout.embed import drawn_at, frame_height
from app.layout.place import place
from app.layout.shaped import CARD
from app.model.text import LANGS, Lang
from app.renderers.snippet import iframe
from app.routes.limits import limit_query
from app.site import Site

#: A column of text on a desktop page; the asker may want less.
_WIDTH = 720
_LARGEST = 10_000
_CHART = re.compile(r"/(zh|en)/(?:charts|embed)/([a-z0-9-]{1,64})(?:/([a-z0-9-]{1,64}))?", re.ASCII)
_FORMATS = {"json": "application/json", "xml": "text/xml; charset=utf-8"}


@dataclass(frozen=True)
class Asked:
    """A chart of ours and the largest frame there is room for."""

    lang: Lang
    chart_id: str
    view_id: str
    most_width: int
    most_height: int

    @property
    def width(self) -> int:
        return min(self.most_width, _WIDTH)


def oembed(site: Site) -> Blueprint:
    """`/oembed?url=…`; what is not an address of one of our charts is refused."""
    routes = Blueprint("oembed", __name__)
    routes.before_request(limit_query)

    @routes.get(urls.oembed())
    def answer() -> Response:
        form = request.args.get("format", "json")
        if form not in _FORMATS:
            raise Refusal(501, "unknown-format", "format must be json or xml", "format")
        content = _content(site, _asked(site, request.args))
        body = _xml(content) if form == "xml" else json.dumps(content, ensure_ascii=False)
        return Response(body, content_type=_FORMATS[form])

    return routes


def _asked(site: Site, arguments: "MultiDict[str, str]") -> Asked:
    if "url" not in arguments:
        raise Refusal(400, "no-url", "url must be the address of a chart", "url")
    lang, chart_id, view_id = _named(site, arguments["url"])
    return Asked(lang, chart_id, view_id, _number(arguments, "maxwidth"), _number(arguments, "maxheight"))


def _named(site: Site, address: str) -> tuple[Lang, str, str]:
    """The language, chart and view of an address; raises Refusal 404 where it is not ours."""
    public = site.settings.public_url
    path = address.removeprefix(public)
    found = _CHART.fullmatch(re.split("[?#]", path, maxsplit=1)[0]) if public and path != address else None
    if found is None or (lang := next((each for each in LANGS if each == found[1]), None)) is None:
        reason = "this is not the address of a chart here" if public else "PUBLIC_URL is not set, so no address is ours"
        raise Refusal(404, "not-ours", reason, "url")
    chart = site.catalog.charts.get(found[2])
    if chart is None or (found[3] and found[3] not in chart.views):
        raise Refusal(404, "not-found", "there is no such chart", "url")
    return lang, found[2], found[3] or ""


def _number(arguments: "MultiDict[str, str]", name: str) -> int:
    given = arguments.get(name, str(_LARGEST))
    if not re.fullmatch(r"[0-9]{1,6}", given, re.ASCII) or int(given) == 0:
        raise Refusal(400, f"bad-{name}", f"{name} must be a whole number of pixels", name)
    return int(given)


def _content(site: Site, asked: Asked) -> Mapping[str, str | int]:
    scene = site.chart(asked.chart_id, asked.lang, asked.view_id)
    address = urls.absolute(site.settings.public_url, urls.embed(asked.lang, asked.chart_id, asked.view_id))
    drawing = place(scene, drawn_at(scene, asked.width)).height
    height = min(frame_height(scene, asked.width, drawing), asked.most_height)
    return {
        "version": "1.0",
        "type": "rich",
        "title": scene.title,
        "provider_name": site.catalog.overview.name[asked.lang],
        "provider_url": urls.absolute(site.settings.public_url, urls.root(asked.lang)),
        "cache_age": 600,
        "width": asked.width,
        "height": height,
        **_thumbnail(site, asked),
        "html": str(iframe(address, title=scene.title, height=height, width=str(asked.width))),
    }


def _thumbnail(site: Site, asked: Asked) -> Mapping[str, str | int]:
    """The picture for links; none where it is larger than the asker has room for, as the protocol wants."""
    width, height = CARD
    if width > asked.most_width or height > asked.most_height:
        return {}
    path = urls.picture(asked.lang, asked.chart_id, asked.view_id, ending="card.png")
    address = urls.absolute(site.settings.public_url, path)
    return {"thumbnail_url": address, "thumbnail_width": width, "thumbnail_height": height}


def _xml(content: Mapping[str, str | int]) -> str:
    fields = "".join(f"<{name}>{escape(str(value))}</{name}>" for name, value in content.items())
    return f'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>{fields}</oembed>\n'
