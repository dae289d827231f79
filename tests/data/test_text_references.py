"""References in running text become figures with their qualifiers."""

import pytest

from app.data.text_references import references, resolve_references
from app.model.period import PeriodBasis
from app.model.quantity import Qualifier
from app.model.text import Lang
from tests.figures import datum

READINGS = {
    "firms": datum("firms", qualifier=Qualifier.OVER, period="2025-06", basis=PeriodBasis.AS_OF),
}


@pytest.mark.parametrize(
    ("text", "lang", "written"),
    [
        ("有[[firms]]。", Lang.ZH, "有超2,400家。"),
        ("[[firms]] in all", Lang.EN, "over 2,400 firms in all"),
        ("[[firms|number]]家", Lang.ZH, "超2,400家"),
        ("[[firms|number]]", Lang.EN, "over 2,400"),
        ("[[firms|period]]", Lang.ZH, "截至2025年6月报道"),
        ("no reference [x]", Lang.EN, "no reference [x]"),
    ],
)
def test_a_reference_reads_as_its_figure(text: str, lang: Lang, written: str) -> None:
    assert resolve_references(text, READINGS, lang) == written


@pytest.mark.parametrize("text", ["[[nothing]]", "[[firms|shape]]"])
def test_a_reference_to_nothing_is_an_error(text: str) -> None:
    with pytest.raises(KeyError):
        resolve_references(text, READINGS, Lang.ZH)


def test_the_references_of_a_text_are_listed() -> None:
    assert list(references("[[a]] and [[b|period]]")) == [("a", "label"), ("b", "period")]
