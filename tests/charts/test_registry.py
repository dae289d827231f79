"""Every kind that a chart file may name is registered, once."""

import pytest

from app.charts.registry import CHART_TYPES, register_chart_type
from app.model.chart import ChartKind


def test_every_kind_is_registered() -> None:
    assert set(CHART_TYPES) == set(ChartKind)
    assert all(chart_type.kind is kind for kind, chart_type in CHART_TYPES.items())


def test_a_kind_is_not_registered_twice() -> None:
    with pytest.raises(ValueError, match="registered twice"):
        register_chart_type(CHART_TYPES[ChartKind.BARS])
