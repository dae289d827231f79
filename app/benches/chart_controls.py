"""The words of a chart's controls."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.benches.control import Control, control
from app.charts.events import LANE_NAMES
from app.charts.narrowing import AS, FROM, LANE, PLACE, STEP, TO
from app.data.choice import Choice
from app.data.datum import Datum
from app.data.topic_choices import INDICATOR
from app.model.catalog import Catalog
from app.model.period import Period
from app.model.text import Lang
from app.quantities.period_text import bare_period_text
from app.quantities.scale import scale_at, scaled_unit
from app.strings import word

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


@dataclass(frozen=True)
class Wording:
    """What the words of a chart's options are taken from: `own` are its figures, `shown` those that were chosen."""

    catalog: Catalog
    lang: Lang
    own: Sequence[Datum]
    shown: Sequence[Datum]

    def control(self, choice: Choice) -> Control:
        """The control of a choice."""
        words = {value: self._words(choice.name, value) for value in choice.values}
        return control(choice, word(_LABELS[choice.name], self.lang), words)

    def _words(self, name: str, value: str) -> str:
        if not value:
            return self._unchosen(name)
        if name == INDICATOR:
            return self.catalog.indicators[value].label(self.lang)
        if name == PLACE:
            return self.catalog.geographies[value].name[self.lang]
        if name == LANE:
            return LANE_NAMES[value][0 if self.lang == "zh" else 1]
        if name == STEP:
            return scaled_unit(scale_at(value, self.lang), self.shown[0].base, self.lang)
        if name == AS:
            return word("as_percent", self.lang)
        return bare_period_text(Period.parse(value), self.lang)

    def _unchosen(self, name: str) -> str:
        """Of one indicator its name, of several that they are the chart's own; else that all are shown."""
        names = {datum.indicator.label(self.lang) for datum in self.own}
        if name == INDICATOR and len(names) == 1:
            return names.pop()
        return word(_UNCHOSEN.get(name, "all"), self.lang)


#: What the empty value says where it does not stand for all.
_UNCHOSEN: Mapping[str, str] = {INDICATOR: "indicator_own", STEP: "unit_printed", AS: "as_count"}
