"""What search engines ask for: robots.txt, and sitemap.xml where the site knows its own address."""

from xml.sax.saxutils import escape

from flask import Blueprint, Response, current_app

from app.model.text import LANGS, Lang
from app.routes.addresses import addresses
from app.routes.headers import ResponseKind, response_kind
from app.site import Site
from app.urls import SITE_URLS, WORKBENCH, Urls, absolute_url

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
    found = addresses(current_app.url_map, site)
    return [
        each
        for each in found
        if each.startswith(urls.root()) and response_kind(each) is ResponseKind.PAGE and each not in without
    ]
