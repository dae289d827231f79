"""What stands in an address never fails: it is held to what there is, and only what differs goes back into it."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.charts.narrowing import Narrowed, narrow, narrow_events
from app.data.datum import Datum, in_percent
from app.data.page_query import Choice, PageKind, PageQuery, PageRef, indicators_of, query_of, topic_and_indicator
from app.data.tables.milestones import milestones
from app.model.catalog import Catalog
from app.model.chart import ChartKind
from app.model.text import Lang

FRONT = PageRef(PageKind.OVERVIEW)
CHART = PageRef(PageKind.CHART, "firms-series")
NAMES = ("topic", "indicator", "place", "lane", "from", "to", "unit", "as")
PAIRS = st.lists(st.tuples(st.sampled_from(NAMES), st.text(max_size=20)), max_size=8)


def chosen(catalog: Catalog, *asked: tuple[str, str], place: PageRef = FRONT) -> tuple[str, str]:
    topic, indicator = topic_and_indicator(catalog, PageQuery(place, asked))
    return topic.chosen, indicator.chosen


def narrowed(data: Mapping[str, Datum], *asked: tuple[str, str], kind: ChartKind = ChartKind.SERIES) -> Narrowed:
    own = tuple(r for r in data.values() if r.indicator_id == "output" and not r.observation.derived)
    return narrow(PageQuery(CHART, asked), kind, own, {}, honest=lambda _: True, in_percent=lambda _: ())


def test_an_empty_address_is_the_default_and_has_no_query(catalog: Catalog) -> None:
    choices = topic_and_indicator(catalog, PageQuery(FRONT))
    assert [choice.chosen for choice in choices] == [choice.default for choice in choices]
    assert query_of(choices) == ()


def test_a_choice_survives_the_way_through_the_address(catalog: Catalog) -> None:
    for topic in catalog.topics:
        for indicator in indicators_of(catalog, topic):
            query = query_of(
                topic_and_indicator(catalog, PageQuery(FRONT, (("topic", topic), ("indicator", indicator))))
            )
            assert chosen(catalog, *query) == (topic, indicator)


@given(asked=PAIRS)
def test_absurd_words_fall_back_to_what_exists(catalog: Catalog, asked: list[tuple[str, str]]) -> None:
    topic, indicator = chosen(catalog, *asked)
    assert catalog.indicators[indicator].topic == topic


def test_an_indicator_alone_brings_its_topic(catalog: Catalog) -> None:
    assert chosen(catalog, ("indicator", "output")) == ("ai", "output")


def test_the_page_of_a_topic_keeps_its_topic(catalog: Catalog) -> None:
    own = PageRef(PageKind.TOPIC, "ai")
    assert chosen(catalog, ("topic", "space"), place=own)[0] == "ai"
    assert len(topic_and_indicator(catalog, PageQuery(own))[0].values) == 1


@pytest.mark.parametrize(
    ("place", "there"),
    [
        (FRONT, True),
        (PageRef(PageKind.EXPLORE), True),
        (PageRef(PageKind.OVERVIEW, "ai"), False),
        (PageRef(PageKind.TOPIC, "ai"), True),
        (PageRef(PageKind.TOPIC, "nope"), False),
        (PageRef(PageKind.TOPIC, "ai", "x"), False),
        (CHART, True),
        (PageRef(PageKind.CHART, "nope"), False),
        (PageRef(PageKind.CHART, "firms-series", "nope"), False),
    ],
)
def test_a_place_is_there_or_not(catalog: Catalog, place: PageRef, there: bool) -> None:
    assert place.exists(catalog) is there


def test_the_first_value_counts_and_a_name_may_stand_several_times() -> None:
    page_query = PageQuery(FRONT, (("i", "a"), ("i", "b"), ("i", "a")))
    assert page_query.first("i") == "a"
    assert page_query.all("i") == ("a", "b")
    assert page_query.first("j") == ""


@given(asked=PAIRS)
def test_whatever_is_asked_of_a_chart_some_figures_are_left(
    all_readings: Mapping[str, Datum], asked: list[tuple[str, str]]
) -> None:
    found = narrowed(all_readings, *asked)
    assert found.data
    assert all(choice.chosen in choice.values for choice in found.choices)
    again = narrowed(all_readings, *query_of(found.choices))
    assert again == found


def test_an_end_before_the_start_is_no_end(all_readings: Mapping[str, Datum]) -> None:
    found = narrowed(all_readings, ("from", "2023"), ("to", "2022"))
    assert {datum.observation.period.text for datum in found.data} == {"2023"}
    start, end = (next(c for c in found.choices if c.name == name) for name in ("from", "to"))
    assert (start.chosen, end.chosen, end.values) == ("2023", "2023", ("2023",))


def test_a_stretch_of_time_is_offered_only_where_any_is_honest(all_readings: Mapping[str, Datum]) -> None:
    assert {"from", "to"} <= {choice.name for choice in narrowed(all_readings).choices}
    assert not {"from", "to"} & {choice.name for choice in narrowed(all_readings, kind=ChartKind.CHANGE).choices}


def test_what_would_not_be_honest_is_not_offered(all_readings: Mapping[str, Datum]) -> None:
    own = tuple(r for r in all_readings.values() if r.indicator_id == "firms")
    found = narrow(PageQuery(CHART), ChartKind.FACTS, own, {}, honest=lambda _: False, in_percent=lambda _: ())
    assert not {"indicator", "place"} & {choice.name for choice in found.choices}


def test_no_place_is_taken_out_of_a_ranking(all_readings: Mapping[str, Datum]) -> None:
    own = tuple(r for r in all_readings.values() if r.indicator_id == "firms")
    for kind, offered in ((ChartKind.FACTS, True), (ChartKind.RANK, False)):
        found = narrow(PageQuery(CHART), kind, own, {}, honest=lambda _: True, in_percent=lambda _: ())
        assert ("place" in {choice.name for choice in found.choices}) is offered


def test_a_count_of_a_whole_is_a_percentage_marked_as_computed(
    catalog: Catalog, all_readings: Mapping[str, Datum]
) -> None:
    part = next(r for r in all_readings.values() if r.observation.share_of)
    (share,) = in_percent((part,), all_readings, catalog.units["percent"])
    assert share.id == part.id
    assert share.is_derived
    assert share.label(Lang.ZH).text.endswith("%（推算）")
    assert share.quantity.qualifier is part.quantity.qualifier


def test_only_shares_are_given_in_percent(catalog: Catalog, all_readings: Mapping[str, Datum]) -> None:
    other = next(r for r in all_readings.values() if not r.observation.share_of)
    assert in_percent((other,), all_readings, catalog.units["percent"]) == ()


@given(asked=PAIRS)
def test_whatever_is_asked_of_milestones_one_is_left(catalog: Catalog, asked: list[tuple[str, str]]) -> None:
    frame = milestones(catalog, {row.id for row in catalog.milestones["ai"]}).frame
    ids, choices = narrow_events(PageQuery(CHART, tuple(asked)), frame)
    assert ids
    assert narrow_events(PageQuery(CHART, query_of(choices)), frame) == (ids, choices)


def test_only_what_differs_from_the_default_is_in_the_query() -> None:
    page_query = PageQuery(FRONT, (("a", "2"), ("b", "1"), ("c", "9")))
    choices = [Choice.of(page_query, name, ("1", "2"), default="1") for name in "abc"]
    assert query_of(choices) == (("a", "2"),)
