"""The key explains every mark of a chart and no other."""

import pytest

from app.charts.sample_data import Shape
from app.charts.samples import samples
from app.model.chart import ChartKind
from app.model.period import PeriodBasis
from app.model.quantity import Qualifier
from app.model.text import Lang
from tests.charts.asked import asked


@pytest.mark.parametrize(
    ("shape", "marks"),
    [
        (Shape("1"), set()),
        (Shape("1", qualifier=Qualifier.OVER), {"floor"}),
        (Shape("1", qualifier=Qualifier.AT_LEAST), {"floor"}),
        (Shape("1", qualifier=Qualifier.NEARLY), {"ceiling"}),
        (Shape("1", qualifier=Qualifier.AT_MOST), {"ceiling"}),
        (Shape("1", qualifier=Qualifier.ABOUT), {"about"}),
        (Shape("1", to="2"), {"range"}),
        (Shape("1", is_derived=True), {"derived"}),
        (Shape("1", is_target=True), {"target"}),
        (Shape("1", basis=PeriodBasis.INFERRED), {"inferred"}),
        (Shape("1", basis=PeriodBasis.AS_OF), {"as_of"}),
    ],
)
def test_the_key_names_what_stands_in_the_chart(shape: Shape, marks: set[str]) -> None:
    assert {entry.mark for entry in asked(ChartKind.FACTS, shape).key} == marks


def test_both_languages_explain_the_same_marks() -> None:
    for zh, en in zip(samples(Lang.ZH), samples(Lang.EN), strict=True):
        assert [entry.mark for entry in zh.key] == [entry.mark for entry in en.key]
        assert all(one.text != other.text for one, other in zip(zh.key, en.key, strict=True))
