"""The pages that say what went wrong: a sentence, a way on, no stack and no version."""

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass

from app.model.text import Lang
from app.pages.embed import no_embed
from app.pages.frame import Link, PageFrame
from app.site import Site
from app.start import WorkbenchStart
from app.strings import word

#: The language of an address, and whether it is one of a release.
_ADDRESS = re.compile(r"(?P<fixed>/v/[^/]*)?/(?P<lang>zh|en)/")
_HEADINGS = {404: ("not_found", "not_found_text"), 400: ("bad_request", "error_text")}


@dataclass(frozen=True)
class ProblemContent:
    """What went wrong, and what stands at similar addresses."""

    heading: str
    sentence: str
    suggestions: list[Link]


def problem_page(site: Site, asset: Callable[[str], str], status: int, path: str) -> str:
    """The error page in the language of the path, or what a frame shows; Chinese where the path has no language."""
    address = _ADDRESS.match(path)
    lang = Lang(address["lang"]) if address else Lang.ZH
    page = PageFrame(site, lang, None, asset, WorkbenchStart())
    if address and address["fixed"]:
        return no_embed(page, status, missing="not_released")
    return no_embed(page, status) if path.startswith(page.urls.embed("")) else _problem(page, status, path)


def _problem(page: PageFrame, status: int, path: str) -> str:
    """A 404 suggests what stands at similar addresses."""
    heading, sentence = _HEADINGS.get(status, ("server_error", "error_text"))
    return page.write(
        "problem.html",
        ProblemContent(
            heading=word(heading, page.lang),
            sentence=word(sentence, page.lang),
            suggestions=_similar(page, path) if status == 404 else [],
        ),
        title=word(heading, page.lang),
        description=word(sentence, page.lang),
    )


def _similar(page: PageFrame, path: str) -> list[Link]:
    addresses = _addresses(page)
    name = path.rstrip("/").rpartition("/")[2][:64]
    close = difflib.get_close_matches(name, addresses, n=4, cutoff=0.5)
    return [addresses[name] for name in close]


def _addresses(page: PageFrame) -> dict[str, Link]:
    lang, catalog = page.lang, page.site.catalog
    links = {name: Link(page.urls.chart(name), chart.title[lang]) for name, chart in catalog.charts.items()}
    links |= {name: Link(page.urls.topic(name), topic.name[lang]) for name, topic in catalog.topics.items()}
    links |= {name: Link(page.urls.source(name), source.title[lang]) for name, source in catalog.sources.items()}
    links |= {
        name: Link(page.urls.figure(name), f"{datum.indicator.name[lang]} {datum.label(lang)}")
        for name, datum in page.site.data.items()
    }
    return links
