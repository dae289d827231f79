"""A brief collected, put in order, written into and printed in a real browser; nothing of it is sent."""

from collections.abc import Sequence
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, ViewportSize, expect

from app.decks.brief import MOST_ITEMS
from app.model.text import LANGS, Lang
from app.urls import Urls
from tests import beijing
from tests.browser.page_state import reload, visit

pytestmark = pytest.mark.browser

ITEMS = ["charts/ai-models", "figures/ai-firms-2024", "charts/biomed-scale", "figures/unicorns-2024"]
#: What stands between the margins of an A4 page, in CSS pixels.
PAPER: ViewportSize = {"width": 658, "height": 978}
OWN = "只给自己看的话"


def collect(page: Page, *items: str) -> None:
    for item in items:
        visit(page, f"/zh/{item}")
        page.locator(f'button[data-item="{item}"]').first.click()


def brief(page: Page, *, lang: str = "zh", items: Sequence[str] = ITEMS) -> None:
    visit(page, Urls(lang).brief(items))


def items(page: Page) -> list[str]:
    """As they stand on the page, which the address and the browser's storage must say too."""
    rows = [str(row.get_attribute("data-row")) for row in page.locator("[data-row]").all()]
    assert parse_qs(urlsplit(page.url).query).get("items", [""])[0] == ",".join(rows)
    return rows


def stored(page: Page) -> str:
    return str(page.evaluate("localStorage.getItem('brief') || ''"))


def control(page: Page, act: str, at: int) -> None:
    page.locator("[data-row]").nth(at).locator(f"[data-act={act}]").click()


def focused(page: Page) -> tuple[str, str]:
    """What the focused control does, and to which item."""
    act, item = page.evaluate(
        "[document.activeElement.dataset.act, document.activeElement.closest('[data-row]')?.dataset.row]"
    )
    return act, item


# Collecting


def test_buttons_collect_and_say_what_is_in_the_brief(page: Page) -> None:
    collect(page, *ITEMS[:2])
    expect(page.locator("header [data-brief-count]")).to_have_text("2")
    expect(page.locator("footer [data-brief-count]")).to_have_text("2")
    reload(page)
    button = page.locator(f'[data-item="{ITEMS[1]}"]')
    expect(button).to_have_text("✓ 已在简报")
    page.locator("header [data-brief]").click()
    page.wait_for_url("**/zh/brief?**")
    assert items(page) == ITEMS[:2]


def test_a_second_press_takes_it_out_again(page: Page) -> None:
    collect(page, ITEMS[0])
    button = page.locator(f'[data-item="{ITEMS[0]}"]').first
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_text("加入简报")
    assert stored(page) == ""
    expect(page.locator("header [data-brief-count]")).to_be_hidden()


def test_a_full_brief_says_so(page: Page) -> None:
    visit(page, "/en/charts/ai-models")
    page.evaluate(
        f"localStorage.setItem('brief', Array.from({{ length: {MOST_ITEMS} }}, (_, n) => `charts/x${{n}}`).join())"
    )
    reload(page)
    page.locator(f'[data-item="{ITEMS[0]}"]').first.click()
    expect(page.locator(f'[data-item="{ITEMS[0]}"]').first).to_have_text("The brief is full: 50 items are the most.")
    assert ITEMS[0] not in stored(page)


def test_another_tab_shows_what_was_collected(page: Page, context: BrowserContext) -> None:
    other = context.new_page()
    visit(other, "/en/charts/ai-models")
    collect(page, ITEMS[0])
    expect(other.locator(f'[data-item="{ITEMS[0]}"]').first).to_have_text("✓ In the brief")


def test_collecting_sets_no_cookie_and_sends_nothing(page: Page, context: BrowserContext) -> None:
    page.clock.install()
    visit(page, f"/zh/{ITEMS[1]}")
    page.wait_for_load_state("networkidle")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    page.locator("[data-item]").first.click()
    expect(page.locator("header [data-brief-count]")).to_have_text("1")
    page.clock.run_for(60_000)  # nor does anything later
    assert (sent, context.cookies()) == ([], [])


