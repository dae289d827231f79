"""The whole data set: what it holds, in which files, and what each column means."""

from dataclasses import dataclass

from app.pages.frame import Link, PageFrame
from app.pages.linked import whole
from app.pages.route import route
from app.strings import word
from app.urls import RULES, SITE_URLS

#: Address, name and media type of each file of the whole data set.
_FILES = (
    (SITE_URLS.package(), "package", "application/zip"),
    (SITE_URLS.observations(format="csv"), "csv", "text/csv"),
    (SITE_URLS.observations(format="json"), "json", "application/json"),
)


@dataclass(frozen=True)
class DataListing:
    """A table of the data set: its name, how many rows, and its columns with their meaning."""

    name: str
    count: int
    columns: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class DataContent:
    """The files and the tables in them."""

    files: list[Link]
    listings: list[DataListing]
    version: str


@route(RULES.data())
def data_page(page: PageFrame) -> str:
    """The page of the data set in the page's language."""
    lang, site = page.lang, page.site
    listings = [
        DataListing(name, len(table.rows), tuple((column.name, column.about[lang]) for column in table.columns))
        for name, table in site.tables.items()
    ]
    return page.write(
        "data.html",
        DataContent(
            files=[
                Link(address, word(f"file_{name}", lang), more=word(f"file_{name}_about", lang))
                for address, name, _ in _FILES
            ],
            listings=listings,
            version=site.version,
        ),
        title=word("data", lang),
        description=word("data_lead", lang),
        subject=whole(site, lang, {address: kind for address, _, kind in _FILES}),
    )
