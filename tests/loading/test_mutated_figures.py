"""A figure that says something other than its print is caught, whichever of its fields was altered."""

from collections.abc import Iterator, Mapping

import pytest

import tests.loading.tiny as tiny
from app.loading.articles import touching
from app.loading.checks.observations import fragment_problems
from app.loading.dataset import check_draft, read_draft
from app.loading.draft import Draft
from app.loading.printed import BEFORE, BEHIND
from app.model.observation import Observation
from app.model.quantity import Qualifier
from tests.beijing import BEIJING

DRAFTS = [read_draft(root)[0] for root in (tiny.TINY, BEIJING)]
PRINTED = [
    pytest.param(draft, name, index, id=observation.id)
    for draft in DRAFTS
    for name, indicator in draft.indicators.items()
    for index, observation in enumerate(indicator.observations)
    if observation.printed is not None
]


def altered(draft: Draft, name: str, index: int, change: Mapping[str, object]) -> Draft:
    """The draft with only one indicator, one observation of it changed, in memory."""
    indicator = draft.indicators[name]
    listed = list(indicator.observations)
    listed[index] = listed[index].model_copy(update=dict(change))
    changed = indicator.model_copy(update={"observations": tuple(listed)})
    parts = {field: getattr(draft, field) for field in Draft.__dataclass_fields__}
    return Draft(**parts | {"indicators": {name: changed}})


def changes(draft: Draft, observation: Observation) -> Iterator[Mapping[str, object]]:
    value = observation.value
    assert value is not None
    yield {"value": value + 1}
    yield {"value": value * 10}
    yield {"value_to": value + 1 if observation.value_to is None else None}
    yield from ({"qualifier": other} for other in Qualifier if other is not observation.qualifier)
    words = set(draft.units[observation.unit].printed)
    yield from ({"unit": name} for name, unit in draft.units.items() if not words & set(unit.printed))
    yield from ({"printed": cut} for cut in _without_hedge(str(observation.printed)))


def _without_hedge(printed: str) -> Iterator[str]:
    text = "".join(printed.split())
    before = max((word for word in BEFORE if text.startswith(word)), key=len, default="")
    behind = max((word for word in BEHIND if text.endswith(word) and word != "级"), key=len, default="")
    yield from {text.removeprefix(before), text.removesuffix(behind)} - {text}


@pytest.mark.parametrize(("draft", "name", "index"), PRINTED)
def test_every_altered_field_is_caught(draft: Draft, name: str, index: int) -> None:
    observation = draft.indicators[name].observations[index]
    assert list(fragment_problems(altered(draft, name, index, {}))) == []
    for change in changes(draft, observation):
        assert list(fragment_problems(altered(draft, name, index, change))), change


def test_a_hedge_cut_off_print_and_qualifier_is_caught_by_the_article() -> None:
    draft = DRAFTS[0]
    for name, indicator in draft.indicators.items():
        for index, observation in enumerate(indicator.observations):
            for cut in _without_hedge(observation.printed or ""):
                found = check_draft(altered(draft, name, index, {"printed": cut}), tiny.ARTICLES)
                assert [problem.code for problem in found.problems] == ["cut-fragment"], cut


def test_the_hedge_of_the_tiny_articles_is_what_was_cut() -> None:
    article = (tiny.ARTICLES / "901.txt").read_text(encoding="utf-8")
    assert touching(article, "2400家") == "突破"