# Order


def test_moving_keeps_the_focus_and_is_kept_in_address_and_browser(page: Page) -> None:
    collect(page, *ITEMS[:3])
    brief(page, items=ITEMS[:3])
    control(page, "down", 0)
    expect(page.locator("[data-row]").nth(1)).to_have_attribute("data-row", ITEMS[0])
    assert items(page) == [ITEMS[1], ITEMS[0], ITEMS[2]]
    assert focused(page) == ("down", ITEMS[0])
    page.keyboard.press("Enter")
    expect(page.locator("[data-row]").nth(2)).to_have_attribute("data-row", ITEMS[0])
    assert focused(page) == ("up", ITEMS[0])  # the last cannot go further down
    assert stored(page) == ",".join(items(page))
    assert page.locator("main > [aria-live]").last.inner_text() == "第3项，共3项"


def test_alt_and_an_arrow_move_the_item_that_holds_the_focus(page: Page) -> None:
    brief(page)
    page.locator("[data-row]").nth(1).locator("h2 a").focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator("[data-row]").first).to_have_attribute("data-row", ITEMS[1])
    assert items(page) == [ITEMS[1], ITEMS[0], *ITEMS[2:]]


def test_a_removal_leaves_the_focus_at_what_took_its_place(page: Page) -> None:
    brief(page)
    control(page, "remove", 1)
    expect(page.locator("[data-row]")).to_have_count(3)
    assert items(page) == [ITEMS[0], *ITEMS[2:]]
    assert focused(page) == ("remove", ITEMS[2])


def test_notes_are_numbered_anew(page: Page) -> None:
    brief(page)
    before = page.locator(".end-notes li").all_inner_texts()
    control(page, "down", 0)
    expect(page.locator("[data-row]").first).to_have_attribute("data-row", ITEMS[1])
    after = page.locator(".end-notes li").all_inner_texts()
    assert before != after
    assert len(before) == len(after)


def test_a_strangers_brief_leaves_ones_own_alone_until_it_is_adopted(page: Page) -> None:
    collect(page, ITEMS[3])
    brief(page)
    expect(page.locator("[data-foreign]")).to_be_visible()
    control(page, "remove", 0)
    expect(page.locator("[data-row]")).to_have_count(3)
    assert stored(page) == ITEMS[3]
    page.locator("[data-adopt]").click()
    expect(page.locator("[data-foreign]")).to_be_hidden()
    assert stored(page) == ",".join(items(page))


def test_emptied_it_stays_empty(page: Page) -> None:
    collect(page, *ITEMS[:2])
    brief(page, items=ITEMS[:2])
    page.locator("[data-act=clear]").click()
    expect(page.locator(".brief-empty")).to_be_visible()
    reload(page)
    expect(page.locator(".brief-empty")).to_be_visible()
    assert stored(page) == ""


# Own words


def write(page: Page, name: str, words: str) -> None:
    page.locator(f'[data-own="{name}"]').fill(words)
    page.locator(f'[data-own="{name}"]').blur()


def test_own_words_stay_in_the_fragment_and_the_browser_and_are_never_sent(page: Page, context: BrowserContext) -> None:
    sent: list[Request] = []
    context.on("request", lambda request: sent.append(request))
    collect(page, *ITEMS[:3])
    brief(page, items=ITEMS[:3])
    for name in ("title", "intro", ITEMS[1]):
        write(page, name, OWN)
    assert unquote(urlsplit(page.url).fragment).count(OWN) == 3
    control(page, "up", 1)
    expect(page.locator("[data-row]").first).to_have_attribute("data-row", ITEMS[1])
    page.locator("a.ref").first.click()
    reload(page)
    expect(page.locator(f'[data-own="{ITEMS[1]}"]')).to_have_value(OWN)
    expect(page.locator("h1")).to_have_text(OWN)
    page.locator(".switches a[hreflang]").click()
    page.wait_for_url("**/en/brief?**")
    expect(page.locator('[data-own="intro"]')).to_have_value(OWN)
    assert items(page) == [ITEMS[1], ITEMS[0], ITEMS[2]]
    assert len(sent) > 5
    for request in sent:
        message = unquote(request.url.partition("#")[0]) + unquote(request.post_data or "") + str(request.headers)
        assert OWN not in message, request.url


