"""The words of a chart's controls."""

from collections.abc import Iterable, Mapping, Sequence

from app.benches.control import Control, control
from app.model.catalog import Catalog
from app.model.period import Period
from app.model.text import Lang
from app.query.choice import Choice
from app.query.eventful import LANE
from app.query.narrowing import AS, FROM, PLACE, STEP, TO
from app.query.reading import Reading
from app.query.topical import INDICATOR
from app.scene.events import LANES
from app.strings import word
from app.wording import bare_period, scale_at, scaled_unit

#: The words a control is headed by.
_LABELS: Mapping[str, str] = {
    INDICATOR: "choose_indicator",
    PLACE: "filter_place",
    LANE: "filter_lane",
    FROM: "choose_from",
    TO: "choose_to",
    STEP: "choose_unit",
    AS: "choose_as",
}


def controls(
    catalog: Catalog, choices: Iterable[Choice], readings: Sequence[Reading], lang: Lang
) -> tuple[Control, ...]:
    """A control a choice; `readings` are the figures chosen, whose unit the steps are in."""
    return tuple(
        control(
            choice,
            word(_LABELS[choice.name], lang),
            {value: _words(catalog, choice, value, readings, lang) for value in choice.values},
        )
        for choice in choices
    )


def _words(catalog: Catalog, choice: Choice, value: str, readings: Sequence[Reading], lang: Lang) -> str:
    if not value:
        return word(_UNCHOSEN.get(choice.name, "all"), lang)
    if choice.name == INDICATOR:
        return catalog.indicators[value].label(lang)
    if choice.name == PLACE:
        return catalog.geographies[value].name[lang]
    if choice.name == LANE:
        return LANES[value][0 if lang == "zh" else 1]
    if choice.name == STEP:
        return scaled_unit(scale_at(value, lang), readings[0].base, lang)
    if choice.name == AS:
        return word("as_percent", lang)
    return bare_period(Period.parse(value), lang)


#: What the empty value says where it does not stand for all.
_UNCHOSEN: Mapping[str, str] = {INDICATOR: "indicator_own", STEP: "unit_printed", AS: "as_count"}
