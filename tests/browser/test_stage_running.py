"""The stage while it runs: both windows in step, without a network, as a kiosk, from a file on disk."""

from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from tests.browser.page_state import reload, visit
from tests.browser.stage import SLIDES, STAGE, close_speaker, headline, in_step, open_speaker, query_value, root, slide

pytestmark = pytest.mark.browser


def test_stage_and_speaker_window_move_together_and_the_timer_goes_on(stage: Page) -> None:
    speaker = open_speaker(stage)
    expect(speaker.locator(".frame.current .notes")).to_contain_text("最容易引错")
    stage.keyboard.press("ArrowRight")
    in_step(stage, speaker, 2)
    expect(speaker.locator(".frame.current .notes .evidence").get_by_text("突破2400家")).to_be_visible()
    expect(speaker.locator(".frame.next h2")).to_contain_text("占全国几成")
    speaker.keyboard.press("ArrowRight")
    in_step(stage, speaker, 3)
    at = speaker.locator(".desk:visible .at")
    expect(at).to_have_text(f"3 / {SLIDES} · 图上已显示1/3")
    speaker.keyboard.press("ArrowRight")
    expect(at).to_have_text(f"3 / {SLIDES} · 图上已显示2/3")
    speaker.keyboard.press("l")
    stage.wait_for_function("() => document.documentElement.dataset.lang === 'en'")
    speaker.keyboard.press("b")
    stage.wait_for_function("() => document.documentElement.dataset.blank === 'black'")
    expect(at).to_contain_text("the room sees black")
    expect(speaker.locator(".desk:visible")).to_contain_text("10 minutes planned")
    speaker.wait_for_function("() => document.querySelector('.ui[data-lang=en] .clock').textContent !== '00:00'")
    close_speaker(stage, speaker)
    stage.keyboard.press("End")
    again = open_speaker(stage)
    in_step(stage, again, SLIDES)
    again.wait_for_function("() => document.querySelector('.ui[data-lang=en] .clock').textContent !== '00:00'")
    reload(stage)
    stage.keyboard.press("Home")
    in_step(stage, again, 1)


def test_the_timer_goes_on_when_the_stage_is_loaded_anew_alone(stage: Page) -> None:
    speaker = open_speaker(stage)
    stage.keyboard.press("ArrowRight")
    clock = "() => document.querySelector('.ui[data-lang=zh] .clock').textContent !== '00:00'"
    speaker.wait_for_function(clock)
    close_speaker(stage, speaker)
    reload(stage)
    open_speaker(stage).wait_for_function(clock)


def test_the_cross_of_the_speaker_window_closes_it(stage: Page) -> None:
    speaker = open_speaker(stage)
    cross = speaker.locator(".controls:visible a")
    with speaker.expect_event("close"):
        # A little later, as a click that is waited for ends in an error when its window goes away.
        cross.evaluate("each => setTimeout(() => each.click(), 50)")


def test_all_slides_in_the_speaker_window_lie_side_by_side(stage: Page) -> None:
    speaker = open_speaker(stage)
    speaker.keyboard.press("g")
    boxes = [each.bounding_box() for each in speaker.locator(".frame:visible").all()]
    assert len(boxes) == SLIDES
    places = [(box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]) for box in boxes if box]
    assert not [
        (one, other)
        for one, other in combinations(places, 2)
        if one[0] < other[2] - 1 and other[0] < one[2] - 1 and one[1] < other[3] - 1 and other[1] < one[3] - 1
    ]
    speaker.locator(".frame:visible .tile").nth(4).get_by_text("今天不放").click()
    stage.wait_for_function("() => location.search.includes('show=')")


def test_without_a_network_the_stage_says_why_the_speaker_window_cannot_open(
    context: BrowserContext, stage: Page
) -> None:
    context.set_offline(True)
    stage.keyboard.press("s")
    expect(stage.locator(".toast")).to_contain_text("没有网络")
    assert len(context.pages) == 1


def test_two_stages_of_one_story_do_not_move_each_other(context: BrowserContext) -> None:
    one, other = context.new_page(), context.new_page()
    visit(one, STAGE)
    visit(other, STAGE)
    one.keyboard.press("End")
    other.keyboard.press("ArrowRight")
    assert (slide(one), slide(other)) == (SLIDES, 2)


def test_junk_in_messages_moves_nothing(stage: Page) -> None:
    stage.evaluate("""() => { const pair = sessionStorage.getItem("stage-ai");
      const channel = new BroadcastChannel(`stage-ai-${pair}`);
      for (const junk of [null, 1, "x", {}, { stage: "ai", pair, state: 7 }, { stage: "ai", pair, state: { at: 99 } },
        { stage: "ai", pair, state: { at: "2", lang: "fr", theme: "<b>", blank: 1, show: ["x"], step: -1 } },
        { stage: "ai", pair, timer: { since: "x" } }]) {
        channel.postMessage(junk);
        postMessage(junk, "*");
      } }""")
    stage.keyboard.press("ArrowRight")
    assert (slide(stage), root(stage, "lang"), query_value(stage, "show")) == (2, "zh", "")


