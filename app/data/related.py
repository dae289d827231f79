"""The indicators that may take a chart's place: those beside it, and those counted in its unit."""

from collections.abc import Iterable, Mapping, Sequence

from app.data.comparable import same_axis, same_definition
from app.data.datum import Datum
from app.data.latest import latest_moves
from app.model.catalog import Catalog
from app.model.chart import Chart, ChartKind, ChartSelection

#: More options than these are a catalogue, and there is one.
_MOST = 12


def neighbours(
    catalog: Catalog, data: Mapping[str, Datum], chart: Chart, own: Sequence[str]
) -> Mapping[str, tuple[Datum, ...]]:
    """Each indicator beside `own`, the chart's, that its kind has something to say of, with its figures."""
    found: dict[str, tuple[Datum, ...]] = {}
    for name in dict.fromkeys(_named(catalog, chart, own)):
        figures = tuple(data[o.id] for o in catalog.indicators[name].observations)
        if name not in own and len(found) < _MOST and says_something(chart.kind, figures):
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


def says_something(kind: ChartKind, figures: Sequence[Datum]) -> bool:
    """Whether a chart of this kind tells more of these figures than a number would, and no more than is printed."""
    if kind is ChartKind.SERIES:
        return same_axis(figures) is None and latest_moves(figures)
    if kind in (ChartKind.BARS, ChartKind.CHANGE, ChartKind.COMPOSITION):
        joined = same_axis(figures) is None and same_definition(figures) is None
        return joined and len(figures) > 1 and (kind is ChartKind.BARS or latest_moves(figures))
    if kind is ChartKind.RANK:
        return figures[0].base.style == "rank"
    if kind is ChartKind.TARGET:
        return any(datum.observation.target for datum in figures)
    if kind is ChartKind.RANGE:
        return all(datum.quantity.is_range for datum in figures)
    if kind is ChartKind.DISAGREEMENT:
        return any(datum.observation.disputed_by for datum in figures)
    return True
