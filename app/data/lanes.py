"""In which lane of the board a figure stands: figures of one unit share an axis, each whole a band of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.data.comparable import takes_log
from app.data.datum import Datum
from app.model.vocabulary import Unit

#: A unit with fewer figures than these has no axis: its figures are read, not compared.
_FEWEST = 3
_YUAN, _DOLLAR, _FIRM = "cny", "usd", "firm"


class AxisScale(StrEnum):
    """How values stand on an axis; `signed` is linear through zero, `part` from nothing to the whole."""

    LINEAR = "linear"
    LOG = "log"
    SIGNED = "signed"
    PART = "part"
    RANK = "rank"


@dataclass(frozen=True)
class Band:
    """The figures of one axis. `name` is `cny` or `share-nation`; a lane of one band has the band's name."""

    lane: str
    name: str
    unit: Unit
    scale: AxisScale
    data: tuple[Datum, ...]


def build_bands(data: Mapping[str, Datum]) -> tuple[tuple[Band, ...], tuple[Datum, ...]]:
    """The bands in the order of their lanes, and the figures that stand in none.

    Money comes first, dollars apart; then shares by what they are a share of, growth rates, numbers of firms, ranks,
    and every other unit that has three figures or more.
    """
    places = {name: _place(datum) for name, datum in data.items()}
    counts = Counter(places.values())
    on_axis = [place for place in counts if counts[place] >= _FEWEST or place[0] in ("money", "share")]
    rest = tuple(datum for name, datum in data.items() if places[name] not in on_axis)
    ordered = sorted(on_axis, key=lambda place: (_order(place), list(counts).index(place)))
    return tuple(_band(place, tuple(d for n, d in data.items() if places[n] == place)) for place in ordered), rest


def _place(datum: Datum) -> tuple[str, str]:
    """Lane and band."""
    measures, unit = datum.indicator.measures, datum.base
    if measures == "change":
        return "change", f"change-{unit.base}"
    if unit.base in (_YUAN, _DOLLAR):
        return "money", unit.base
    if unit.style == "percent":
        return _place_of_percent(datum)
    if unit.style == "rank":
        return "rank", "rank"
    return ("firms", _FIRM) if unit.base == _FIRM else (unit.base, unit.base)


def _place_of_percent(datum: Datum) -> tuple[str, str]:
    if datum.indicator.measures == "growth":
        return "growth", "growth"
    return "share", f"share-{datum.indicator.whole or 'none'}"


_LANES = ("money", "share", "growth", "firms", "rank", "change")
_BANDS = (_YUAN, _DOLLAR, "share-nation", "share-list", "share-home", "share-other", "share-none")


def _order(place: tuple[str, str]) -> tuple[int, int]:
    lane, band = place
    return (
        _LANES.index(lane) if lane in _LANES else len(_LANES),
        _BANDS.index(band) if band in _BANDS else 0,
    )


def _band(place: tuple[str, str], data: tuple[Datum, ...]) -> Band:
    lane, name = place
    return Band(lane, name, data[0].base, axis_scale(data), data)


def axis_scale(data: Sequence[Datum]) -> AxisScale:
    """The scale of figures of one unit and one kind of measure."""
    first = data[0]
    if first.indicator.measures in ("growth", "change"):
        return AxisScale.SIGNED
    if first.base.style == "rank":
        return AxisScale.RANK
    if first.base.style == "percent":
        return AxisScale.PART
    return AxisScale.LOG if takes_log(data) else AxisScale.LINEAR
