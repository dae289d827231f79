"""Baked pages in a browser while nobody answers: they are whole, and each workbench and form says that it rests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from app.model.text import LANGS, Lang
from app.strings import word
from tests.browser.page_state import visit
from tests.deploy.conftest import Front

pytestmark = pytest.mark.nginx

#: Every page with a form: what a reader chooses there, and its address then.
FORMS = ["", "explore", "compare", "timeline", "indicators", "search"]
LINE = "#resting"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    new_page = browser.new_page()
    yield new_page
    new_page.close()


def choose(page: Page) -> None:
    """Send the page's form with something chosen in it."""
    form = page.locator("main form[method=get]").first
    if form.locator("select").count():
        form.locator("select").last.select_option(index=form.locator("select").last.locator("option").count() - 1)
    elif form.locator("[type=checkbox]").count():
        form.locator("[type=checkbox]").first.check()
    if form.locator("[type=search]").count():
        form.locator("[type=search]").fill("2400")
    form.locator("button[type=submit]").click()


#: Every kind of page with a workbench that has something to choose in the tiny data.
BENCHES = ["", "topics/ai", "charts/firms-series", "explore", "compare"]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", BENCHES)
def test_a_workbench_rests_when_nobody_answers_its_first_question(
    page: Page, stopped: Front, lang: Lang, name: str
) -> None:
    visit(page, f"{stopped.address}/{lang}/{name}")
    expect(page.locator(LINE)).to_be_hidden()
    drawn = page.locator("main svg.drawing:visible").count()
    page.locator("#workbench").locator("select, input, summary").first.focus()
    expect(page.locator(LINE)).to_have_text(word("resting", lang))
    expect(page.locator("main svg.drawing:visible")).to_have_count(drawn)


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("name", FORMS)
def test_behind_nginx_a_form_that_is_sent_says_that_it_rests(
    browser: Browser, stopped: Front, name: str, scripts: bool
) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    visit(page, f"{stopped.address}/en/{name}")
    choose(page)
    expect(page.locator(LINE)).to_be_visible()
    assert page.url == f"{stopped.address}/en/{name}#resting"
    assert page.locator(LINE).count() == 1
    context.close()


@pytest.mark.parametrize("name", FORMS)
def test_on_a_server_of_files_a_form_that_is_sent_says_that_it_rests(page: Page, files: str, name: str) -> None:
    visit(page, f"{files}/zh/{name}")
    expect(page.locator(LINE)).to_be_hidden()
    with page.expect_navigation():
        choose(page)
    expect(page.locator(LINE)).to_be_visible()


def test_a_text_that_is_sent_to_be_checked_is_not_judged(page: Page, stopped: Front) -> None:
    visit(page, f"{stopped.address}/zh/check")
    page.locator("textarea").fill("北京人工智能企业已突破2400家")
    page.locator("form.claim button").click()
    expect(page.locator(LINE)).to_be_visible()
    assert page.locator(".verdicts").count() == 0


def test_a_brief_keeps_its_address_and_so_the_words_behind_it(page: Page, stopped: Front) -> None:
    address = f"{stopped.address}/zh/brief?items=charts/firms-series"
    visit(page, address)
    expect(page.locator(LINE)).to_be_visible()
    assert page.url == address


#: Notes when the page has read the text of an answer.
READ = """const read = Response.prototype.text;
Response.prototype.text = async function () {
  const text = await read.call(this);
  window.read = true;
  return text;
};"""


@pytest.mark.parametrize("where", ["nginx", "files"])
def test_no_whole_page_is_taken_for_suggestions(page: Page, stopped: Front, files: str, where: str) -> None:
    page.add_init_script(READ)
    visit(page, f"{stopped.address if where == 'nginx' else files}/zh/about")
    page.locator("[data-search]").fill("2400")
    page.wait_for_function("() => window.read")
    expect(page.locator(".suggestions")).to_be_hidden()


@pytest.mark.parametrize("where", ["nginx", "files"])
def test_an_embed_of_a_selection_is_the_whole_chart_and_says_so(
    page: Page, stopped: Front, files: str, where: str
) -> None:
    path = f"{stopped.address if where == 'nginx' else files}/en/embed/firms-series"
    visit(page, f"{path}?from=2024&theme=dark")
    expect(page.locator(LINE)).to_have_text(word("embed_resting", Lang.EN))
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(20, 19, 18)"
    visit(page, f"{path}?theme=dark&utm_source=x")
    expect(page.locator(LINE)).to_be_hidden()


@pytest.mark.parametrize("width", [300, 720])
def test_an_embed_draws_and_is_walked_while_nobody_answers(page: Page, stopped: Front, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    visit(page, f"{stopped.address}/zh/embed/firms-series?theme=dark")
    drawing = page.locator("svg.drawing:visible")
    expect(drawing).to_have_count(1)
    drawing.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".tip")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(20, 19, 18)"


def test_every_page_that_is_baked_opens_on_a_server_of_files(page: Page, files: str, baked: Path) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    headings = {}
    for index in sorted((baked / "public" / "en").glob("**/index.html"))[::7]:
        visit(page, f"{files}/{index.parent.relative_to(baked / 'public')}/")
        headings[index] = page.locator("h1").count()
    assert set(headings.values()) == {1}, headings
    assert complaints == []
