"""What charts say: what is joined, sorted, refused and spoken."""

import pytest

from app.charts.base_scene import DishonestChartError
from app.charts.layout import Role
from app.charts.registry import build_scene, layout_chart
from app.charts.scene import GAP, LOG, Emphasis, links
from app.data.datum import Datum
from app.model.chart import ChartKind, LabelBy
from app.model.period import PeriodBasis
from app.model.quantity import Qualifier
from app.model.text import Lang
from tests.figures import CNY, PERCENT, TIMES, datum, scene, spec


def test_a_line_runs_through_one_definition_and_stops_at_the_next() -> None:
    drawn = scene(
        datum("a", period="2022", definition="size"),
        datum("b", period="2023", definition="size"),
        datum("c", period="2024", definition="revenue"),
        kind=ChartKind.SERIES,
    )
    assert [group.joined for group in drawn.groups] == [True, False]
    assert [group.after_gap for group in drawn.groups] == [False, True]
    assert drawn.labels[GAP] == "口径改变，不连线"
    assert "gap" in {entry.mark for entry in drawn.key}


def test_definitions_that_overlap_in_time_stand_side_by_side_without_a_gap() -> None:
    drawn = scene(
        datum("a", period="2022", definition="size"),
        datum("b", period="2024", definition="size"),
        datum("c", period="2023", definition="revenue"),
        kind=ChartKind.SERIES,
    )
    assert GAP not in drawn.labels
    assert [group.name for group in drawn.groups] == ["size", "revenue"]
    assert [group.points[0].emphasis for group in drawn.groups] == [Emphasis.BEIJING, Emphasis.SECOND]


def test_no_line_runs_to_a_goal() -> None:
    drawn = scene(
        datum("a", period="2022"),
        datum("b", period="2023"),
        datum("goal", period="2027", target=True),
        kind=ChartKind.SERIES,
    )
    assert [[point.id for point in group.points] for group in drawn.groups if group.joined] == [["a", "b"]]


def test_a_line_runs_to_no_open_end() -> None:
    drawn = scene(
        datum("a", period="2021"),
        datum("b", period="2022", qualifier=Qualifier.ABOUT),
        datum("c", period="2023", qualifier=Qualifier.OVER),
        datum("d", period="2024"),
        kind=ChartKind.SERIES,
    )
    assert [(one.id, two.id) for one, two in links(drawn.points)] == [("a", "b")]
    strokes = [stroke for stroke in layout_chart(drawn, 530).strokes if stroke.role is Role.JOIN]
    assert len(strokes) == 1


def test_a_fact_says_whose_it_is_where_it_is_not_beijings() -> None:
    drawn = scene(datum("a"), datum("b", place="world", indicator="other"), kind=ChartKind.FACTS)
    ours, theirs = drawn.points
    assert "（" not in ours.name
    assert theirs.name.endswith("）")


def test_two_readings_of_one_date_are_not_joined() -> None:
    drawn = scene(datum("a"), datum("b"), kind=ChartKind.SERIES)
    assert not any(group.joined for group in drawn.groups)


@pytest.mark.parametrize(
    "kind",
    [ChartKind.SERIES, ChartKind.BARS, ChartKind.RANGE, ChartKind.CHANGE, ChartKind.TARGET, ChartKind.DISAGREEMENT],
)
def test_two_units_on_one_axis_are_refused_with_a_sentence(kind: ChartKind) -> None:
    with pytest.raises(DishonestChartError) as caught:
        scene(datum("a"), datum("b", unit=CNY, indicator="money"), kind=kind)
    assert caught.value.reason(Lang.ZH)
    assert caught.value.reason(Lang.EN)


def test_bars_stand_by_size_but_periods_in_time() -> None:
    rows = (datum("small", "5", period="2024", category="x"), datum("large", "9", period="2023", category="y"))
    by_size = scene(*rows, kind=ChartKind.BARS, label_by=LabelBy.CATEGORY)
    by_time = scene(*reversed(rows), kind=ChartKind.BARS, label_by=LabelBy.PERIOD)
    assert [point.id for point in by_size.points] == ["large", "small"]
    assert [point.id for point in by_time.points] == ["large", "small"]