def test_after_loading_a_deck_needs_no_network(context: BrowserContext, stage: Page) -> None:
    failed: list[str] = []
    stage.on("requestfailed", lambda request: failed.append(request.url))
    stage.on("request", lambda request: failed.append(request.url))
    context.set_offline(True)
    blank = []
    for step in range(100):
        stage.evaluate("document.dispatchEvent(new CustomEvent('stage:ask', { detail: { state: { step: 999 } } }))")
        stage.keyboard.press("ArrowRight")
        if slide(stage) == SLIDES:
            stage.keyboard.press("Home")
            stage.keyboard.press("l")
        if step % 25 == 0:
            stage.set_viewport_size({"width": 1024 - 5 * step, "height": 768})
        if not headline(stage) or not stage.locator(".frame.current .slide").bounding_box():
            blank.append(step)
    assert (blank, failed) == ([], [])


def test_a_kiosk_shows_no_controls_and_goes_round_for_ever(page: Page) -> None:
    page.clock.install()
    visit(page, f"{STAGE}?kiosk=1&auto=5")
    expect(page.locator(".controls:visible")).to_have_count(0)
    for number in (2, 3):
        page.clock.run_for(5_100)
        assert slide(page) == number
    page.clock.run_for(5_100 * (SLIDES - 3))
    assert slide(page) == SLIDES
    page.clock.run_for(5_100)
    assert slide(page) == 1
    page.keyboard.press("p")
    page.clock.run_for(20_000)
    assert slide(page) == 1
    page.keyboard.press("p")
    page.clock.run_for(5_100)
    assert slide(page) == 2


#: Counts what is asked of the system instead of keeping the machine's own screen awake.
WATCH_LOCK = """window.requests = [];
WakeLock.prototype.request = async function (kind) { window.requests.push(kind); return { released: false }; };"""


LOCKED = [("", 0), ("?auto=60", 1), ("?kiosk=1", 1)]


@pytest.mark.parametrize(("query", "count"), LOCKED)
def test_the_screen_is_kept_awake_where_nobody_touches_it(page: Page, query: str, count: int) -> None:
    page.add_init_script(WATCH_LOCK)
    visit(page, f"{STAGE}{query}")
    assert page.evaluate("requests") == ["screen"] * count
    # The browser has given the lock back while the page was hidden.
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert page.evaluate("requests") == ["screen"] * count * 2


def test_a_kiosk_takes_new_data_at_night_and_stays_as_it_is_without_a_network(
    page: Page, context: BrowserContext, complaints: list[str]
) -> None:
    page.clock.install(time="2026-01-01T23:00:00")
    visit(page, f"{STAGE}?kiosk=1&auto=3600")
    page.evaluate("window.sameDocument = true")
    context.set_offline(True)
    with page.expect_event("requestfailed"):
        page.clock.fast_forward("05:00:00")
    assert page.evaluate("window.sameDocument") is True
    assert headline(page)
    context.set_offline(False)
    page.clock.fast_forward("01:10:00")
    page.wait_for_function("() => window.sameDocument === undefined")
    complaints.clear()


@pytest.fixture
def from_disk(browser: Browser, address: str, tmp_path: Path) -> Iterator[Callable[[], Page]]:
    """The file of a story, opened from disk by a browser that reaches nothing."""
    loader = browser.new_context(base_url=address)
    body = loader.request.get("/zh/stories/ai.html?download=1").body()
    loader.close()
    file = tmp_path / "ai-zh.html"
    file.write_bytes(body)
    context = browser.new_context(viewport={"width": 1280, "height": 720}, offline=True)
    complaints: list[str] = []
    context.on("console", lambda message: _complain(message, complaints))
    context.on("weberror", lambda error: complaints.append(str(error.error)))

    def open_file() -> Page:
        page = context.new_page()
        visit(page, file.as_uri())
        return page

    yield open_file
    context.close()
    assert complaints == []


def _complain(message: ConsoleMessage, complaints: list[str]) -> None:
    if message.type in ("error", "warning"):
        complaints.append(message.text)


def test_a_file_from_disk_has_keys_languages_and_a_speaker_window_in_step(from_disk: Callable[[], Page]) -> None:
    page = from_disk()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("l")
    assert headline(page) == "In 2024 Beijing had over 2,400 firms in AI"
    speaker = open_speaker(page)
    expect(speaker.locator(".frame.current h2")).to_have_text("In 2024 Beijing had over 2,400 firms in AI")
    expect(speaker.locator(".frame.current .notes")).to_contain_text("Neither article says")
    page.keyboard.press("End")
    expect(speaker.locator(".frame.current h2")).to_have_text("Sources")
    speaker.keyboard.press("Home")
    expect(page.locator(".frame.current h2")).to_have_text("Artificial intelligence in Beijing")
