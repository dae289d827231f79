"""Rates of growth are compared with the past, and stand among no shares."""

from dataclasses import replace

import pytest

from app.data.comparisons import comparisons
from app.site import Site
from tests.figures import PERCENT, datum


@pytest.mark.parametrize(("measures", "group"), [("growth", "change"), (None, "shares")])
def test_a_percentage_is_a_share_or_a_rate_of_growth(site: Site, measures: str | None, group: str) -> None:
    """Of Beijing, and in no chart."""
    plain = datum("alone", "9.5", unit=PERCENT)
    figure = replace(plain, indicator=plain.indicator.model_copy(update={"measures": measures}))
    uncharted = dict.fromkeys(site.catalog.charts, ())
    found = comparisons(site.catalog, {"alone": figure}, uncharted)
    assert [each.name for each in found if figure in each.data] == [group]