def test_rows_of_one_name_are_told_apart() -> None:
    drawn = scene(datum("a", period="2023"), datum("b", period="2024"), kind=ChartKind.BARS, label_by=LabelBy.GEOGRAPHY)
    assert {point.name for point in drawn.points} == {"北京，2023年", "北京，2024年"}


def test_other_places_are_grey() -> None:
    drawn = scene(datum("a", place="shanghai"), kind=ChartKind.BARS, label_by=LabelBy.GEOGRAPHY)
    assert drawn.points[0].emphasis is Emphasis.OTHER


def test_a_change_across_definitions_is_refused() -> None:
    with pytest.raises(DishonestChartError):
        scene(datum("a", period="2023", definition="size"), datum("b", definition="revenue"), kind=ChartKind.CHANGE)


GROWTHS: tuple[tuple[Datum, Datum, str], ...] = (
    (datum("a", "100", period="2023"), datum("b", "125"), "+25%（推算）"),
    (datum("a", "100", period="2023"), datum("b", "99.5"), "−0.5%（推算）"),
    (datum("a", "40", unit=PERCENT, period="2023"), datum("b", "44.5", unit=PERCENT), "+4.5个百分点（推算）"),
    (datum("a", "100", period="2023", qualifier=Qualifier.OVER), datum("b", "125"), ""),
    (datum("a", "100", period="2023"), datum("b", "125", qualifier=Qualifier.NEARLY), ""),
    (datum("a", "100", period="2023"), datum("b", "125", qualifier=Qualifier.ABOUT), ""),
    (datum("a", "100", period="2023"), datum("b", "125", target=True), ""),
)


@pytest.mark.parametrize(("before", "after", "said"), GROWTHS)
def test_growth_is_said_only_between_exact_results(before: Datum, after: Datum, said: str) -> None:
    assert scene(before, after, kind=ChartKind.CHANGE).groups[0].note == said


def test_a_goal_without_a_date_says_so() -> None:
    drawn = scene(datum("a", target=True, basis=PeriodBasis.AS_OF, period="2023-11"), kind=ChartKind.TARGET)
    assert drawn.points[0].period_text.text == "未定期限，截至2023年11月报道"


def test_a_range_stands_on_the_scale_of_its_indicator() -> None:
    wide = scene(datum("a", "100", to="10000", unit=TIMES, scale="log"), kind=ChartKind.RANGE)
    narrow = scene(datum("a", "2", to="3", unit=TIMES), kind=ChartKind.RANGE)
    assert LOG in wide.labels
    assert LOG not in narrow.labels


def test_readings_of_one_source_are_told_apart_by_section() -> None:
    drawn = scene(datum("a", "40", section="甲"), datum("b", "50", section="乙"), kind=ChartKind.DISAGREEMENT)
    assert [point.name for point in drawn.points] == ["paper，甲", "paper，乙"]


@pytest.mark.parametrize(
    ("qualifier", "zh", "en"),
    [
        (Qualifier.OVER, "；均为下限。", "; all lower bounds."),
        (Qualifier.NEARLY, "；均为上限。", "; all upper bounds."),
        (Qualifier.ABOUT, "；均为约数。", "; all approximate."),
    ],
)
def test_the_description_ends_on_what_the_values_are(qualifier: Qualifier, zh: str, en: str) -> None:
    rows = (datum("a", "2200", period="2023", qualifier=qualifier), datum("b", qualifier=qualifier))
    assert scene(*rows, kind=ChartKind.SERIES).description.endswith(zh)
    assert scene(*rows, kind=ChartKind.SERIES, lang=Lang.EN).description.endswith(en)


def test_the_description_gives_each_value_with_qualifier_and_date() -> None:
    drawn = scene(
        datum("a", "2200", period="2023-11", basis=PeriodBasis.INFERRED, qualifier=Qualifier.OVER),
        datum("b", "2400"),
        kind=ChartKind.SERIES,
    )
    assert drawn.description == "量度。超2,200家（2023年11月（推断））、2,400家（2024年）。"


def test_nothing_chosen_is_one_sentence() -> None:
    empty = build_scene(spec(kind=ChartKind.SERIES))
    assert empty.empty == "这一选择下没有可画的数据。"


def test_a_spoken_line_says_nothing_twice() -> None:
    spoken = scene(datum("a"), kind=ChartKind.SERIES).points[0].spoken
    assert spoken == "2,400家 · 2024年 · reported · paper"
