"""The releases for programs: an Atom feed (RFC 4287), and everything that changed as JSON."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID, uuid5
from xml.sax.saxutils import escape, quoteattr

from flask import Blueprint, Response
from markupsafe import Markup

from app.model.text import LANGS, Lang
from app.releases.changes import change_text
from app.releases.record import Change, Release
from app.routes.headers import limit_query
from app.site import Site
from app.strings import word
from app.urls import SITE_URLS, Urls, absolute_url

#: Names the feed for good, wherever the site stands; a release's own name is made from it and its version.
_FEED = UUID("6c1f0f4e-5a0b-4d7e-9a37-3b1b0b7f2a11")


def feeds(site: Site) -> Blueprint:
    """`/feed.xml` and `/changes.json`. Where PUBLIC_URL is not set, their links are relative to where they stand."""
    routes = Blueprint("feeds", __name__)
    routes.before_request(limit_query)

    @routes.get(SITE_URLS.feed())
    def feed() -> Response:
        return Response(_atom(site), content_type="application/atom+xml; charset=utf-8")

    @routes.get(SITE_URLS.changes_json())
    def changes() -> Response:
        return Response(_json(site), content_type="application/json")

    return routes


def _full(site: Site, path: str) -> str:
    public = site.settings.public_url
    return absolute_url(public, path) if public else path


def _atom(site: Site) -> str:
    newest_first = [frozen.release for frozen in reversed(site.releases.ordered)]
    latest_article = max(source.published.end for source in site.catalog.sources.values())
    updated = newest_first[0].date if newest_first else latest_article
    name = " · ".join(site.catalog.overview.name[lang] for lang in LANGS)
    title = f"{name}: {' · '.join(word('changes', lang) for lang in LANGS)}"
    own = f'<link rel="self" type="application/atom+xml" href={quoteattr(_full(site, SITE_URLS.feed()))}/>'
    parts = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<id>{_FEED.urn}</id><title>{escape(title)}</title><updated>{_moment(updated)}</updated>",
        f"<author><name>{escape(name)}</name></author>",
        own if site.settings.public_url else "",
        *_links(site),
        *(_entry(site, release) for release in newest_first),
        "</feed>\n",
    ]
    return "\n".join(part for part in parts if part)


def _entry(site: Site, release: Release) -> str:
    title = f"{release.version} · {release.reason.zh} · {release.reason.en}"
    content = "".join(_content(release, lang) for lang in LANGS)
    return "\n".join(
        (
            f"<entry><id>{uuid5(_FEED, release.version).urn}</id><title>{escape(title)}</title>",
            f"<updated>{_moment(release.date)}</updated>",
            *_links(site, f"#{release.version}"),
            f'<content type="html">{escape(content)}</content></entry>',
        )
    )


def _links(site: Site, anchor: str = "") -> Iterable[str]:
    for lang in LANGS:
        href = quoteattr(_full(site, Urls(lang).changes() + anchor))
        yield f'<link rel="alternate" type="text/html" hreflang="{lang.bcp47}" href={href}/>'


def _content(release: Release, lang: Lang) -> str:
    items = Markup("").join(_item(change, lang) for change in release.changes)
    changed = Markup("<ul>{}</ul>").format(items) if release.changes else ""
    return Markup('<div lang="{}"><p>{}</p>{}</div>').format(lang.bcp47, release.reason[lang], changed)


def _item(change: Change, lang: Lang) -> Markup:
    reason = f" {word('change_reason', lang)}{change.reason[lang]}" if change.reason else ""
    return Markup("<li>{} {}{}</li>").format(
        word(f"change_kind_{change.kind}", lang), change_text(change, lang), reason
    )


def _moment(day: date) -> str:
    """A release has a day and no hour."""
    return f"{day.isoformat()}T00:00:00Z"


def _json(site: Site) -> str:
    releases = [_release(site, frozen.release) for frozen in reversed(site.releases.ordered)]
    pending = [_change(change) for change in site.release_diff.pending]
    return json.dumps({"releases": releases, "pending": pending}, ensure_ascii=False, indent=1) + "\n"


def _release(site: Site, release: Release) -> dict[str, Any]:
    said = release.model_dump(mode="json", include={"version", "date", "reason", "data_version", "counts"})
    pages = {lang: _full(site, f"{Urls(lang).changes()}#{release.version}") for lang in LANGS}
    return {**said, "url": pages, "changes": [_change(change) for change in release.changes]}


def _change(change: Change) -> dict[str, Any]:
    return change.model_dump(mode="json", exclude_none=True)