def test_own_words_come_with_the_link_and_without_it_from_the_browser(
    page: Page, browser: Browser, address: str
) -> None:
    collect(page, *ITEMS[:2])
    brief(page, items=ITEMS[:2])
    write(page, "intro", OWN)
    link = page.url
    brief(page, items=ITEMS[:2])
    expect(page.locator('[data-own="intro"]')).to_have_value(OWN)
    elsewhere = browser.new_context()
    other = elsewhere.new_page()
    visit(other, link)
    expect(other.locator('[data-own="intro"]')).to_have_value(OWN)
    elsewhere.close()


def test_own_words_are_text_whatever_they_look_like(page: Page) -> None:
    hostile = '<img src=x onerror="document.title=1"> & \\ "quoted"'
    brief(page)
    write(page, "intro", hostile)
    reload(page)
    expect(page.locator('[data-said="intro"]')).to_have_text(hostile)
    assert page.locator("main img").count() == 0


# Paper


@pytest.fixture(scope="module")
def every_chart() -> list[str]:
    return [f"charts/{name}" for name in beijing.charts()]


@pytest.mark.parametrize("lang", LANGS)
def test_every_item_fits_on_one_page_of_paper(page: Page, every_chart: list[str], lang: Lang) -> None:
    """A very long chart is a table on paper, which may go over to the next page; all else is never cut."""
    page.set_viewport_size(PAPER)
    page.emulate_media(media="print")
    heights = []
    for start in range(0, len(every_chart), MOST_ITEMS):
        brief(page, lang=lang, items=every_chart[start : start + MOST_ITEMS])
        heights += page.evaluate(
            """() => [...document.querySelectorAll("[data-row]:not(.tall)")]
              .map((each) => [each.dataset.row, each.getBoundingClientRect().height])"""
        )
        assert page.locator(".tall div.drawing:visible").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= PAPER["width"]
    assert heights
    assert [each for each in heights if each[1] > PAPER["height"]] == []


@pytest.mark.parametrize("width", [320, 390, 640, 820, 1440])
@pytest.mark.parametrize("count", [3, 30])
def test_each_chart_is_drawn_once_at_every_width(page: Page, every_chart: list[str], count: int, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    brief(page, items=every_chart[:count])
    rows = page.evaluate(
        """() => [...document.querySelectorAll("[data-row] div.drawing")]
          .map((each) => [...each.children].filter((one) => one.checkVisibility()).length)"""
    )
    assert rows == [1] * len(rows)
    assert len(rows) == count
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("lang", LANGS)
def test_paper_shows_own_words_and_no_controls(page: Page, lang: Lang) -> None:
    brief(page, lang=lang)
    write(page, "intro", OWN)
    page.emulate_media(media="print")
    expect(page.locator('[data-said="intro"]')).to_be_visible()
    for away in (".item-tools", ".brief-tools", ".own", ".masthead", ".colophon"):
        expect(page.locator(away).first).to_be_hidden()
    assert page.pdf(prefer_css_page_size=True).count(b"/MediaBox [0 0 594.95996 841.91998]") >= 2


# Without JavaScript


def test_without_javascript_links_collect_move_and_remove(plain: BrowserContext) -> None:
    page = plain.new_page()
    visit(page, f"/zh/{ITEMS[0]}")
    with page.expect_navigation():
        page.locator("a.collect").first.click()
    assert items(page) == [ITEMS[0]]
    brief(page)
    with page.expect_navigation():
        control(page, "down", 0)
    assert items(page) == [ITEMS[1], ITEMS[0], *ITEMS[2:]]
    with page.expect_navigation():
        control(page, "remove", 0)
    assert items(page) == [ITEMS[0], *ITEMS[2:]]
    expect(page.locator(".own").first).to_be_hidden()
    expect(page.locator("[data-print]")).to_be_hidden()
