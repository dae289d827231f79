"""What a page is, in the words of schema.org (JSON-LD), for search engines and reference managers.

Addresses are absolute where PUBLIC_URL is set and paths where it is not. No number of a figure stands here but in a
sentence: the vocabulary has no way to say that it is only a bound.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from app.data.datum import Datum
from app.model.source import Source
from app.model.text import Lang
from app.renderers.chart_export import ChartExport, DataEdition
from app.site import Site
from app.strings import word
from app.urls import Urls

Linked = Mapping[str, Any]

_MEDIA = {"csv": "text/csv", "json": "application/json"}


def web_page(site: Site, lang: Lang, address: str, *, name: str, description: str, subject: Linked) -> Markup:
    """The page as JSON that may stand in a script element; `subject` is what it is about, where that has a type."""
    edition = site.edition(lang)
    page = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": name,
        "description": description,
        "inLanguage": lang.bcp47,
        "url": edition.public_url + address,
        "isPartOf": {"@type": "WebSite", "name": edition.site_name, "url": edition.public_url + Urls(lang).root()},
        "version": edition.version,
    }
    return _inline(page | ({"mainEntity": subject} if subject else {}))


def linked_chart(made: ChartExport) -> Linked:
    """A chart as the data set that it shows, with its files and the articles it rests on."""
    scene, edition = made.scene, made.edition
    path = scene.href
    return {
        **_data_set(edition, made.lang, name=made.title, description=scene.description, address=path),
        **_coverage(made.data),
        "isBasedOn": _articles(made.sources.values(), made.lang),
        "variableMeasured": list(dict.fromkeys(datum.indicator.name[made.lang] for datum in made.data)),
        "distribution": [_download(edition, f"{path}.{ending}", kind) for ending, kind in _MEDIA.items()],
    }


def whole(site: Site, lang: Lang, files: Mapping[str, str]) -> Linked:
    """The whole data set; `files` are addresses with their media types."""
    edition = site.edition(lang)
    return {
        **_data_set(
            edition, lang, name=edition.site_name, description=word("data_lead", lang), address=Urls(lang).data()
        ),
        **_coverage(site.data.values()),
        "isBasedOn": _articles(site.catalog.sources.values(), lang),
        "variableMeasured": [one.name[lang] for one in site.catalog.indicators.values()],
        "distribution": [_download(edition, address, kind) for address, kind in files.items()],
    }


def _data_set(edition: DataEdition, lang: Lang, *, name: str, description: str, address: str) -> Linked:
    return {
        "@type": "Dataset",
        "name": name,
        "description": description,
        "inLanguage": ["zh-CN", "en"],
        "version": edition.version,
        "url": edition.public_url + address,
        "isAccessibleForFree": True,
        "license": {"@type": "CreativeWork", "name": word("licence", lang)},
        "creator": {"@type": "Organization", "name": edition.site_name},
        "spatialCoverage": {"@type": "Place", "name": "北京" if lang is Lang.ZH else "Beijing"},
    }


def _coverage(data: Iterable[Datum]) -> Linked:
    """From the first day to the last of all periods; a chart of milestones has none."""
    periods = [datum.observation.period for datum in data]
    if not periods:
        return {}
    first, last = min(period.start for period in periods), max(period.end for period in periods)
    return {"temporalCoverage": f"{first.isoformat()}/{last.isoformat()}"}


def _articles(sources: Iterable[Source], lang: Lang) -> list[Linked]:
    return [{"@type": "NewsArticle", "headline": source.title[lang]} for source in sources]


def _download(edition: DataEdition, address: str, kind: str) -> Linked:
    return {"@type": "DataDownload", "contentUrl": edition.public_url + address, "encodingFormat": kind}


def _inline(content: Linked) -> Markup:
    """Nothing in the JSON can end the script element that it stands in."""
    text = json.dumps(content, ensure_ascii=False)
    safe = text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return Markup(safe)  # noqa: S704 - escaped in the line above
