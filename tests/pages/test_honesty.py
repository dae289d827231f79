"""No bound and no estimate is ever written as if it were exact, on any page, in either language."""

import re
from collections import defaultdict
from collections.abc import Mapping

import pytest

from app.model.quantity import Qualifier
from app.model.text import LANGS, Lang
from app.site import Site
from tests.pages.reading import Reading

Pages = Mapping[str, Reading]
#: What may stand before a number that is only part of a longer one, or the end of a range.
_INSIDE = r"(?<![\d.,–—¥第])"


def qualifiers(site: Site, lang: Lang) -> Mapping[str, set[str]]:
    """By bare value (`2,400家`), the words one of which must stand before it; values that are also exact are left out."""
    found = defaultdict(set)
    for reading in site.readings.values():
        figure = reading.figure(lang)
        found[figure.text.removeprefix(figure.qualifier).strip()].add(figure.qualifier)
    return {bare: words for bare, words in found.items() if "" not in words}


@pytest.mark.parametrize("lang", LANGS)
def test_no_bound_stands_without_its_word(real_site: Site, pages: Pages, lang: Lang) -> None:
    patterns = [(re.compile(_INSIDE + re.escape(bare)), words) for bare, words in qualifiers(real_site, lang).items()]
    bare_ones = [
        f"{path}: {text[max(0, hit.start() - 20) : hit.end()]}"
        for path, page in pages.items()
        if path.startswith(f"/{lang}/")
        for text in texts(page)
        for pattern, words in patterns
        for hit in pattern.finditer(text)
        if not text[: hit.start()].rstrip().lower().endswith(tuple(words))
    ]
    assert not bare_ones, "\n".join(bare_ones[:20])


def texts(page: Reading) -> list[str]:
    """The whole written page in one line, and every attribute that is read out."""
    (body,) = page.all("body")
    return [page.title, body.text, *(text for text, _ in page.spoken())]


@pytest.mark.parametrize("lang", LANGS)
def test_every_mark_says_its_value_with_its_word(real_site: Site, pages: Pages, lang: Lang) -> None:
    for path, page in pages.items():
        for mark in page.all("a", **{"class": "mark"}) if path.startswith(f"/{lang}/") else []:
            reading = real_site.readings.get(mark.attributes["data-id"])
            if reading:
                figure = reading.figure(lang)
                spoken = mark.attributes["data-spoken"].split(" · ")[0]
                assert f"{figure.qualifier} {figure.number}".replace(" ", "") in spoken.replace(" ", ""), path
                assert mark.attributes["href"] == f"/{lang}/figures/{reading.id}", path


@pytest.mark.parametrize("lang", LANGS)
def test_every_inexact_figure_says_on_its_page_what_the_print_says(real_site: Site, pages: Pages, lang: Lang) -> None:
    for name, reading in real_site.readings.items():
        page = pages[f"/{lang}/figures/{name}"]
        figure = reading.figure(lang)
        written = page.one("p", **{"class": "number large"}).text
        assert written.startswith(f"{figure.qualifier} {figure.number}".strip()), name
        assert (reading.quantity.qualifier is Qualifier.EXACT) == (figure.qualifier == ""), name
        assert figure.qualifier in page.title, name
