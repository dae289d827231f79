"""The pages that say what went wrong: a sentence, a way on, no stack and no version."""

import difflib

from app.pages.frame import Link, PageFrame
from app.strings import word

_HEADINGS = {404: ("not_found", "not_found_text"), 400: ("bad_request", "error_text")}


def problem(page: PageFrame, status: int, path: str) -> str:
    """The error page for `status`; a 404 suggests what stands at similar addresses."""
    heading, sentence = _HEADINGS.get(status, ("server_error", "error_text"))
    return page.write(
        "problem.html",
        title=word(heading, page.lang),
        description=word(sentence, page.lang),
        heading=word(heading, page.lang),
        sentence=word(sentence, page.lang),
        suggestions=_similar(page, path) if status == 404 else [],
    )


def _similar(page: PageFrame, path: str) -> list[Link]:
    known = _addresses(page)
    wanted = path.rstrip("/").rpartition("/")[2][:64]
    close = difflib.get_close_matches(wanted, known, n=4, cutoff=0.5)
    return [known[name] for name in close]


def _addresses(page: PageFrame) -> dict[str, Link]:
    lang, catalog = page.lang, page.site.catalog
    found = {name: Link(page.urls.chart(name), chart.title[lang]) for name, chart in catalog.charts.items()}
    found |= {name: Link(page.urls.topic(name), topic.name[lang]) for name, topic in catalog.topics.items()}
    found |= {name: Link(page.urls.source(name), source.title[lang]) for name, source in catalog.sources.items()}
    found |= {
        name: Link(page.urls.figure(name), f"{datum.indicator.name[lang]} {datum.label(lang)}")
        for name, datum in page.site.data.items()
    }
    return found
