"""The whole data set: what it holds, in which files, and what each column means."""

import json
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from app import urls
from app.pages.frame import Link, PageFrame
from app.strings import word

#: Address, name and media type of each file of the whole data set.
_FILES = (
    (urls.package(), "package", "application/zip"),
    (urls.all_observations(ending="csv"), "csv", "text/csv"),
    (urls.all_observations(ending="json"), "json", "application/json"),
)


@dataclass(frozen=True)
class Listing:
    """A table of the data set: its name, how many rows, and its columns with their meaning."""

    name: str
    count: int
    columns: tuple[tuple[str, str], ...]


def data(page: PageFrame) -> str:
    """The page of the data set in the page's language."""
    lang, site = page.lang, page.site
    listings = [
        Listing(name, len(table.rows), tuple((column.name, column.about[lang]) for column in table.columns))
        for name, table in site.tables.items()
    ]
    return page.write(
        "data.html",
        title=word("data", lang),
        description=word("data_lead", lang),
        files=[
            Link(address, word(f"file_{name}", lang), more=word(f"file_{name}_about", lang))
            for address, name, _ in _FILES
        ],
        listings=listings,
        version=site.version,
        linked=_inline(_described(page)),
    )


def _described(page: PageFrame) -> dict[str, Any]:
    """The data set in the words of schema.org, for search engines; addresses are paths while PUBLIC_URL is not set."""
    lang, site = page.lang, page.site
    periods = [reading.observation.period for reading in site.readings.values()]
    name, public = site.catalog.overview.name[lang], site.settings.public_url
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": name,
        "description": word("data_lead", lang),
        "inLanguage": ["zh-CN", "en"],
        "version": site.version,
        "url": public + urls.data(lang),
        "isAccessibleForFree": True,
        "license": {"@type": "CreativeWork", "name": word("licence", lang)},
        "creator": {"@type": "Organization", "name": name},
        "temporalCoverage": f"{min(p.start for p in periods).isoformat()}/{max(p.end for p in periods).isoformat()}",
        "spatialCoverage": {"@type": "Place", "name": "北京" if lang == "zh" else "Beijing"},
        "isBasedOn": [{"@type": "NewsArticle", "headline": one.title[lang]} for one in site.catalog.sources.values()],
        "variableMeasured": [one.name[lang] for one in site.catalog.indicators.values()],
        "distribution": [
            {"@type": "DataDownload", "contentUrl": public + address, "encodingFormat": kind}
            for address, _, kind in _FILES
        ],
    }


def _inline(content: dict[str, Any]) -> Markup:
    """JSON that may stand in a script element: nothing in it can end the element."""
    text = json.dumps(content, ensure_ascii=False)
    safe = text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return Markup(safe)  # noqa: S704 - escaped in the line above
