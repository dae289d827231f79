"""The board in a browser: a choice changes all panels in place, each is a step back, with and without JavaScript."""

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.page_state import visit

pytestmark = pytest.mark.browser

COUNT = ".board-count strong"


def facet(page: Page, name: str) -> None:
    page.locator("a.facet", has_text=name).first.click()


def test_a_choice_changes_every_panel_and_the_address(page: Page) -> None:
    visit(page, "/zh/board")
    whole = page.locator(COUNT).inner_text()
    page.evaluate("() => { window.same = true; }")
    facet(page, "商业航天")
    expect(page).to_have_url("/zh/board?topic=space")
    expect(page.locator(COUNT)).not_to_have_text(whole)
    expect(page.locator('.row[data-id="ai-firms-2024"]')).to_have_count(0)
    expect(page.locator('.row[data-id="space-firms-2025-06"]')).to_have_count(1)
    expect(page.locator(".chips a")).to_have_text(["商业航天 ×去掉"])
    assert page.evaluate("window.same"), "the page was loaded anew"


def test_back_undoes_each_choice_and_forward_makes_it_again(page: Page) -> None:
    visit(page, "/zh/board")
    seen = [page.locator(COUNT).inner_text()]
    for name, address in (("人工智能", "/zh/board?topic=ai"), ("确数", "/zh/board?topic=ai&bound=exact")):
        facet(page, name)
        expect(page).to_have_url(address)
        expect(page.locator(COUNT)).not_to_have_text(seen[-1])
        seen.append(page.locator(COUNT).inner_text())
    for text in reversed(seen[:-1]):
        page.go_back()
        expect(page.locator(COUNT)).to_have_text(text)
    page.go_forward()
    expect(page.locator(COUNT)).to_have_text(seen[1])


def test_the_keyboard_stays_where_it_was(page: Page) -> None:
    visit(page, "/zh/board")
    link = page.locator("a.facet", has_text="商业航天").first
    link.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url("/zh/board?topic=space")
    expect(page.locator("a.facet", has_text="商业航天").first).to_be_focused()


def test_the_last_of_several_choices_is_shown(page: Page) -> None:
    visit(page, "/zh/board")
    page.evaluate(
        """() => {
          for (const name of ["ai", "biomed", "space"])
            [...document.querySelectorAll("a.facet")].find((each) => each.href.endsWith(`topic=${name}`)).click();
        }"""
    )
    expect(page).to_have_url("/zh/board?topic=space")
    expect(page.locator(".chips a")).to_have_text(["商业航天 ×去掉"])


def test_a_figure_that_is_pressed_shows_its_evidence(page: Page) -> None:
    visit(page, "/zh/board?topic=ai")
    page.locator('.row[data-id="ai-firms-2024"] a').click()
    expect(page.locator(".evidence-panel")).to_contain_text("突破2400家")
    expect(page.locator('.row[data-id="ai-firms-2024"]')).to_have_class("row held")
    page.locator(".evidence-panel a", has_text="收起").click()
    expect(page.locator(".evidence-panel")).to_have_count(0)
    expect(page).to_have_url("/zh/board?topic=ai")


def test_words_narrow_it_in_place(page: Page) -> None:
    visit(page, "/en/board?topic=enterprises")
    page.get_by_role("searchbox", name="Find", exact=True).fill("unicorn")
    page.get_by_role("button", name="Find", exact=True).click()
    expect(page).to_have_url("/en/board?topic=enterprises&q=unicorn")
    expect(page.locator('.row[data-id="unicorns-2024"]')).to_have_count(1)


def test_without_javascript_each_choice_is_a_page(plain: BrowserContext) -> None:
    page = plain.new_page()
    page.goto("/zh/board")
    facet(page, "商业航天")
    expect(page).to_have_url("/zh/board?topic=space")
    expect(page.locator('.row[data-id="space-firms-2025-06"]')).to_have_count(1)
    facet(page, "商业航天")
    expect(page).to_have_url("/zh/board")


def test_a_line_that_fails_leads_to_the_page_itself(page: Page, complaints: list[str]) -> None:
    visit(page, "/zh/board")
    page.route("**/zh/board?topic=ai", _fail_once)
    facet(page, "人工智能")
    expect(page.locator(".chips a")).to_have_text(["人工智能 ×去掉"])
    complaints.clear()


def _fail_once(route: Route) -> None:
    if route.request.resource_type == "fetch":
        route.abort()
    else:
        route.continue_()
