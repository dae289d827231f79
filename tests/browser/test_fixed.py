"""A chart fixed as it was released: chosen in the section, loaded into an article, and honest about what changed."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, expect

from app.model.text import LANGS
from app.server import build_server
from app.settings import Settings
from app.site import Site
from app.workbench.scripts import scripts
from tests.browser.accessibility import violations
from tests.browser.page_state import visit
from tests.browser.parents import Parents, parents
from tests.browser.server import serve
from tests.loading.tiny import copy
from tests.releases.conftest import change, released

pytestmark = pytest.mark.browser

PUBLIC = "https://figures.example"
CHART = "/zh/charts/firms-series"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Two releases, between which figures changed."""
    root = copy(tmp_path_factory.mktemp("fixed"))
    released(root)
    change(root)
    released(root, "2026.12")
    return Site.open(Settings(datasets=root))


@pytest.fixture(scope="module")
def address(site: Site) -> Iterator[str]:
    with serve(site) as running:
        yield running


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[Parents]:
    with parents() as running:
        yield running


@pytest.fixture(scope="module")
def chart_page(site: Site) -> str:
    """The page of a chart on a server that knows its address."""
    public = Site.over(site.catalog, replace(site.settings, public_url=PUBLIC))
    return build_server(public, scripts()).test_client().get(CHART).text


@pytest.fixture
def section(page: Page, chart_page: str, address: str) -> Page:
    page.route(address + CHART, lambda route: route.fulfill(body=chart_page, content_type="text/html; charset=utf-8"))
    visit(page, CHART)
    page.locator("[data-embedding] > summary").press("Enter")
    return page


def test_the_choice_is_made_by_keyboard_and_changes_preview_and_snippets(section: Page) -> None:
    preview, kept, fixed = (section.locator(each) for each in ("iframe.embed-preview", "#embed-zh-iframe", FIXED))
    expect(kept).to_be_visible()
    expect(fixed).to_be_hidden()
    section.locator("[name=embed-version]:checked").focus()
    section.keyboard.press("ArrowRight")
    expect(preview).to_have_attribute("src", "/v/2026.12/zh/embed/firms-series")
    expect(fixed).to_be_visible()
    expect(kept).to_be_hidden()
    section.locator("[name=embed-theme][value=dark]").check()
    expect(fixed).to_contain_text(f"{PUBLIC}/v/2026.12/zh/embed/firms-series?theme=dark")
    expect(section.locator("#embed-zh-fixed-picture")).to_contain_text(
        "/v/2026.12/zh/charts/firms-series.png?theme=dark"
    )
    expect(section.locator("#embed-zh-fixed-script")).to_contain_text('data-theme="dark" data-version="2026.12"')


FIXED = "#embed-zh-fixed-iframe"


def test_a_released_picture_has_no_other_shape_or_ground(section: Page) -> None:
    section.locator("[name=embed-shape][value='1:1']").check()
    section.locator("[name=embed-version]").nth(1).check()
    for name in ("shape", "ground"):
        for each in section.locator(f"[name=embed-{name}]").all():
            expect(each).to_be_disabled()
    expect(section.locator("#embed-zh-fixed-picture")).not_to_contain_text("aspect")
    picture = section.locator("[data-version='2026.12'][data-edition=zh] img[data-picture]")
    expect(picture).to_have_attribute("src", "/v/2026.12/zh/charts/firms-series.png")
    picture.evaluate("each => each.decode()")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_section_with_the_fixed_chart(section: Page, scheme: str) -> None:
    section.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    section.locator("[name=embed-version]").nth(1).check()
    assert violations(section) == []


def test_without_scripts_both_kinds_can_be_read(browser: Browser, chart_page: str, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.route(address + CHART, lambda route: route.fulfill(body=chart_page, content_type="text/html; charset=utf-8"))
    visit(page, address + CHART)
    page.locator("[data-embedding] > summary").click()
    expect(page.locator("#embed-zh-iframe")).to_be_visible()
    expect(page.locator(FIXED)).to_be_visible()
    context.close()


@pytest.mark.parametrize(
    "place",
    [
        '<div data-beijing-chart="firms-series/facts" data-lang="zh" data-version="2026.11" data-theme="dark"></div>',
        '<beijing-chart chart="firms-series/facts" lang="zh" version="2026.11" theme="dark"></beijing-chart>',
    ],
)
def test_the_loader_makes_a_frame_of_the_release(page: Page, address: str, elsewhere: Parents, place: str) -> None:
    visit(page, elsewhere.put(f'{place}<script src="{address}/embed.js"></script>'))
    frame = page.locator("iframe")
    expect(frame).to_have_attribute("src", f"{address}/v/2026.11/zh/embed/firms-series/facts?theme=dark")
    expect(page.frames[1].locator(".since")).to_contain_text("此后有更新：1,155 → 1,199家；超2,400 → 超2,800家。")


@pytest.mark.parametrize("version", ["latest", "../..", "2026.11/", "2026.11?x", "9"])
def test_the_loader_makes_no_frame_of_what_is_no_version(
    page: Page, address: str, elsewhere: Parents, version: str
) -> None:
    place = f'<div data-beijing-chart="firms-series" data-version="{version}">kept</div>'
    visit(page, elsewhere.put(f'{place}<script src="{address}/embed.js"></script>'))
    expect(page.locator("[data-beijing-chart]")).to_have_text("kept")
    expect(page.locator("iframe")).to_have_count(0)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [280, 390, 820])
def test_the_line_fits_every_width_and_axe_finds_nothing(page: Page, lang: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 600})
    visit(page, f"/v/2026.11/{lang}/embed/firms-series")
    expect(page.locator(".since")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_the_page_of_changes_fits_and_axe_finds_nothing(page: Page, width: int, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 900})
    visit(page, "/en/changes#figure-firms-2024")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []
