"""Versions are year and month, with a count, and come in order."""

from itertools import pairwise

import pytest

from app.releases.record import order

ORDERED = ["2025.12", "2026.01", "2026.01.2", "2026.01.10", "2026.02", "2030.11"]
WRONG = ["", "2026", "2026.1", "2026.13", "2026.00", "2026.11.1", "2026.11.0", "2026.11.02", "2026.11.100"]
WRONG += ["1999.01", "v2026.11", "2026.11\n", "２０２６.11", "../2026.11"]


def test_versions_are_ordered_by_time() -> None:
    assert all(order(one) < order(other) for one, other in pairwise(ORDERED))


@pytest.mark.parametrize("given", WRONG)
def test_what_is_not_a_version_is_refused_with_the_forms_there_are(given: str) -> None:
    with pytest.raises(ValueError, match=r"write 2026\.11, or 2026\.11\.2"):
        order(given)
