"""No bound and no estimate is ever written as if it were exact, on any page, in either language."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

import pytest

from app.model.quantity import Qualifier
from app.model.text import LANGS, Lang
from app.site import Site
from tests.pages.reading import Reading
from tests.walk import Walk

pytestmark = pytest.mark.whole

Pages = Mapping[str, Reading]
#: The class of the numbers along an axis.
_TICK = "f-soft"
#: What stands before a number that is only part of a longer one, or the end of a range.
_INSIDE = r"(?<![\d.,–—¥第])"


def qualifiers(site: Site, lang: Lang) -> Mapping[str, set[str]]:
    """By bare value (`2,400家`), the words one of which must stand before it; what is also exact is left out."""
    found = defaultdict(set)
    for datum in site.data.values():
        label = datum.label(lang)
        bare = label.value.removeprefix(label.qualifier)
        found[_close(bare)].add(_close(label.qualifier))
    return {bare: words for bare, words in found.items() if "" not in words}


@pytest.mark.parametrize("lang", LANGS)
def test_no_bound_stands_without_its_word(real_site: Site, pages: Pages, lang: Lang) -> None:
    wanted = qualifiers(real_site, lang)
    pattern = re.compile(_INSIDE + "(" + "|".join(sorted(map(re.escape, wanted), key=len, reverse=True)) + ")")
    bare_ones = [
        f"{path}: {text[max(0, hit.start() - 20) : hit.end()]}"
        for path, page in pages.items()
        if path.startswith(f"/{lang}/")
        for text in map(_close, texts(page))
        for hit in pattern.finditer(text)
        if not text[: hit.start()].endswith(tuple(wanted[hit[0]]))
    ]
    assert not bare_ones, "\n".join(bare_ones[:20])


def texts(page: Reading) -> Iterator[str]:
    """What is written outside the drawings, in them (the ticks of an axis left out), and all that is read out."""
    yield page.title
    yield page.one("body").text
    for each in page.all("a", **{"class": "mark"}) + page.all("desc"):
        yield each.text
    yield from (each.text for each in page.all("text") if "a" not in each.around and each.attributes["class"] != _TICK)
    yield from (each.text for each in page.all("title"))
    for each in page.elements:
        yield from (each.attributes[name] for name in ("aria-label", "content") if name in each.attributes)


def _close(text: str) -> str:
    """Without spaces, so that 超 2,400 家 set apart and 超2,400家 are one."""
    return re.sub(r"\s", "", text).lower()


@pytest.mark.parametrize("lang", LANGS)
def test_every_mark_says_its_value_with_its_word(real_site: Site, pages: Pages, lang: Lang, walk: Walk) -> None:
    held = 0
    for path, page in pages.items():
        with walk(path):
            # The first thing in a mark is its title.
            marks = [two for two in pairwise(page.elements) if two[1].tag == "title" and "data-id" in two[0].attributes]
            for mark, title in marks if path.startswith(f"/{lang}/") else []:
                datum = real_site.data.get(mark.attributes["data-id"])
                if datum:
                    label = datum.label(lang)
                    spoken = title.text.split(" · ")[0]
                    assert f"{label.qualifier} {label.amount}".replace(" ", "") in spoken.replace(" ", ""), path
                    assert mark.attributes["href"] == f"/{lang}/figures/{datum.id}", path
                    held += 1
    assert held > len(real_site.data)


@pytest.mark.parametrize("lang", LANGS)
def test_every_inexact_figure_says_on_its_page_what_the_print_says(
    real_site: Site, pages: Pages, lang: Lang, walk: Walk
) -> None:
    for name, datum in real_site.data.items():
        with walk(name):
            page = pages[f"/{lang}/figures/{name}"]
            label = datum.label(lang)
            written = page.one("p", **{"class": "number large"}).text
            assert written.startswith(f"{label.qualifier} {label.amount}".strip()), name
            assert (datum.quantity.qualifier is Qualifier.EXACT) == (label.qualifier == ""), name
            assert label.qualifier in page.title, name


@pytest.mark.parametrize("lang", LANGS)
def test_a_goal_without_a_date_is_never_given_that_of_its_report(
    real_site: Site, pages: Pages, lang: Lang, walk: Walk
) -> None:
    undated = [each.id for each in real_site.data.values() if each.observation.is_undated]
    assert undated
    for name in undated:
        with walk(name):
            periods = [each.text for each in pages[f"/{lang}/figures/{name}"].elements if each.tag == "dd"]
            said = "未定期限截至" if lang is Lang.ZH else "No deadlineas reported in"
            assert any(text.replace("\n", "").startswith(said) for text in periods), (name, periods)
