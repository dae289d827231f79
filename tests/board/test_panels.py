"""The panels of the board: every figure looks as it is known, no panel is empty, no axis stands for one mark."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.board.lanes import LaneRow, LanesPanel, lanes_panel
from app.board.periods import time_panel
from app.board.side_by_side import side_by_side_panel
from app.board.view import ORDERS, BoardView
from app.data.facets import Facet
from app.model.text import LANGS, Lang
from app.quantities.label import qualifier_word
from app.site import Site
from tests.beijing import site as beijing

SITE = beijing()
pairs = st.lists(
    st.sampled_from(list(Facet)).flatmap(
        lambda facet: st.tuples(st.just(facet.value), st.sampled_from(SITE.figures.options[facet]))
    ),
    max_size=4,
)


def rows_of(panel: LanesPanel) -> Iterator[LaneRow]:
    return (row for lane in panel.lanes for axis in lane.axes for section in axis.sections for row in section.rows)


@pytest.mark.parametrize("lang", LANGS)
def test_each_mark_looks_as_its_figure_is_known(lang: Lang) -> None:
    panel = lanes_panel(BoardView.read(SITE, lang, ()))
    rows = list(rows_of(panel))
    assert len(rows) > 100
    for row in rows:
        datum, figure = SITE.data[row.figure.id], row.figure
        glyph = figure.glyph
        assert glyph.is_goal is datum.observation.target
        assert glyph.is_derived is datum.is_derived
        assert glyph.openness is datum.openness
        assert glyph.hue == ("beijing" if datum.is_at_home else "other")
        assert (row.x_to is not None) is datum.quantity.is_range
        assert qualifier_word(datum.quantity.qualifier, lang) in figure.label
        assert datum.period_text(lang).text in figure.more
        assert datum.definition.name[lang] in figure.more


def test_every_figure_whose_unit_has_three_or_more_stands_in_a_lane() -> None:
    panel = lanes_panel(BoardView.read(SITE, Lang.ZH, ()))
    in_lanes = {row.figure.id for row in rows_of(panel)}
    units = [datum.base.base for datum in SITE.data.values()]
    missing = [
        name
        for name, datum in SITE.data.items()
        if units.count(datum.base.base) >= 3 and name not in in_lanes and datum.indicator.measures != "change"
    ]
    assert missing == []
    assert in_lanes | {card.id for card in panel.cards} == set(SITE.data)


@pytest.mark.parametrize("lang", LANGS)
def test_larger_values_of_an_axis_stand_further_right(lang: Lang) -> None:
    for lane in lanes_panel(BoardView.read(SITE, lang, ())).lanes:
        for axis in lane.axes:
            rows = [row for section in axis.sections for row in section.rows]
            placed = sorted((SITE.data[row.figure.id].quantity.value, row.x) for row in rows)
            assert [x for _, x in placed] == sorted(row.x for row in rows), lane.id
            assert len({SITE.data[row.figure.id].base.base for row in rows}) == 1, lane.id


@settings(max_examples=60, deadline=None)
@given(pairs, st.sampled_from(ORDERS), st.sampled_from(LANGS))
def test_no_panel_is_empty_and_no_axis_stands_for_one_mark(
    chosen: list[tuple[str, str]], order: str, lang: Lang
) -> None:
    view = BoardView.read(SITE, lang, [*chosen, ("order", order)])
    panel = lanes_panel(view)
    for lane in panel.lanes:
        assert lane.count > 0
        for axis in lane.axes:
            count = sum(len(section.rows) for section in axis.sections)
            assert count > 0
            assert bool(axis.ticks) is (count > 1)
    assert {row.figure.id for row in rows_of(panel)} | {card.id for card in panel.cards} == view.ids
    time = time_panel(view)
    if time is not None:
        assert all(row.spans for row in time.rows)
    assert all(any(row.cells) for row in side_by_side_panel(view).rows)


def test_a_period_that_holds_another_is_never_before_it() -> None:
    """2024 begins before its last quarter and ends with it; neither is drawn as the earlier of two points."""
    time = time_panel(BoardView.read(SITE, Lang.ZH, ()))
    assert time is not None
    spans = {span.figure.id: span for row in time.rows for span in row.spans}
    for one, other in (("ai-firms-2024", "ai-firms-2024-q4"), ("ai-firms-share-2024", "ai-firms-share-2024-q4")):
        year, quarter = spans[one], spans[other]
        assert year.x <= quarter.x
        assert year.x + year.width >= quarter.x + quarter.width - 0.01


def test_a_span_is_as_long_as_its_period() -> None:
    time = time_panel(BoardView.read(SITE, Lang.ZH, [("topic", "ai,biomed")]))
    assert time is not None
    spans = {span.figure.id: span for row in time.rows for span in row.spans}
    assert spans["ai-firms-2024"].width > 3 * spans["ai-firms-2024-q4"].width * 0.9
    assert not any(
        one.level == other.level and one.x < other.x < one.x + one.width
        for row in time.rows
        for one in row.spans
        for other in row.spans
        if one.figure.id != other.figure.id
    )


def test_a_disagreement_shows_all_its_sides() -> None:
    panel = side_by_side_panel(BoardView.read(SITE, Lang.ZH, ()))
    shares = {cell_figure.figure.id for row in panel.rows for cell in row.cells for cell_figure in cell}
    sides = [name for name, datum in SITE.data.items() if datum.indicator_id == "ai-firms-share"]
    assert len(sides) == 3
    assert set(sides) <= shares


def test_a_column_has_one_scale_for_one_unit() -> None:
    for row in side_by_side_panel(BoardView.read(SITE, Lang.EN, ())).rows:
        for cell in row.cells:
            for each in cell:
                datum = SITE.data[each.figure.id]
                assert (each.x is None) == (datum.base.base == "usd" or datum.base.style == "rank"), each.figure.id


def test_the_order_is_the_one_that_was_chosen(real_site: Site) -> None:
    by_time = BoardView.read(real_site, Lang.ZH, [("order", "time")])
    ends = [datum.observation.period.end for datum in by_time.ordered(by_time.data)]
    assert ends == sorted(ends)
    sizes = BoardView.read(real_site, Lang.ZH, [("measure", "size"), ("place", "beijing")])
    yuan = [datum.quantity.value for datum in sizes.ordered(sizes.data) if datum.quantity.low is not None]
    assert yuan == sorted(yuan, reverse=True)


def test_rows_beyond_the_most_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.board.lanes.MOST_ROWS", 3)
    for lane in lanes_panel(BoardView.read(SITE, Lang.EN, ())).lanes:
        written = sum(len(section.rows) for axis in lane.axes for section in axis.sections)
        assert written + lane.hidden == lane.count, lane.id


def test_a_logarithmic_axis_says_so() -> None:
    lanes = {lane.id: lane for lane in lanes_panel(BoardView.read(SITE, Lang.EN, ())).lanes}
    assert lanes["firms"].axes[0].title == "log scale"
    assert {axis.title for axis in lanes["money"].axes} == {"log scale"}
    assert lanes["share"].axes[0].title == ""
