"""Values over time: one group for each thing and definition; a line never runs across definitions or to a goal."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.model.chart import LabelBy
from app.query.comparable import comparable
from app.query.latest import apart
from app.query.reading import Reading
from app.scene.phrase import phrase
from app.scene.point import emphasis_of, name_of, point
from app.scene.question import Question
from app.scene.scene import GAP, Emphasis, Group, Scene
from app.scene.statement import one_base, statement

#: The dimensions that may tell parallel lines apart, the most telling first.
_TELLING = (LabelBy.GEOGRAPHY, LabelBy.CATEGORY, LabelBy.SUBJECT, LabelBy.INDICATOR, LabelBy.DEFINITION)
_HUES = (Emphasis.BEIJING, Emphasis.SECOND, Emphasis.OTHER)


@dataclass(frozen=True)
class _Strand:
    """The readings of one thing under one definition, in time order."""

    readings: tuple[Reading, ...]
    is_goal: bool

    @property
    def thing(self) -> tuple[str | None, ...]:
        o = self.readings[0].observation
        return (o.geography, o.subject, o.category)

    def precedes(self, other: "_Strand") -> bool:
        """Whether the other takes over in time, as the same thing under another definition."""
        ends, starts = self.readings[-1].observation.period, other.readings[0].observation.period
        same = self.thing == other.thing and not (self.is_goal or other.is_goal)
        return same and ends < starts and not comparable(self.readings[0], other.readings[0])


def build(question: Question) -> Scene:
    """The chart over time; `label_by` names parallel lines where it is not the period."""
    strands = _strands(question.readings)
    breaks = {two for one, two in pairwise(range(len(strands))) if strands[one].precedes(strands[two])}
    groups = tuple(_group(n, strands, question, breaks) for n in range(len(strands)))
    lang = question.lang
    return statement(
        question,
        groups,
        base=one_base(question.readings),
        notes=(phrase("gap_note", lang),) if breaks else (),
        labels={GAP: phrase("gap", lang)} if breaks else None,
    )


def _strands(readings: Sequence[Reading]) -> list[_Strand]:
    found: dict[tuple[object, ...], list[Reading]] = {}
    for reading in readings:
        found.setdefault(reading.thing, []).append(reading)
    ordered = [sorted(strand, key=lambda r: r.observation.period) for strand in found.values()]
    strands = [_Strand(tuple(strand), strand[0].observation.target) for strand in ordered]
    return sorted(strands, key=lambda strand: (_first_of(strand, strands), strand.readings[0].observation.period))


def _first_of(strand: _Strand, strands: Sequence[_Strand]) -> int:
    """The place of the strand's thing in the curator's order, so that its definitions stand side by side."""
    return next(n for n, other in enumerate(strands) if other.thing == strand.thing)


def _group(n: int, strands: Sequence[_Strand], question: Question, breaks: set[int]) -> Group:
    strand = strands[n]
    hue = _hue(n, strands, breaks)
    named = replace(question, label_by=LabelBy.PERIOD)
    points = tuple(point(reading, named, emphasis=hue) for reading in strand.readings)
    return Group(
        name=_name(strand, strands, question) if len(strands) > 1 else "",
        points=points,
        joined=len(points) > 1 and all(map(apart, strand.readings, strand.readings[1:])) and not strand.is_goal,
        after_gap=n in breaks,
    )


def _hue(n: int, strands: Sequence[_Strand], breaks: set[int]) -> Emphasis:
    """Vermilion for the first line of Beijing, the second hue for its next, grey for the rest and for other places."""
    if emphasis_of(strands[n].readings[0]) is Emphasis.OTHER:
        return Emphasis.OTHER
    lines = [m for m in range(n + 1) if _starts_line(m, strands, breaks)]
    return _HUES[min(max(len(lines) - 1, 0), len(_HUES) - 1)]


def _starts_line(m: int, strands: Sequence[_Strand], breaks: set[int]) -> bool:
    at_home = emphasis_of(strands[m].readings[0]) is Emphasis.BEIJING
    return at_home and m not in breaks and not strands[m].is_goal


def _name(strand: _Strand, strands: Sequence[_Strand], question: Question) -> str:
    """What tells the strand from the others; nothing does where one is only the goal of the other."""
    lang = question.lang
    wanted = question.label_by
    dimensions = _TELLING if wanted is LabelBy.PERIOD else (wanted, *_TELLING)
    for dimension in dimensions:
        names = {name_of(other.readings[0], dimension, lang) for other in strands}
        if len(names) > 1:
            return name_of(strand.readings[0], dimension, lang)
    return ""
