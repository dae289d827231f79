"""The stage as a presenter uses it: keys, both windows, no network, the kiosk, the file from disk, accessibility."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route, expect

pytestmark = pytest.mark.browser

STAGE = "/zh/present/ai"
SLIDES = 10


def slide(page: Page) -> int:
    """The number in the address; the address leaves out what is usual."""
    return int(asked(page, "slide") or "1")


def headline(page: Page) -> str:
    return page.locator(".frame.current h2").inner_text()


def asked(page: Page, name: str) -> str:
    # The browser's own word: what Playwright knows of the address comes a little later.
    query: str = page.evaluate("() => location.search.slice(1)")
    return parse_qs(query).get(name, [""])[0]


def root(page: Page, name: str) -> str:
    found: str = page.evaluate(f"document.documentElement.dataset.{name} ?? ''")
    return found


@pytest.fixture
def stage(page: Page) -> Page:
    page.goto(STAGE)
    return page


ON = ("ArrowRight", "ArrowDown", "Space", "PageDown")
BACK = ("ArrowLeft", "ArrowUp", "PageUp")


def test_keys_walk_the_deck(stage: Page) -> None:
    for n, (on, back) in enumerate(zip(ON, (*BACK, "PageUp"), strict=True)):
        stage.keyboard.press(on)
        assert slide(stage) == 2, (n, on)
        stage.keyboard.press(back)
        assert slide(stage) == 1, (n, back)
    stage.keyboard.press("ArrowLeft")
    assert slide(stage) == 1
    stage.keyboard.press("End")
    assert slide(stage) == SLIDES
    stage.keyboard.press("ArrowRight")
    assert slide(stage) == SLIDES
    stage.keyboard.press("Home")
    assert slide(stage) == 1
    for keys, wanted in (("7", 7), ("10", 10), ("99", SLIDES), ("0", 1)):
        stage.keyboard.type(keys)
        stage.keyboard.press("Enter")
        assert slide(stage) == wanted
    expect(stage.get_by_role("status")).to_contain_text("第1页，共10页 北京人工智能")


def test_a_slide_is_revealed_step_by_step_and_stands_whole_when_come_back_to(stage: Page) -> None:
    unseen = stage.locator(".frame.current .wide .mark.unseen")
    stage.keyboard.type("3")
    stage.keyboard.press("Enter")
    for left in (2, 1, 0):
        expect(unseen).to_have_count(left)
        assert slide(stage) == 3
        stage.keyboard.press("ArrowRight")
    assert slide(stage) == 4
    stage.keyboard.press("ArrowLeft")
    assert slide(stage) == 3
    expect(unseen).to_have_count(0)


#: Words and marks of the slide that the buttons lie over.
COVERED = """() => {
  const shown = [...document.querySelectorAll(".controls")].find((each) => each.checkVisibility());
  const over = shown.getBoundingClientRect();
  const read = document.querySelectorAll(".frame.current :is(h2, .text, figcaption, .source, .count, .mark, li)");
  return [...read].filter((each) => each.checkVisibility()).filter((each) => {
    const box = document.createRange();
    box.selectNodeContents(each);
    const { left, right, top, bottom } = box.getBoundingClientRect();
    return left < over.right && right > over.left && top < over.bottom && bottom > over.top;
  }).map((each) => each.textContent);
}"""


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (390, 844)])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_buttons_cover_nothing_that_is_read(page: Page, lang: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"/{lang}/present/beijing-overview")
    for _ in range(page.locator(f".frame[data-lang={lang}]").count()):
        assert page.evaluate(COVERED) == []
        page.keyboard.press("PageDown")


def test_before_its_scripts_run_the_stage_shows_the_first_slide_or_nothing(page: Page) -> None:
    held: list[Route] = []
    page.route("**/assets/stage.*.js", lambda route: held.append(route))
    page.goto(STAGE, wait_until="domcontentloaded")
    expect(page.locator(".frame.current h2")).to_be_visible()
    expect(page.locator(".controls").first).to_be_hidden()
    page.goto(f"{STAGE}?slide=4", wait_until="domcontentloaded")
    expect(page.locator(".frame.current h2")).to_be_hidden()
    page.wait_for_timeout(700)
    for route in held[-1:]:
        route.continue_()
    expect(page.locator(".frame.current .count")).to_have_text(f"4 / {SLIDES}")
    expect(page.locator(".frame.current h2")).to_be_visible()
    expect(page.locator(".controls:visible")).to_have_count(1)


def test_nothing_is_revealed_in_steps_where_motion_is_not_wanted(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{STAGE}?slide=3")
    expect(page.locator(".mark.unseen")).to_have_count(0)
    page.keyboard.press("ArrowRight")
    assert slide(page) == 4


def test_keys_change_how_the_stage_looks(stage: Page) -> None:
    for key, shade in (("b", "black"), (".", "black"), ("w", "white"), (",", "white")):
        stage.keyboard.press(key)
        assert root(stage, "blank") == shade
        stage.keyboard.press(key)
        assert root(stage, "blank") == ""
    stage.keyboard.press("b")
    stage.keyboard.press("ArrowRight")
    assert (root(stage, "blank"), slide(stage)) == ("", 2)
    for theme in ("dark", "projector", "light"):
        stage.keyboard.press("t")
        assert (root(stage, "theme"), asked(stage, "theme")) == (theme, theme)
    stage.keyboard.press("l")
    assert headline(stage) == "In 2024 Beijing counted over 2,400 firms in AI"
    assert (asked(stage, "lang"), slide(stage), stage.title()[:12]) == ("en", 2, "Artificial i")
    stage.keyboard.press("l")
    assert (headline(stage)[:5], asked(stage, "lang")) == ("2024年", "")
    stage.keyboard.press("f")
    stage.wait_for_function("() => document.fullscreenElement !== null")
    stage.keyboard.press("f")
    stage.wait_for_function("() => document.fullscreenElement === null")


def test_keys_open_what_lies_on_top_and_escape_closes_it(stage: Page) -> None:
    help_ = stage.locator("dialog.help:visible")
    stage.keyboard.press("?")
    expect(help_).to_have_count(1)
    stage.keyboard.press("ArrowRight")
    assert slide(stage) == 1
    stage.keyboard.press("Escape")
    expect(help_).to_have_count(0)
    stage.keyboard.press("q")
    expect(stage.locator(".toast")).to_contain_text("PUBLIC_URL")
    stage.keyboard.press("p")
    expect(stage.locator(".toast")).to_contain_text("auto=20")
    stage.keyboard.press("g")
    expect(stage.locator(".frame:visible")).to_have_count(SLIDES)
    expect(stage.locator(".frame:visible .mark.unseen")).to_have_count(0)
    stage.keyboard.press("ArrowRight")
    assert slide(stage) == 2
    expect(stage.locator(".frame:visible")).to_have_count(SLIDES)
    stage.keyboard.press("Home")
    stage.keyboard.press("Escape")
    expect(stage.locator(".frame:visible")).to_have_count(1)


def test_slides_are_hidden_and_moved_for_today_and_the_address_keeps_it(stage: Page) -> None:
    stage.keyboard.press("g")
    tile = stage.locator(".frame:visible .tile")
    tile.nth(1).get_by_text("今天不放").click()
    tile.nth(2).get_by_label("前移").click()
    assert asked(stage, "show") == "cover,models,share,size,base,video,steps,limits,sources"
    stage.reload()
    stage.keyboard.press("ArrowRight")
    assert headline(stage).startswith("备案大模型")
    expect(stage.locator(".frame.current .count")).to_have_text("2 / 9")
    stage.keyboard.press("g")
    stage.locator(".frame:visible.off .tile").get_by_text("今天不放").click()
    assert asked(stage, "show").endswith("sources,firms")


def swipe(page: Page, *, by: int) -> None:
    """One finger across, in steps, as the browser gets it from the screen: it may take it for its own."""
    session = page.context.new_cdp_session(page)
    for kind, share in (("touchStart", 0.0), *(("touchMove", step / 8) for step in range(1, 9)), ("touchEnd", 1.0)):
        points = [] if kind == "touchEnd" else [{"x": 200 + by * share, "y": 300}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def test_fingers_and_buttons_walk_the_deck(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, has_touch=True, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(STAGE)
    swipe(page, by=-160)
    page.wait_for_timeout(100)
    assert slide(page) == 2
    swipe(page, by=160)
    page.wait_for_timeout(100)
    assert (slide(page), page.url.endswith(STAGE)) == (1, True)
    swipe(page, by=20)
    assert slide(page) == 1
    page.locator(".controls:visible [data-do=on]").click()
    assert slide(page) == 2
    page.locator(".controls:visible [data-do=lang]").click()
    assert headline(page).startswith("In 2024")
    page.keyboard.press(" ")  # belongs to the deck, not to the button that was pressed last
    assert slide(page) == 3
    assert asked(page, "lang") == "en"
    context.close()


@pytest.mark.parametrize("query", ["slide=99", "slide=x", "lang=fr&theme=neon", "show=nope", "auto=x&kiosk=7"])
def test_what_the_address_gets_wrong_leaves_the_first_slide(page: Page, query: str) -> None:
    page.goto(f"{STAGE}?{query}")
    assert (slide(page), headline(page)) == (1, "北京人工智能")


def open_speaker(page: Page) -> Page:
    with page.context.expect_page() as opened:
        page.keyboard.press("s")
    expect(opened.value.locator(".desk:visible .link")).not_to_be_empty()
    return opened.value


def in_step(one: Page, other: Page, number: int) -> None:
    for page in (one, other):
        page.wait_for_function(f"() => (new URLSearchParams(location.search).get('slide') || '1') === '{number}'")


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
    expect(speaker.locator(".desk:visible")).to_contain_text("10 minutes planned")
    speaker.wait_for_function("() => document.querySelector('.ui[data-lang=en] .clock').textContent !== '00:00'")
    speaker.close()
    stage.wait_for_timeout(300)
    stage.keyboard.press("End")
    again = open_speaker(stage)
    in_step(stage, again, SLIDES)
    again.wait_for_function("() => document.querySelector('.ui[data-lang=en] .clock').textContent !== '00:00'")
    stage.reload()
    stage.keyboard.press("Home")
    in_step(stage, again, 1)


def test_two_stages_of_one_story_do_not_move_each_other(context: BrowserContext) -> None:
    one, other = context.new_page(), context.new_page()
    one.goto(STAGE)
    other.goto(STAGE)
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
    assert (slide(stage), root(stage, "lang"), asked(stage, "show")) == (2, "zh", "")


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


def test_a_slide_changes_at_once(stage: Page) -> None:
    times: list[float] = stage.evaluate("""() => Array.from({ length: 40 }, (_, n) => { const start = performance.now();
      document.dispatchEvent(new CustomEvent("stage:ask", { detail: { state: { at: n % 10, step: 1 } } }));
      document.body.getBoundingClientRect(); return performance.now() - start; }).sort((a, b) => a - b)""")
    assert times[len(times) // 2] <= 50


def test_a_kiosk_shows_no_controls_and_goes_round_for_ever(page: Page) -> None:
    page.clock.install()
    page.goto(f"{STAGE}?kiosk=1&auto=5")
    expect(page.locator(".controls:visible")).to_have_count(0)
    for wanted in (2, 3):
        page.clock.run_for(5_100)
        assert slide(page) == wanted
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
WATCH_LOCK = """window.asked = [];
WakeLock.prototype.request = async function (kind) { window.asked.push(kind); return { released: false }; };"""
LOCKED = [("", 0), ("?auto=60", 1), ("?kiosk=1", 1)]


@pytest.mark.parametrize(("query", "asked_for"), LOCKED)
def test_the_screen_is_kept_awake_where_nobody_touches_it(page: Page, query: str, asked_for: int) -> None:
    page.add_init_script(WATCH_LOCK)
    page.goto(f"{STAGE}{query}")
    assert page.evaluate("asked") == ["screen"] * asked_for
    # The browser has given the lock back while the page was hidden.
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert page.evaluate("asked") == ["screen"] * asked_for * 2


def test_a_kiosk_takes_new_data_at_night_and_stays_as_it_is_without_a_network(
    page: Page, context: BrowserContext, complaints: list[str]
) -> None:
    page.clock.install(time="2026-01-01T23:00:00")
    page.goto(f"{STAGE}?kiosk=1&auto=3600")
    page.evaluate("window.kept = true")
    context.set_offline(True)
    page.clock.fast_forward("05:00:00")
    page.wait_for_timeout(300)
    assert page.evaluate("window.kept") is True
    assert headline(page)
    context.set_offline(False)
    page.clock.fast_forward("01:10:00")
    page.wait_for_function("() => window.kept === undefined")
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
    context.set_default_timeout(10_000)
    found: list[str] = []
    context.on("console", lambda message: _complain(message, found))
    context.on("weberror", lambda error: found.append(str(error.error)))

    def opened() -> Page:
        page = context.new_page()
        page.goto(file.as_uri())
        return page

    yield opened
    context.close()
    assert found == []


def _complain(message: ConsoleMessage, found: list[str]) -> None:
    if message.type in ("error", "warning"):
        found.append(message.text)


def test_a_file_from_disk_has_keys_languages_and_a_speaker_window_in_step(from_disk: Callable[[], Page]) -> None:
    page = from_disk()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("l")
    assert headline(page) == "In 2024 Beijing counted over 2,400 firms in AI"
    speaker = open_speaker(page)
    expect(speaker.locator(".frame.current h2")).to_have_text("In 2024 Beijing counted over 2,400 firms in AI")
    expect(speaker.locator(".frame.current .notes")).to_contain_text("Neither article says")
    page.keyboard.press("End")
    expect(speaker.locator(".frame.current h2")).to_have_text("Sources")
    speaker.keyboard.press("Home")
    expect(page.locator(".frame.current h2")).to_have_text("Artificial intelligence in Beijing")


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (390, 844), (2560, 1080)], ids=str)
def test_nothing_on_a_slide_is_cut_off(page: Page, size: tuple[int, int]) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": size[0], "height": size[1]})
    cut: list[str] = []
    for story in ("beijing-overview", "ai", "biomed", "unicorns"):
        page.goto(f"/zh/present/{story}")
        cut += page.evaluate(CUT)
    assert cut == []


#: Walks the deck in both languages; what reaches beyond its slide, or over the line of sources, is named.
CUT = """() => { const found = [];
  const ask = (state) => document.dispatchEvent(new CustomEvent("stage:ask", { detail: { state } }));
  for (const lang of ["zh", "en"]) for (let at = 0; at < 12; at += 1) {
    ask({ lang, at, step: 999 });
    const frame = document.querySelector(".frame.current");
    const foot = frame.querySelector("footer").getBoundingClientRect();
    const name = `${document.querySelector(".deck").dataset.deck} ${lang} ${frame.dataset.id}`;
    if (foot.bottom > innerHeight + 1) found.push(`${name}: foot`);
    for (const part of frame.querySelectorAll("h2, h3, .text, figcaption, svg.drawing, .articles li")) {
      const box = part.getBoundingClientRect();
      const out = box.bottom > foot.top + 1 || box.right > innerWidth + 1 || box.left < -1;
      if (box.width && out) found.push(`${name}: ${part.tagName}`);
    }
  }
  return found; }"""


def test_a_deck_prints_one_slide_a_page(stage: Page) -> None:
    plain = stage.pdf(prefer_css_page_size=True)
    assert pages(plain) == SLIDES
    stage.evaluate("document.documentElement.classList.add('noted')")
    assert pages(stage.pdf(prefer_css_page_size=True)) >= SLIDES


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", pdf))


@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
def test_the_stage_the_speaker_window_and_the_story_are_accessible(page: Page, theme: str) -> None:
    for path in (f"{STAGE}?slide=3", f"{STAGE}?slide=5&speaker=x", "/en/stories/ai"):
        page.goto(f"{path}{'&' if '?' in path else '?'}theme={theme}")
        page.wait_for_timeout(100)
        assert [v["id"] for v in Axe().run(page).response["violations"]] == [], path


def test_the_stage_stands_without_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/en/present/ai")
    expect(page.locator(".frame:visible")).to_have_count(SLIDES)
    expect(page.locator(".frame:visible h2").first).to_have_text("Artificial intelligence in Beijing")
    context.close()
