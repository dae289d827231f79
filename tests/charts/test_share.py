"""Shares: counted against a printed whole, or a percentage; nothing else."""

import pytest

from app.charts.base_scene import DishonestChartError
from app.charts.sample_data import Shape
from app.model.chart import ChartKind
from app.model.quantity import Qualifier
from app.model.text import LANGS, Lang
from tests.charts.asked import asked

WHOLE = {"whole": Shape("100", place="china")}


@pytest.mark.parametrize(
    ("qualifier", "lang", "label"),
    [
        (Qualifier.EXACT, Lang.ZH, "100家中的51家"),
        (Qualifier.EXACT, Lang.EN, "51 of 100 firms"),
        (Qualifier.OVER, Lang.ZH, "100家中的超51家"),
        (Qualifier.OVER, Lang.EN, "over 51 of 100 firms"),
        (Qualifier.NEARLY, Lang.EN, "nearly 51 of 100 firms"),
    ],
)
def test_a_part_names_its_whole_and_keeps_its_qualifier(qualifier: Qualifier, lang: Lang, label: str) -> None:
    scene = asked(ChartKind.SHARE, Shape("51", share_of="whole", qualifier=qualifier), lang=lang, every=WHOLE)
    assert scene.points[0].label.text == label
    assert scene.points[0].whole is not None


def test_a_goal_and_a_computed_part_are_called_so() -> None:
    for lang in LANGS:
        goal = asked(ChartKind.SHARE, Shape("51", share_of="whole", is_target=True), lang=lang, every=WHOLE)
        computed = asked(ChartKind.SHARE, Shape("51", share_of="whole", is_derived=True), lang=lang, every=WHOLE)
        assert goal.points[0].label.text.endswith({"zh": "（目标）", "en": " (target)"}[lang])
        assert computed.points[0].label.text.endswith({"zh": "（推算）", "en": " (derived)"}[lang])


def test_a_chosen_whole_is_no_row_of_its_own() -> None:
    scene = asked(ChartKind.SHARE, Shape("51", share_of="r1"), Shape("100", place="china"))
    assert [point.id for point in scene.points] == ["r0"]


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        (Shape("51", share_of="whole"), Shape("100", qualifier=Qualifier.OVER)),
        (Shape("51", share_of="whole"), Shape("100", qualifier=Qualifier.ABOUT)),
        (Shape("151", share_of="whole"), Shape("100")),
        (Shape("51"), Shape("100")),
        (Shape("151", unit="percent"), Shape("100")),
    ],
    ids=["whole is a floor", "whole is about", "more than the whole", "no whole", "over 100 %"],
)
def test_what_is_no_share_is_refused_in_both_languages(part: Shape, whole: Shape) -> None:
    with pytest.raises(DishonestChartError) as refused:
        asked(ChartKind.SHARE, part, every={"whole": whole})
    assert refused.value.reason(Lang.ZH) != refused.value.reason(Lang.EN)
