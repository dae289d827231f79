"""What is chosen on the board: the mask is what the records say, the counts are what a choice would show."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from app.data.board_selection import BoardSelection
from app.data.datum import Datum, Openness
from app.data.facets import Facet
from app.site import Site
from tests.beijing import site as beijing

SITE = beijing()
FIGURES = SITE.figures
facets = st.sampled_from(list(Facet))
choices = st.lists(
    facets.flatmap(lambda facet: st.tuples(st.just(facet.value), st.sampled_from(FIGURES.options[facet]))), max_size=6
)
years = st.sampled_from(["", *FIGURES.options[Facet.YEAR]])


def _has(datum: Datum, facet: Facet, value: str) -> bool:
    """Read off the record, not off the frame."""
    o = datum.observation
    others = [other for other in SITE.data.values() if other.indicator_id == datum.indicator_id]
    if facet is Facet.BOUND:
        bounds = {Openness.UP: "floor", Openness.DOWN: "ceiling", Openness.ABOUT: "about", Openness.CLOSED: "exact"}
        return value == ("range" if datum.quantity.is_range else bounds[datum.openness])
    if facet is Facet.MARK:
        same = [other for other in others if other.thing == datum.thing]
        reports = {(other.observation.period.text, other.observation.source) for other in same}
        return {
            "derived": o.derived is not None,
            "goal": o.target,
            "met-by-goal": not o.target and any(other.observation.target for other in others),
            "disputed": bool(o.disputed_by),
            "repeated": len(reports) > 1,
        }[value]
    if facet is Facet.YEAR:
        return o.period.start.year <= int(value) <= o.period.end.year
    if facet is Facet.SOURCE:
        return o.source == value or o.source is None
    if facet is Facet.WHOSE:
        kind = datum.subject.kind if datum.subject else "city"
        return value == (kind if kind in ("city", "company", "institute") else "other")
    plain = {Facet.TOPIC: datum.indicator.topic, Facet.MEASURE: datum.indicator.measures, Facet.PLACE: o.geography}
    return plain[facet] == value


def _chosen(pairs: list[tuple[str, str]]) -> Mapping[Facet, set[str]]:
    return {facet: {value for name, value in pairs if name == facet} for facet in Facet}


@settings(max_examples=60)
@given(choices, years, years)
def test_a_figure_is_held_by_what_it_is(pairs: list[tuple[str, str]], first: str, last: str) -> None:
    selection = BoardSelection.read([*pairs, ("from", first), ("to", last)], FIGURES)
    mask = selection.mask(FIGURES)
    for name, datum in SITE.data.items():
        period = datum.observation.period
        expected = all(
            not values or any(_has(datum, facet, v) for v in values) for facet, values in _chosen(pairs).items()
        )
        expected &= not first or period.end.year >= int(first)
        expected &= not last or period.start.year <= int(last)
        if datum.observation.source is not None or not _chosen(pairs)[Facet.SOURCE]:
            assert bool(mask[name]) is expected, name


@settings(max_examples=40)
@given(choices)
def test_a_count_is_what_the_value_alone_would_show(pairs: list[tuple[str, str]]) -> None:
    selection = BoardSelection.read(pairs, FIGURES)
    counts = selection.counts(FIGURES)
    for facet in Facet:
        rest = [(name, value) for name, value in pairs if name != facet]
        for value in FIGURES.options[facet][:4]:
            alone = BoardSelection.read([*rest, (facet.value, value)], FIGURES)
            assert counts[facet][value] == alone.mask(FIGURES).sum()


@given(choices, st.text(max_size=20))
def test_an_address_is_read_back_to_the_same_choice(pairs: list[tuple[str, str]], text: str) -> None:
    selection = BoardSelection.read([*pairs, ("q", text), ("i", "ai-firms,nope")], FIGURES)
    assert BoardSelection.read(selection.query, FIGURES) == selection
    assert selection.indicators == ("ai-firms",)


@given(choices, facets)
def test_a_value_that_is_chosen_twice_is_not_chosen(pairs: list[tuple[str, str]], facet: Facet) -> None:
    selection = BoardSelection.read(pairs, FIGURES)
    value = FIGURES.options[facet][0]
    assert selection.toggle(facet, value, FIGURES).toggle(facet, value, FIGURES) == selection


def test_what_is_not_there_falls_away() -> None:
    asked = [("topic", "nope"), ("year", "1066"), ("i", "<script>"), ("colour", "red"), ("from", "20x4")]
    assert BoardSelection.read(asked, FIGURES) == BoardSelection()


def test_every_preset_shows_something(real_site: Site) -> None:
    for name, preset in real_site.catalog.board.presets.items():
        assert BoardSelection.of_preset(preset.select, real_site.figures).mask(real_site.figures).any(), name


def test_all_that_is_computed_with_is_the_one_typed_table() -> None:
    assert FIGURES.frame is SITE.observations.frame
    for facet, table in FIGURES.members.items():
        assert list(table.index) == list(SITE.data), facet
        assert set(map(str, table.dtypes)) == {"bool"}, facet
