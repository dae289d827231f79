"""The snippets as a journalist pastes them, the loader behind them, and the section that offers them."""

import html
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from app.server import build_server
from app.settings import Settings
from app.site import Site
from app.workbench.scripts import scripts
from tests import beijing
from tests.browser.accessibility import violations
from tests.browser.page_state import visit, wait_until_still
from tests.browser.parents import HEAR, Parents, parents

pytestmark = pytest.mark.browser

PUBLIC = "https://figures.example"
CHART = "/zh/charts/ai-models"
#: How much of the page has moved, as the browser counts it; it does not count what the reader caused.
SHIFTS = """<script>window.moved = 0;
new PerformanceObserver((list) => { for (const each of list.getEntries()) window.moved += each.value; })
  .observe({ type: "layout-shift", buffered: true });</script>"""
#: What of the section is shown at first.
SHOWN = "[data-edition=zh][data-version='']"
ARTICLE = "<main style='max-width:{}px;margin:auto'><p>一段正文。</p>{}<p>又一段正文。</p></main>"


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[Parents]:
    with parents() as running:
        yield running


@pytest.fixture(scope="module")
def chart_page() -> str:
    """The page of a chart on a server that knows its address."""
    public = Site.over(beijing.site().catalog, Settings(datasets=beijing.BEIJING, public_url=PUBLIC))
    return build_server(public, scripts()).test_client().get(CHART).text


@pytest.fixture
def snippet(chart_page: str, address: str) -> dict[str, str]:
    """Each snippet by its name, leading to the running server."""
    snippets = re.findall(r'<pre[^>]*id="(embed-[a-z-]+)"[^>]*>(.*?)</pre>', chart_page, re.DOTALL)
    return {name: html.unescape(text).replace(PUBLIC, address) for name, text in snippets}


@pytest.mark.parametrize("width", [358, 700])
def test_the_script_snippet_is_a_frame_of_the_right_height_and_nothing_moves(
    page: Page, elsewhere: Parents, snippet: dict[str, str], width: int
) -> None:
    page.set_viewport_size({"width": width + 32, "height": 900})
    visit(page, elsewhere.put(ARTICLE.format(width, snippet["embed-zh-script"]), head=HEAR + SHIFTS))
    frame = page.locator("iframe")
    expect(frame).to_be_visible()
    reserved = frame.evaluate("each => each.offsetHeight")
    expect(page.frames[1].locator("svg.drawing:visible")).to_have_count(1)
    page.wait_for_function("() => heard.length >= 4")  # the height, in each shape
    wait_until_still(page)
    height = frame.evaluate("each => each.offsetHeight")
    inside = page.frames[1].evaluate("Math.ceil(document.querySelector('main').getBoundingClientRect().height)")
    assert height == inside
    assert abs(height - reserved) <= 40
    assert page.evaluate("moved") < 0.05


def test_the_loader_obeys_only_the_frame_itself_and_only_a_sensible_height(
    page: Page, elsewhere: Parents, snippet: dict[str, str]
) -> None:
    body = ARTICLE.format(600, snippet["embed-zh-script"] + "<iframe id=other></iframe>")
    visit(page, elsewhere.put(body, head=HEAR))
    frame = page.locator("[data-beijing-chart] iframe")
    page.wait_for_function("() => heard.length >= 4")
    wait_until_still(page)
    count = page.evaluate("heard.length")
    before = frame.evaluate("each => each.offsetHeight")
    page.evaluate(
        """() => {
          const message = { type: "beijing-innovation:height", id: "ai-models", height: 999 };
          window.postMessage(message, "*");
          const made = document.querySelector("#other").contentWindow.document.createElement("script");
          made.textContent = `parent.postMessage(${JSON.stringify(message)}, "*")`;
          document.querySelector("#other").contentWindow.document.body.append(made);
        }"""
    )
    wrong = ("-5", "1e9", "NaN", "'900'", "null", "{}")
    for height in wrong:
        page.frames[1].evaluate(f"parent.postMessage({{ type: 'beijing-innovation:height', height: {height} }}, '*')")
    page.wait_for_function(f"() => heard.length === {count + 2 + len(wrong)}")
    assert frame.evaluate("each => each.offsetHeight") == before


WRONG = ["../../evil", "AI", "a b", "x" * 65, "ai-models?x=1", "javascript:alert(1)", "//evil.example", ""]


@pytest.mark.parametrize("name", WRONG)
def test_the_loader_makes_no_frame_of_what_is_not_a_name(
    page: Page, address: str, elsewhere: Parents, name: str
) -> None:
    body = f'<div data-beijing-chart="{name}">kept</div><script src="{address}/embed.js"></script>'
    visit(page, elsewhere.put(body))
    expect(page.locator("iframe")).to_have_count(0)


def test_the_custom_element_may_come_at_any_time(page: Page, address: str, elsewhere: Parents) -> None:
    body = (
        f'<beijing-chart chart="ai-models" lang="en" theme="dark" accent="1f5f6b"></beijing-chart>'
        f'<script src="{address}/embed.js"></script><script src="{address}/embed.js"></script>'
    )
    visit(page, elsewhere.put(body))
    expect(page.locator("iframe")).to_have_attribute("src", f"{address}/en/embed/ai-models?theme=dark&accent=1f5f6b")
    page.evaluate(
        """() => document.body.append(Object.assign(document.createElement("div"),
          { innerHTML: '<beijing-chart chart="plans-timeline/plans-only" lang="zh"></beijing-chart>' }))"""
    )
    expect(page.locator("iframe").nth(1)).to_have_attribute("src", f"{address}/zh/embed/plans-timeline/plans-only")
    expect(page.locator("iframe")).to_have_count(2)


