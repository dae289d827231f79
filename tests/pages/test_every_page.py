"""What holds for every page in both languages."""

import re
from collections import Counter
from collections.abc import Mapping

import pytest
from flask.testing import FlaskClient

from app.model.text import LANGS
from app.site import Site
from tests.conftest import PUBLIC
from tests.pages.reading import Element, Reading
from tests.walk import Walk

pytestmark = pytest.mark.whole

Pages = Mapping[str, Reading]

CHINESE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef]")
#: Script elements that hold data and run nothing.
DATA = ("application/json", "application/ld+json")
#: Files to take along and places to collect; every chart has its own of each kind, and a few of each are asked for.
FILE = re.compile(r"/charts/[^.?]+(\.[a-z0-9.]+)$|/(brief\?items=).*")
CODES = {"zh": "zh-CN", "en": "en"}


def test_a_page_says_its_language_title_and_description(pages: Pages, walk: Walk) -> None:
    for path, page in pages.items():
        with walk(path):
            assert page.one("html").attributes["lang"] == CODES[path[1:3]], path
            head = [page.title, page.one("meta", name="description").attributes["content"]]
            assert all(head), path
            assert page.one("meta", property="og:title").attributes["content"] in head[0], path
            assert len(page.all("h1")) == 1, path
            assert page.one("h1").text, path


def test_no_two_pages_of_a_language_share_a_title(pages: Pages, walk: Walk) -> None:
    seen: dict[tuple[str, str], str] = {}
    for path, page in pages.items():
        with walk(path):
            title = (path[1:3], page.title)
            assert title not in seen, f"{path} and {seen[title]} are both called {title[1]}"
            seen[title] = path


def test_every_page_leads_to_itself_in_the_other_language(pages: Pages, walk: Walk) -> None:
    for path, page in pages.items():
        with walk(path):
            twin = {"zh": "en", "en": "zh"}[path[1:3]] + path[3:]
            (link,) = [each for each in page.all("a") if "hreflang" in each.attributes]
            assert (link.attributes["href"], link.attributes["hreflang"]) == (f"/{twin}", CODES[twin[:2]]), path
            assert f"/{twin}" in pages


def test_without_a_public_address_no_head_carries_one(pages: Pages, walk: Walk) -> None:
    for path, page in pages.items():
        with walk(path):
            assert not page.all("link", rel="canonical") + twins(page), path
            assert not page.all("meta", property="og:url"), path


def twins(page: Reading) -> list[Element]:
    """The links to the page in each language; the feed is an alternate too, and stands at a relative address."""
    return [each for each in page.all("link", rel="alternate") if "hreflang" in each.attributes]


def test_with_a_public_address_the_head_carries_canonical_and_the_language_pair(public_reader: FlaskClient) -> None:
    for path in ("/zh/", "/en/sources", "/en/charts/ai-firms", "/zh/figures/ai-firms-2024"):
        page = Reading(public_reader.get(path).text)
        rest = path[4:]
        assert page.one("link", rel="canonical").attributes["href"] == PUBLIC + path
        assert page.one("meta", property="og:url").attributes["content"] == PUBLIC + path
        assert page.one("link", hreflang="zh-CN").attributes["href"] == f"{PUBLIC}/zh/{rest}"
        assert page.one("link", hreflang="en").attributes["href"] == f"{PUBLIC}/en/{rest}"


def test_an_error_page_claims_no_address(public_reader: FlaskClient) -> None:
    page = Reading(public_reader.get("/en/charts/nothing-of-the-kind").text)
    assert not page.all("link", rel="canonical") + twins(page)
    assert not page.all("a", **{"aria-current": "page"})


def test_every_internal_link_leads_somewhere(pages: Pages, reader: FlaskClient, walk: Walk) -> None:
    for address, path in links(pages).items():
        with walk(address):
            plain, _, anchor = address.partition("#")
            status = 200 if plain in pages else reader.get(plain).status_code
            assert status == 200, f"{path} leads to {address}, which answers {status}"
            assert not anchor or any(e.attributes.get("id") == anchor for e in pages[plain].elements), address


def links(pages: Pages) -> Mapping[str, str]:
    """Every address that a page leads to, with one of the pages that do; of the files to take along a few a kind."""
    found = {
        each.attributes.get("href") or each.attributes.get("src") or "": path
        for path, page in pages.items()
        for each in page.elements
        if each.tag in ("a", "link", "script", "iframe", "img")
    }
    taken: Counter[str] = Counter()
    for address in [each for each in found if FILE.search(each)]:
        kind = FILE.sub(r"\1\2", address[3:])
        taken[kind] += 1
        if taken[kind] > 3:
            del found[address]
    return {address: path for address, path in found.items() if address.startswith("/")}


def test_nothing_leads_off_the_site(pages: Pages, walk: Walk) -> None:
    for path, page in pages.items():
        with walk(path):
            for each in page.elements:
                for name in ("href", "src", "action"):
                    assert not re.match(r"[a-z]+:|//", each.attributes.get(name, "")), f"{path}: {each.attributes}"


def test_an_anchor_on_a_page_is_there(pages: Pages, walk: Walk) -> None:
    for path, page in pages.items():
        with walk(path):
            ids = [each.attributes["id"] for each in page.elements if "id" in each.attributes]
            assert len(ids) == len(set(ids)), f"{path} has an id twice: {[i for i in ids if ids.count(i) > 1]}"
            named = [each.attributes.get(name, "") for each in page.elements for name in ("aria-labelledby", "for")]
            named += [
                each.attributes["href"][1:] for each in page.all("a") if each.attributes.get("href", "")[:1] == "#"
            ]
            assert {name for name in named if name} <= set(ids), path


def test_no_page_has_an_inline_style_or_script(pages: Pages, walk: Walk) -> None:
    for path, page in pages.items():
        with walk(path):
            assert not [each.tag for each in page.elements if "style" in each.attributes], path
            assert len(page.all("style")) == 1, path
            assert not [name for each in page.elements for name in each.attributes if name.startswith("on")], path
            inline = [each for each in page.all("script") if not each.attributes.get("src")]
            assert len([each for each in inline if each.attributes.get("type") not in DATA]) == 1, path


def test_no_page_shows_a_raw_reference_or_what_a_program_prints(pages: Pages, walk: Walk) -> None:
    program = re.compile(r"\[\[|\]\]|\{|\}|\bNone\b|\bDecimal\b|<[a-z/]")
    for path, page in pages.items():
        with walk(path):
            code = {piece for tag in ("pre", "code", "textarea") for each in page.all(tag) for piece in each.pieces}
            raw = [text for text, _ in page.spoken() if text not in code and program.search(text)]
            assert not raw, f"{path}: {raw[:3]}"


def test_an_english_page_has_no_chinese_that_is_not_marked_as_such(pages: Pages, walk: Walk) -> None:
    for path, page in pages.items():
        with walk(path):
            if path.startswith("/en/"):
                stray = [text for text, lang in page.spoken() if lang != "zh-CN" and CHINESE.search(text)]
                assert not stray, f"{path}: {stray[:3]}"


def test_every_figure_of_the_print_stands_on_its_page_in_chinese(real_site: Site, pages: Pages, walk: Walk) -> None:
    for name, datum in real_site.data.items():
        with walk(name):
            if datum.observation.printed:
                for lang in LANGS:
                    quoted = [text for text, spoken in pages[f"/{lang}/figures/{name}"].texts if spoken == "zh-CN"]
                    assert any(datum.observation.printed in text for text in quoted), f"/{lang}/figures/{name}"
