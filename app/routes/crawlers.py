"""What crawlers ask for, and every address of the site."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from xml.sax.saxutils import escape

from flask import Blueprint, Response, current_app
from werkzeug.routing import Map, Rule

from app.model.text import LANGS, Lang
from app.routes.headers import ResponseKind, response_kind
from app.site import Site
from app.urls import LANG, SITE_URLS, WORKBENCH, Urls, absolute_url

#: What the ids in an address may be, by their names: each combination that names something.
_IDS: Mapping[tuple[str, ...], Callable[[Site], Iterable[tuple[str, ...]]]] = {
    (): lambda _site: [()],
    ("chart_id",): lambda site: [(name,) for name in site.catalog.charts],
    ("chart_id", "view_id"): lambda site: [
        (name, v) for name, chart in site.catalog.charts.items() for v in chart.views
    ],
    ("chart_id", "version"): lambda site: [
        (name, frozen.version) for frozen in site.releases.ordered for name in frozen.release.charts
    ],
    ("chart_id", "version", "view_id"): lambda site: [
        (name, frozen.version, view)
        for frozen in site.releases.ordered
        for name, views in frozen.release.charts.items()
        for view in views
    ],
    ("observation_id",): lambda site: [(name,) for name in site.data],
    ("source_id",): lambda site: [(name,) for name in site.catalog.sources],
    ("story_id",): lambda site: [(name,) for name in site.catalog.stories],
    ("indicator_id",): lambda site: [(name,) for name in site.catalog.indicators],
    ("preset_id",): lambda site: [(name,) for name in site.catalog.board.presets],
    ("topic_id",): lambda site: [(name,) for name in site.catalog.topics],
}
#: Assets are found by the pages that name them, and a row of the API is one of its collection's.
_ELSEWHERE = ("_name", "name")


class UnknownIdError(LookupError):
    """A route has an id that nothing here can list; its text names both."""


def addresses(routes: Map, site: Site) -> Iterator[str]:
    """Every address that a GET may ask for; raises UnknownIdError for a route not known here.

    Some of them answer nothing without a query. Not among them: what is only talked to (callbacks, health), and what
    depends on who asks (`/`).
    """
    for rule in routes.iter_rules():
        if _is_content(rule, site):
            yield from _filled(rule, site)


def _is_content(rule: Rule, site: Site) -> bool:
    if "GET" not in (rule.methods or ()) or response_kind(rule.rule) is ResponseKind.TALK:
        return False
    without = {"/"} | (set() if site.settings.public_url else {SITE_URLS.sitemap()})
    return rule.rule not in without and not rule.arguments.intersection(_ELSEWHERE)


def _filled(rule: Rule, site: Site) -> Iterator[str]:
    names = tuple(sorted(rule.arguments - {"lang"}))
    if names not in _IDS:
        raise UnknownIdError(f"{rule.rule} has ids ({', '.join(names)}) that app/routes/crawlers.py cannot list")
    for lang in LANGS if LANG in rule.rule else ("",):
        for values in _IDS[names](site):
            address = rule.rule.replace(LANG, lang)
            for name, value in zip(names, values, strict=True):
                address = address.replace(f"<{name}>", value)
            yield address


_NO_ADDRESS = "There is no sitemap: PUBLIC_URL is not set, and a sitemap needs full addresses.\n"
_XHTML = "http://www.w3.org/1999/xhtml"


def crawlers(site: Site) -> Blueprint:
    """`/robots.txt` and `/sitemap.xml`; without PUBLIC_URL the latter is a 404 that says so."""
    routes = Blueprint("crawlers", __name__)

    @routes.get(SITE_URLS.robots())
    def robots() -> Response:
        return Response(_robots(site.settings.public_url), mimetype="text/plain")

    @routes.get(SITE_URLS.sitemap())
    def sitemap() -> Response:
        if not site.settings.public_url:
            return Response(_NO_ADDRESS, 404, mimetype="text/plain")
        return Response(_sitemap(site), mimetype="application/xml")

    return routes


def _robots(public_url: str) -> str:
    lines = [
        "User-agent: *",
        f"Disallow: {WORKBENCH}",
        *(f"Disallow: {Urls(lang).search()}" for lang in LANGS),
        *(f"Disallow: {Urls(lang).brief()}" for lang in LANGS),
    ]
    if public_url:
        lines.append(f"Sitemap: {absolute_url(public_url, SITE_URLS.sitemap())}")
    return "\n".join(lines) + "\n"


def _sitemap(site: Site) -> str:
    pairs = zip(*(_pages(site, lang) for lang in LANGS), strict=True)
    entries = "\n".join(_entry(site.settings.public_url, pair) for pair in pairs)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="{_XHTML}">\n{entries}\n</urlset>\n'
    )


def _entry(public_url: str, pair: tuple[str, ...]) -> str:
    """One page in all languages, each entry naming the others."""
    full = [escape(absolute_url(public_url, path)) for path in pair]
    twins = "".join(
        f'<xhtml:link rel="alternate" hreflang="{lang.bcp47}" href="{address}"/>'
        for lang, address in zip(LANGS, full, strict=True)
    )
    return "\n".join(f"<url><loc>{address}</loc>{twins}</url>" for address in full)


def _pages(site: Site, lang: Lang) -> list[str]:
    """Every page of a language that says something of its own: no form without an answer, no sample, no stage."""
    urls = Urls(lang)
    without = {urls.search(), urls.check(), urls.gallery(), urls.brief_stage()}
    pages = addresses(current_app.url_map, site)
    return [
        each
        for each in pages
        if each.startswith(urls.root()) and response_kind(each) is ResponseKind.PAGE and each not in without
    ]
