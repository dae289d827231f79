"""Embeds in other people's pages: nine kinds of parent, junk messages, the height, the looks, accessibility."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Frame, Page, expect

from tests.browser.accessibility import violations
from tests.browser.page_state import visit, wait_for_scripts, wait_until_still
from tests.browser.parents import HEAR, Parents, parents

pytestmark = pytest.mark.browser

EMBED = "/zh/embed/ai-models"
WIDTHS = [280, 300, 320, 360, 390, 480, 600, 760, 1000, 1200]
CHARTS = ["ai-models", "ai-firms-share", "milestones-all", "not-beijing", "space-top100", "sme-clusters"]
#: A thousand messages of every shape that a page might send.
JUNK = """() => {
  const target = document.querySelector("iframe, object").contentWindow;
  const deep = { a: {} };
  deep.a.deep = deep;
  const junk = [null, 0, "", "{", "resize", { type: "beijing-innovation:height", height: 1 }, { theme: "dark" },
    { type: "navigate", href: "https://evil.example/" }, "javascript:alert(1)", [1, [2]], deep, new Date(), /x/, 1n,
    { "datawrapper-height": { x: 9 } }, JSON.stringify({ context: "iframe.resize", height: 9 }), new ArrayBuffer(8)];
  for (let n = 0; n < 1000; n++) target.postMessage(junk[n % junk.length], "*");
}"""
#: A parent that does what any message says, in whatever shape.
OBEY = f"""{HEAR}<script>
addEventListener("message", ({{ source, data }}) => {{
  const found = typeof data === "string" ? JSON.parse(data) : data;
  const height = found["datawrapper-height"] ? Object.values(found["datawrapper-height"])[0] : found.height;
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.contentWindow === source) frame.style.height = `${{height}}px`;
}});
</script>"""


@pytest.fixture(scope="session")
def elsewhere() -> Iterator[Parents]:
    with parents() as running:
        yield running


#: The height that was told last, in our own shape.
LAST = "heard.findLast((each) => each.type === 'beijing-innovation:height').height"


def frame_layout(page: Page) -> Frame:
    return next(frame for frame in page.frames if frame is not page.main_frame)


def own(page: Page) -> list[int]:
    """The heights told in our own shape, in their order."""
    heights: list[int] = page.evaluate(
        "heard.filter((each) => each.type === 'beijing-innovation:height').map((e) => e.height)"
    )
    return heights


REQUIRE = {"Cross-Origin-Embedder-Policy": "require-corp", "Cross-Origin-Opener-Policy": "same-origin"}
LESS = {"Cross-Origin-Embedder-Policy": "credentialless", "Cross-Origin-Opener-Policy": "same-origin"}
AMP = {"Content-Security-Policy": "default-src * data: blob:; script-src 'none'; style-src 'unsafe-inline'"}
PARENTS: dict[str, tuple[str, dict[str, str]]] = {
    "plain": ('<iframe src="{}" width=600 height=500></iframe>', {}),
    "no scripts": ('<iframe src="{}" width=600 height=500 sandbox></iframe>', {}),
    "scripts": ('<iframe src="{}" width=600 height=500 sandbox="allow-scripts"></iframe>', {}),
    "same origin": ('<iframe src="{}" width=600 height=500 sandbox="allow-scripts allow-same-origin"></iframe>', {}),
    "require-corp": ('<iframe src="{}" width=600 height=500></iframe>', REQUIRE),
    "credentialless": ('<iframe src="{}" width=600 height=500 credentialless></iframe>', LESS),
    "object": ('<object data="{}" type="text/html" width=600 height=500></object>', {}),
    "amp": (
        '<amp-iframe><iframe src="{}" width=600 height=500 frameborder=0 scrolling=no allowfullscreen '
        'sandbox="allow-scripts allow-popups"></iframe></amp-iframe>',
        AMP,
    ),
}


@pytest.mark.parametrize("kind", PARENTS)
def test_an_embed_draws_in_every_kind_of_parent_and_heeds_no_junk(
    page: Page, address: str, elsewhere: Parents, complaints: list[str], kind: str
) -> None:
    body, headers = PARENTS[kind]
    here = elsewhere.put(body.format(address + EMBED), headers=headers)
    visit(page, here)
    frame = frame_layout(page)
    expect(frame.locator("svg.drawing:visible .mark").first).to_be_visible()
    if kind != "no scripts":
        frame.evaluate("() => { window.heard = 0; addEventListener('message', () => { window.heard += 1; }); }")
    page.evaluate(JUNK)
    if kind != "no scripts":
        frame.wait_for_function("() => window.heard === 1000")
    wait_until_still(page)
    assert [each.url for each in page.frames] == [here, address + EMBED]
    assert frame.locator("svg.drawing:visible").count() == 1
    assert page.locator("iframe, object").bounding_box() is not None
    # A frame that may run no scripts says so itself; nothing else may be said.
    complaints[:] = [each for each in complaints if "sandboxed and the 'allow-scripts'" not in each]


def test_a_page_that_may_not_be_framed_is_refused(
    page: Page, address: str, elsewhere: Parents, complaints: list[str]
) -> None:
    with page.expect_console_message(lambda message: "frame-ancestors" in message.text):
        visit(page, elsewhere.put(f'<iframe src="{address}/zh/charts/ai-models"></iframe>'))
    assert frame_layout(page).locator("svg.drawing").count() == 0
    complaints.clear()


# Height


@pytest.mark.parametrize("width", [300, 390, 760])
@pytest.mark.parametrize("first", [40, 2000])
def test_a_parent_that_obeys_every_message_settles_in_two(
    page: Page, address: str, elsewhere: Parents, width: int, first: int
) -> None:
    frame = f'<iframe src="{address}{EMBED}" width={width} height={first} frameborder=0></iframe>'
    visit(page, elsewhere.put(frame, head=OBEY))
    page.wait_for_function("() => heard.length >= 4")
    wait_until_still(page)
    wait_until_still(frame_layout(page))
    heights = own(page)
    assert 1 <= len(heights) <= 2
    assert page.evaluate("heard.length") == 4 * len(heights)
    inside = frame_layout(page)
    assert heights[-1] == inside.evaluate("Math.ceil(document.querySelector('main').getBoundingClientRect().height)")
    assert inside.evaluate("document.documentElement.scrollHeight - innerHeight") <= 0
    assert page.evaluate("new Set(heard.map((e) => JSON.stringify(e).match(/height.*?(\\d{3,})/)[1])).size") == len(
        set(heights)
    )


def test_the_height_grows_and_shrinks_with_what_is_open(page: Page, address: str, elsewhere: Parents) -> None:
    visit(page, elsewhere.put(f'<iframe src="{address}{EMBED}" width=600 height=100></iframe>', head=OBEY))
    page.wait_for_function("() => heard.length >= 4")
    wait_until_still(page)
    closed = own(page)[-1]
    table = frame_layout(page).locator("details.data > summary")
    table.click()
    page.wait_for_function(f"() => {LAST} > {closed + 40}")
    table.click()
    page.wait_for_function(f"() => {LAST} === {closed}")
    page.locator("iframe").evaluate("frame => { frame.width = 300; }")
    page.wait_for_function(f"() => {LAST} !== {closed}")


def test_the_four_shapes(page: Page, address: str, elsewhere: Parents) -> None:
    visit(page, elsewhere.put(f'<iframe src="{address}{EMBED}?theme=dark" width=600></iframe>', head=OBEY))
    page.wait_for_function("() => heard.length >= 4")
    ours, datawrapper, amp, text = page.evaluate("heard.slice(0, 4)")
    height = ours["height"]
    assert ours == {"type": "beijing-innovation:height", "id": "ai-models", "height": height}
    assert datawrapper == {"datawrapper-height": {"ai-models": height}}
    assert amp == {"sentinel": "amp", "type": "embed-size", "height": height}
    read = page.evaluate("text => JSON.parse(text)", text)
    assert read == {"src": f"{address}{EMBED}?theme=dark", "context": "iframe.resize", "height": height}


# Width


@pytest.mark.parametrize("chart", CHARTS)
def test_one_drawing_fits_every_width(page: Page, chart: str) -> None:
    visit(page, f"/en/embed/{chart}")
    unfit = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 700})
        boxes = [drawing.bounding_box() for drawing in page.locator("svg.drawing:visible").all()]
        fits = [box is not None and box["x"] >= 0 and box["x"] + box["width"] <= width for box in boxes]
        if fits != [True] or page.evaluate("document.documentElement.scrollWidth") > width:
            unfit.append((width, boxes))
    assert unfit == []


# Looks

PAPER = "getComputedStyle(document.documentElement).backgroundColor"
CONTRAST = """() => {
  const rgb = (text) => text.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const light = (c) => c.map((p) => (p /= 255) <= 0.04045 ? p / 12.92 : ((p + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0.05);
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = "var(--beijing)";
  const ground = getComputedStyle(document.documentElement).backgroundColor;
  const [one, other] = [getComputedStyle(probe).color, ground].map((text) => light(rgb(text)));
  return Math.max(one, other) / Math.min(one, other);
}"""


@pytest.mark.parametrize(("system", "asked", "dark"), [("light", "dark", True), ("dark", "light", False)])
def test_the_theme_that_is_asked_for_wins_over_the_system(page: Page, system: str, asked: str, dark: bool) -> None:
    page.emulate_media(color_scheme="dark" if system == "dark" else "light")
    visit(page, f"{EMBED}?theme={asked}")
    assert page.evaluate(PAPER) == ("rgb(20, 19, 18)" if dark else "rgb(251, 250, 246)")


@pytest.mark.parametrize("accent", ["ffff00", "%23ffffff", "000000", "808080", "1F5F6B", "ff0000"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_any_accent_can_be_read_on_its_ground(page: Page, accent: str, theme: str) -> None:
    visit(page, f"{EMBED}?theme={theme}&accent={accent}")
    assert page.evaluate(CONTRAST) >= 4.5


def test_title_and_table_can_be_left_out_and_the_title_is_still_read_out(page: Page) -> None:
    visit(page, f"{EMBED}?title=0&table=0")
    box = page.locator("h1").bounding_box()
    assert box is not None
    assert box["width"] <= 1
    expect(page.locator("details.data")).to_be_hidden()
    expect(page.locator(".subtitle")).to_be_visible()


@pytest.mark.parametrize(
    "query",
    [
        "theme=neon",
        "accent=red;}",
        "accent=12345",
        "title=2",
        "x=1",
        "theme=%00",
        "accent=%3Cscript%3E",
        "theme=light&theme=dark",
    ],
)
def test_what_is_unknown_or_wrong_changes_nothing(page: Page, query: str) -> None:
    visit(page, EMBED)
    expected = page.evaluate("document.documentElement.outerHTML")
    visit(page, f"{EMBED}?{query}")
    actual = page.evaluate("document.documentElement.outerHTML")
    assert actual.replace(' data-theme="light"', "") == expected


# By hand


def test_the_marks_are_walked_and_their_evidence_opens_outside_the_frame(
    page: Page, address: str, elsewhere: Parents
) -> None:
    visit(page, elsewhere.put(f'<iframe src="{address}{EMBED}" width=600 height=500></iframe>'))
    frame = frame_layout(page)
    wait_for_scripts(frame)
    drawing = frame.locator("svg.drawing:visible")
    drawing.focus()
    page.keyboard.press("ArrowRight")
    expect(frame.locator(".tip")).to_be_visible()
    with page.context.expect_page() as opened:
        page.keyboard.press("Enter")
    assert "/zh/figures/" in opened.value.url
    opened.value.close()
    with page.context.expect_page() as opened:
        frame.locator("svg.drawing:visible .mark").last.click()
    assert "/zh/figures/" in opened.value.url
    assert frame.url == address + EMBED


def test_without_scripts_it_is_whole(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False, viewport={"width": 390, "height": 700})
    page = context.new_page()
    visit(page, EMBED)
    expect(page.locator("svg.drawing:visible")).to_have_count(1)
    page.locator("details.data > summary").click()
    expect(page.locator("table")).to_be_visible()
    context.close()


@pytest.mark.parametrize(
    ("lang", "width", "theme"),
    [("zh", 300, "light"), ("zh", 760, "dark"), ("en", 300, "dark"), ("en", 760, "light")],
)
@pytest.mark.parametrize("chart", CHARTS)
def test_axe_finds_nothing_in_an_embed(page: Page, chart: str, width: int, lang: str, theme: str) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    visit(page, f"/{lang}/embed/{chart}?theme={theme}")
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    assert violations(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_with_an_accent(page: Page, theme: str) -> None:
    visit(page, f"/en/embed/ai-firms-share?theme={theme}&accent=ffd54f")
    assert violations(page) == []
