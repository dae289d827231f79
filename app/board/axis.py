"""The axes of the board: values in percent of a column, with the ticks and words that the charts' axes have."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from math import log10

from app.charts.geometry.axis import Ticks, XAxis, linear, logarithmic, ranks
from app.charts.layout import Axis, Tick
from app.charts.words import phrase
from app.data.datum import Datum
from app.data.lanes import AxisScale, axis_scale
from app.model.text import Lang

#: Where an axis begins and ends in its column, in percent: marks and their arrows keep off the edges.
_FIRST, _LAST = 4.0, 92.0
_HUNDRED = Decimal(100)


def column_axis(data: Sequence[Datum], lang: Lang) -> XAxis:
    """An axis over figures of one unit, in percent of the column; a logarithmic one has its word as title."""
    scale = axis_scale(data)
    ticks, is_log = _ticks(data, scale, lang), scale is AxisScale.LOG
    low, high = (log10(end) if is_log else float(end) for end in (ticks.low, ticks.high))
    title = phrase("log", lang) if is_log else ""
    axis = XAxis(Axis(low, high, _FIRST, _LAST, log=is_log, title=title), ticks)
    texts = (*ticks.texts[:-1], ticks.closing)
    marks = tuple(
        Tick(axis.data(value), percent(axis, value), text) for value, text in zip(ticks.values, texts, strict=True)
    )
    return replace(axis, axis=replace(axis.axis, ticks=marks))


def percent(axis: XAxis, value: Decimal) -> float:
    """Where a value stands, short enough to be written into a page."""
    return round(axis.at(value), 2)


def _ticks(data: Sequence[Datum], scale: AxisScale, lang: Lang) -> Ticks:
    unit = data[0].base
    low = min(datum.quantity.value for datum in data)
    high = max(datum.quantity.value_to or datum.quantity.value for datum in data)
    if scale is AxisScale.LOG:
        return logarithmic(low, high, unit=unit, lang=lang)
    if scale is AxisScale.RANK:
        return ranks(int(high), unit=unit, lang=lang)
    if scale is AxisScale.PART:
        return linear(Decimal(0), max(high, _HUNDRED), unit=unit, lang=lang)
    return linear(min(low, Decimal(0)), max(high, Decimal(0)), unit=unit, lang=lang)
