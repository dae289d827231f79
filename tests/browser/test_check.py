"""A claim pasted, judged and followed to its evidence in a real browser; the draft stays nowhere."""

from urllib.parse import unquote

import pytest
from playwright.sync_api import BrowserContext, Page, Request, expect

from app.urls import Urls
from tests.browser.page_state import visit

pytestmark = pytest.mark.browser

DRAFT = "机密草稿：北京人工智能企业已突破2400家，独角兽企业61家。"
#: Everything a page may keep on a device.
STORAGE = """async () => ({
  local: Object.entries(localStorage), session: Object.entries(sessionStorage),
  databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
  state: JSON.stringify(history.state),
})"""


def paste(page: Page, text: str = DRAFT, lang: str = "zh") -> None:
    visit(page, Urls(lang).check())
    box = page.locator("#claim")
    box.focus()
    page.keyboard.insert_text(text)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("#verdicts")


def test_a_claim_is_judged_and_each_number_leads_to_its_verdict(page: Page) -> None:
    paste(page)
    expect(page.get_by_role("status")).to_have_text("读到2个数字。")
    marks = page.locator(".checked mark")
    assert [mark.evaluate("each => each.firstChild.data") for mark in marks.all()] == ["突破2400家", "61家"]
    marks.nth(1).locator("a").click()
    expect(page.locator(".verdicts > li").nth(1)).to_be_in_viewport()
    assert page.url.endswith("#claim-2")


def test_a_verdict_leads_to_the_evidence(page: Page) -> None:
    paste(page)
    link = page.locator(".verdicts > li").first.locator(".links a").first
    assert "2,400家" in link.inner_text()
    link.click()
    page.wait_for_url("**/zh/figures/ai-firms-2024")


@pytest.mark.parametrize(
    ("lang", "text"), [("zh", "北京有2400家人工智能企业。"), ("en", "Beijing has 2,400 AI firms.")]
)
def test_both_languages_judge_both(page: Page, lang: str, text: str) -> None:
    paste(page, text, lang)
    expect(page.locator(".verdicts > li")).to_have_count(1)
    hrefs = [link.get_attribute("href") for link in page.locator(".verdicts .links a").all()]
    assert Urls(lang).figure("ai-firms-2024") in hrefs


def test_the_text_stays_in_the_box_to_be_mended(page: Page) -> None:
    paste(page)
    expect(page.locator("#claim")).to_have_value(DRAFT)
    page.locator("#claim").fill("没有数字的话。")
    page.get_by_role("button", name="核对").click()
    expect(page.get_by_role("status")).to_have_text("这段文字里没有读到数字。")


def test_a_draft_is_in_no_address_no_storage_and_no_cookie(page: Page, context: BrowserContext) -> None:
    sent: list[Request] = []
    page.on("request", lambda request: sent.append(request))
    paste(page)
    storage = page.evaluate(STORAGE)
    assert "机密" not in str(storage)
    assert (storage["session"], storage["databases"], storage["caches"], storage["state"]) == ([], 0, 0, "null")
    assert context.cookies() == []
    assert not [request.url for request in sent if "机密" in unquote(request.url) + str(request.headers)]
    bodies = [request for request in sent if request.method == "POST"]
    assert [request.url.rpartition("/zh/")[2] for request in bodies] == ["check"]
    answer = bodies[0].response()
    assert answer is not None
    assert answer.headers["cache-control"] == "no-store"


def test_coming_back_later_finds_an_empty_box(page: Page) -> None:
    paste(page)
    visit(page, Urls("zh").root())
    visit(page, Urls("zh").check())
    expect(page.locator("#claim")).to_have_value("")


def test_without_javascript_a_claim_is_judged(plain: BrowserContext) -> None:
    page = plain.new_page()
    paste(page)
    expect(page.locator(".verdicts > li")).to_have_count(2)
