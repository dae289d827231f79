"""The indicators that may take a chart's place: those beside it, and those counted in its unit."""

from collections.abc import Iterable, Mapping, Sequence

from app.charts.registry import CHART_TYPES
from app.data.datum import Datum
from app.model.catalog import Catalog
from app.model.chart import Chart, ChartSelection

#: More options than these are a catalogue, and there is one.
_MOST = 12


def neighbours(
    catalog: Catalog, data: Mapping[str, Datum], chart: Chart, own: Sequence[str]
) -> Mapping[str, tuple[Datum, ...]]:
    """Each indicator beside `own`, the chart's, that its kind has something to say of, with its figures."""
    found: dict[str, tuple[Datum, ...]] = {}
    for name in dict.fromkeys(_named(catalog, chart, own)):
        figures = tuple(data[o.id] for o in catalog.indicators[name].observations)
        if name not in own and len(found) < _MOST and CHART_TYPES[chart.kind].suits(figures):
            found[name] = figures
    return found


def _named(catalog: Catalog, chart: Chart, own: Sequence[str]) -> Iterable[str]:
    """What breaks the chart's indicators down or sets them beside others, its related charts', its topic's."""
    for name in own:
        indicator = catalog.indicators[name]
        yield from (other for other in (indicator.breakdown, indicator.comparison) if other)
    for other in chart.related:
        yield from indicators_in(catalog, catalog.charts[other].select)
    bases = {catalog.units[catalog.indicators[name].unit].base for name in own}
    for other in catalog.topics[chart.topic].charts:
        for name in indicators_in(catalog, catalog.charts[other].select):
            if catalog.units[catalog.indicators[name].unit].base in bases:
                yield name


def indicators_in(catalog: Catalog, wanted: ChartSelection) -> tuple[str, ...]:
    """The indicators a selection shows, in its order."""
    return tuple(dict.fromkeys((*(catalog.indicator_of[o] for o in wanted.observations), *wanted.indicators)))
