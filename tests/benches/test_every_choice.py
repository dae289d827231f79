"""Every value of every control of every chart can be drawn, keeps every bound, and has a title that claims nothing."""

from collections.abc import Callable, Iterator

import pytest

from app.benches.bench import Control, ViewModel
from app.benches.compare import compare_bench
from app.benches.explore import explore_bench
from app.benches.topical import topical
from app.charts.registry import layout_chart
from app.data.page_query import PageKind, PageQuery, PageRef
from app.model.chart import ChartKind
from app.model.text import LANGS, Lang
from app.pages.chart_choice import ChartBench, chart_bench
from app.quantities.label import qualifier_word
from app.site import Site
from tests import beijing

SITE = beijing.site()
PLACES = [PageRef(PageKind.CHART, name, view) for name, view in beijing.views()]


def one_by_one(bench: ChartBench) -> Iterator[tuple[str, str]]:
    for control in bench.controls:
        yield from ((control.name, option.value) for option in control.options)


@pytest.mark.parametrize("page", PLACES, ids=lambda page: f"{page.name}-{page.view}")
@pytest.mark.parametrize("lang", LANGS)
def test_every_value_of_every_control_keeps_every_bound(lang: Lang, page: PageRef) -> None:
    for pair in one_by_one(chart_bench(SITE, PageQuery(page), lang)):
        bench = chart_bench(SITE, PageQuery(page, (pair,)), lang)
        assert bench.scene.points or bench.scene.events, (page, pair)
        assert bare(bench, lang) == [], (page, pair)


def bare(bench: ChartBench, lang: Lang) -> list[str]:
    """The labels of bounds that have lost their words."""
    found = [(point, SITE.data[point.id].observation.qualifier) for point in bench.scene.points]
    labels = [(point.label.text, qualifier_word(kind, lang)) for point, kind in found if not point.derived]
    return [text for text, word in labels if word not in text]


@pytest.mark.parametrize("page", PLACES[::3], ids=lambda page: f"{page.name}-{page.view}")
def test_a_chart_as_chosen_can_be_laid_out(page: PageRef) -> None:
    bench = chart_bench(SITE, PageQuery(page), Lang.ZH)
    last = tuple((control.name, control.options[-1].value) for control in bench.controls)
    chosen = chart_bench(SITE, PageQuery(page, last), Lang.ZH)
    assert layout_chart(chosen.scene, 356).words or layout_chart(chosen.scene, 356).marks


@pytest.mark.parametrize("page", PLACES, ids=lambda page: f"{page.name}-{page.view}")
def test_the_finding_heads_the_default_and_nothing_else(page: PageRef) -> None:
    plain = chart_bench(SITE, PageQuery(page), Lang.ZH)
    for control in plain.controls:
        chosen = chart_bench(SITE, PageQuery(page, ((control.name, other(control)),)), Lang.ZH)
        finding = SITE.quote(SITE.catalog.charts[page.name].finding[Lang.ZH], Lang.ZH)
        assert chosen.query == ((control.name, other(control)),)
        assert chosen.title != finding


def other(control: Control) -> str:
    return next(option.value for option in control.options if option.value != control.chosen)


@pytest.mark.parametrize("page", PLACES, ids=lambda page: f"{page.name}-{page.view}")
def test_a_control_is_there_only_where_there_is_a_choice(page: PageRef) -> None:
    controls = chart_bench(SITE, PageQuery(page), Lang.EN).controls
    assert all(len(control.options) > 1 for control in controls)
    assert len({control.name for control in controls}) == len(controls)
    assert all(len({o.label for o in c.options}) == len(c.options) for c in controls), (page, controls)


def test_shares_can_be_given_as_percentages_only_where_a_whole_is_printed() -> None:
    offered = {
        page.name for page in PLACES for c in chart_bench(SITE, PageQuery(page), Lang.ZH).controls if c.name == "as"
    }
    counted = {name for name, shown in SITE.data_by_chart.items() if any(r.observation.share_of for r in shown)}
    kinds = {name for name in counted if SITE.catalog.charts[name].kind is ChartKind.SHARE}
    assert offered == kinds


@pytest.mark.parametrize("page", PLACES, ids=lambda page: f"{page.name}-{page.view}")
def test_both_languages_offer_the_same_values(page: PageRef) -> None:
    zh, en = (chart_bench(SITE, PageQuery(page), lang).controls for lang in LANGS)
    assert [[o.value for o in c.options] for c in zh] == [[o.value for o in c.options] for c in en]


@pytest.mark.parametrize(
    ("kind", "bench"),
    [(PageKind.OVERVIEW, topical), (PageKind.EXPLORE, explore_bench), (PageKind.COMPARE, compare_bench)],
)
def test_a_panel_has_a_name_of_its_own(kind: PageKind, bench: Callable[[Site, PageQuery, Lang], ViewModel]) -> None:
    asked = tuple(("i", name) for name in list(SITE.catalog.indicators)[:12])
    names = [panel.name for panel in bench(SITE, PageQuery(PageRef(kind), asked), Lang.ZH).panels]
    assert len(names) == len(set(names)) > 0
