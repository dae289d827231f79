"""The API for people: what it lists, what may be asked, and lines for a shell that run as they stand."""

import json
from dataclasses import dataclass

from app.api.collection import ApiCollection, collections
from app.claims.checker import LONGEST_CLAIM
from app.model.text import Lang
from app.pages.check import EXAMPLES
from app.pages.frame import PageFrame
from app.pages.route import route
from app.strings import word
from app.urls import RULES, SITE_URLS, with_query

#: Stands before each path where the address of the site is not known.
_SITE = "$SITE"


@dataclass(frozen=True)
class ApiListing:
    """One collection: its address, what it holds, its parameters with their meaning, and a line to try."""

    name: str
    path: str
    about: str
    parameters: tuple[tuple[str, str], ...]
    line: str


@dataclass(frozen=True)
class ApiContent:
    """The collections, other lines to try, and the site's address where it is known."""

    listings: list[ApiListing]
    others: list[str]
    public: str


@route(RULES.api_page())
def api_page(page: PageFrame) -> str:
    """The page of the API in the page's language."""
    lang, site = page.lang, page.site
    base = site.settings.public_url or _SITE
    listed = collections(site)
    lines = [
        f"curl '{page.urls.api('openapi.json')}'",
        f"curl '{page.urls.chart(next(iter(site.catalog.charts)), format='csv')}'",
        f"curl -O '{page.urls.package()}'",
    ]
    return page.write(
        "api.html",
        ApiContent(
            listings=[*(_listing(each, lang, base) for each in listed), _claims(lang, base)],
            others=[line.replace("'/", f'"{base}/').replace("'", '"') for line in lines],
            public=site.settings.public_url,
        ),
        title=word("api", lang),
        description=word("api_lead", lang),
    )


def _listing(each: ApiCollection, lang: Lang, base: str) -> ApiListing:
    path = SITE_URLS.api(each.name)
    parameters = tuple((one.name, one.about[lang]) for one in each.parameters)
    first = each.parameters[0]
    return ApiListing(
        each.name,
        path,
        each.about[lang],
        parameters,
        f'curl "{base}{with_query(path, ((first.name, first.example),))}"',
    )


def _claims(lang: Lang, base: str) -> ApiListing:
    """The one address that something is sent to."""
    sent = json.dumps({"text": EXAMPLES[lang], "lang": lang}, ensure_ascii=False)
    line = f"curl -H 'Content-Type: application/json' -d '{sent}' \"{base}{SITE_URLS.claims()}\""
    fields = tuple((name, word(f"field_{name}", lang).format(most=LONGEST_CLAIM)) for name in ("text", "lang"))
    return ApiListing("claims", SITE_URLS.claims(), word("collection_claims", lang), fields, line)