def test_without_scripts_the_picture_stands_in(
    browser: Browser, address: str, elsewhere: Parents, snippet: dict[str, str]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    visit(page, elsewhere.put(ARTICLE.format(600, snippet["embed-zh-script"])))
    picture = page.locator("noscript img")
    expect(picture).to_be_visible()
    expect(picture).to_have_attribute("src", f"{address}/zh/charts/ai-models.png")
    context.close()


@pytest.mark.parametrize("name", ["embed-zh-iframe", "embed-en-iframe", "embed-zh-picture"])
def test_the_other_snippets_show_the_chart(page: Page, elsewhere: Parents, snippet: dict[str, str], name: str) -> None:
    visit(page, elsewhere.put(ARTICLE.format(600, snippet[name])))
    if name.endswith("picture"):
        assert page.locator("img").evaluate("each => each.decode().then(() => each.naturalWidth)") > 600
    else:
        drawing = page.frames[1].locator("svg.drawing:visible")
        expect(drawing).to_have_count(1)
        assert page.frames[1].evaluate("document.documentElement.scrollHeight <= innerHeight")


# The section on the chart's page, as a server with an address writes it


@pytest.fixture
def section(context: BrowserContext, page: Page, chart_page: str, address: str) -> Page:
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    page.route(address + CHART, lambda route: route.fulfill(body=chart_page, content_type="text/html; charset=utf-8"))
    visit(page, CHART)
    page.locator("[data-embedding] > summary").press("Enter")
    return page


def test_every_choice_is_made_by_keyboard_and_changes_preview_and_snippets(section: Page) -> None:
    preview, code = section.locator("iframe.embed-preview"), section.locator("#embed-zh-iframe")
    expect(preview).to_have_attribute("src", "/zh/embed/ai-models")
    section.locator("[name=embed-theme]:checked").focus()
    section.keyboard.press("ArrowRight")
    section.keyboard.press("ArrowRight")
    expect(preview).to_have_attribute("src", "/zh/embed/ai-models?theme=dark")
    expect(code).to_contain_text(f'src="{PUBLIC}/zh/embed/ai-models?theme=dark"')
    expect(section.locator("#embed-zh-script")).to_contain_text('data-lang="zh" data-theme="dark"')
    expect(section.locator("#embed-zh-picture")).to_contain_text("ai-models.png?theme=dark")
    section.locator("[name=embed-accent]:checked").focus()
    section.keyboard.press("ArrowRight")
    expect(preview).to_have_attribute("src", "/zh/embed/ai-models?theme=dark&accent=1f5f6b")
    section.locator("[name=embed-lang]:checked").focus()
    section.keyboard.press("ArrowRight")
    expect(preview).to_have_attribute("src", "/en/embed/ai-models?theme=dark&accent=1f5f6b")
    expect(section.locator("#embed-en-iframe")).to_be_visible()
    expect(code).to_be_hidden()
    section.locator("[name=embed-width]:checked").focus()
    section.keyboard.press("ArrowRight")
    expect(preview).to_have_class(re.compile("desktop"))


def test_a_snippet_is_copied_as_it_stands(section: Page) -> None:
    section.locator("[name=embed-theme][value=dark]").check()
    code = section.locator("#embed-zh-iframe").inner_text()
    section.locator("[data-copy=embed-zh-iframe]").press("Enter")
    section.wait_for_function("async (code) => (await navigator.clipboard.readText()) === code", arg=code)


def test_a_picture_has_the_shape_and_ground_that_are_chosen(section: Page) -> None:
    picture = section.locator(f"{SHOWN} img[data-picture]")
    section.locator("[name=embed-shape]:checked").focus()
    section.keyboard.press("ArrowRight")
    section.locator("[name=embed-ground][value=transparent]").check()
    expect(picture).to_have_attribute("src", "/zh/charts/ai-models.png?aspect=16%3A9&ground=transparent")
    picture.evaluate("each => each.decode()")
    assert picture.evaluate("each => each.naturalWidth") == 1520
    picture_query = "ai-models.png?aspect=16%3A9&ground=transparent"
    expect(section.locator("#embed-zh-picture")).to_contain_text(picture_query)
    expect(section.locator(f"{SHOWN} a[data-picture]")).to_have_attribute("href", f"/zh/charts/{picture_query}")
    expect(section.locator(f"{SHOWN} .unfit")).to_be_hidden()


@pytest.mark.parametrize("status", [200, 400])
def test_a_shape_that_does_not_come_is_not_put_into_the_code(
    section: Page, address: str, complaints: list[str], status: int
) -> None:
    usual = section.request.get(f"{address}{CHART}.png").body()
    section.route(
        "**/*aspect=*",
        lambda route: route.fulfill(status=status, body=usual if status == 200 else b"", content_type="image/png"),
    )
    section.locator("[name=embed-shape][value='1:1']").check()
    expect(section.locator(f"{SHOWN} .unfit")).to_be_visible()
    expect(section.locator("#embed-zh-picture")).not_to_contain_text("aspect")
    expect(section.locator(f"{SHOWN} a[data-picture]")).to_have_attribute("href", f"{CHART}.png")
    complaints[:] = [each for each in complaints if "400" not in each]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_open_section(section: Page, scheme: str) -> None:
    section.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    assert violations(section) == []


def test_without_an_address_the_section_says_so(page: Page) -> None:
    visit(page, CHART)
    page.locator("[data-embedding] > summary").click()
    expect(page.locator("[data-embedding] .notice:visible")).to_contain_text("PUBLIC_URL")
    expect(page.locator("[data-snippet]")).to_have_count(0)
    expect(page.frame_locator("iframe.embed-preview").locator("svg.drawing:visible")).to_have_count(1)
