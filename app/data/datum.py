"""One observation with everything it names at hand: its quantity in the base unit, its full name, its articles."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from app.model import formula
from app.model.catalog import Catalog
from app.model.formula import evaluate, operand_ids
from app.model.indicator import Definition, Indicator
from app.model.observation import Formula, Observation
from app.model.period import PeriodBasis
from app.model.quantity import CEILINGS, FLOORS, Qualifier, Quantity
from app.model.source import Source
from app.model.text import Lang
from app.model.vocabulary import HOME, Category, Geography, Subject, Unit
from app.quantities.label import Label, base_label, printed_label
from app.quantities.period_text import PeriodText, period_text
from app.quantities.scale import round_quantity, scale_at


class Openness(StrEnum):
    """Which end of a mark is open: a floor upwards, a ceiling downwards, an approximation on both sides."""

    CLOSED = "closed"
    UP = "up"
    DOWN = "down"
    ABOUT = "about"


@dataclass(frozen=True)
class Datum:
    """An observation resolved. `quantity` is in `base`; a computed one has no printed unit or source of its own."""

    observation: Observation
    indicator_id: str
    indicator: Indicator
    definition: Definition
    base: Unit
    printed_unit: Unit
    quantity: Quantity
    geography: Geography
    subject: Subject | None
    category: Category | None
    source: Source | None
    #: Who says it, by the article.
    speaker: Subject | None = None

    @property
    def id(self) -> str:
        return self.observation.id

    @property
    def thing(self) -> tuple[str | bool | None, ...]:
        """Figures of one thing may follow each other in time. A goal is another thing than what was reached."""
        o = self.observation
        return (self.indicator_id, *o.thing, o.target)

    @property
    def is_home(self) -> bool:
        """Whether it is of the place that the site is about, as a whole."""
        return self.observation.geography == HOME

    @property
    def is_at_home(self) -> bool:
        """The same, or of a place in it."""
        return HOME in (self.observation.geography, self.geography.part_of)

    @property
    def openness(self) -> Openness:
        kind = self.quantity.qualifier
        if kind in FLOORS:
            return Openness.UP
        if kind in CEILINGS:
            return Openness.DOWN
        return Openness.ABOUT if kind is Qualifier.ABOUT else Openness.CLOSED

    @property
    def is_derived(self) -> bool:
        return self.observation.derived is not None

    @property
    def bound(self) -> str:
        """How its digits are known: `computed`, a `range`, or by the print's qualifier; strings.yaml has bound_<it>."""
        if self.is_derived:
            return "computed"
        is_plain_range = self.quantity.is_range and self.quantity.qualifier is Qualifier.EXACT
        return "range" if is_plain_range else self.quantity.qualifier.value

    @property
    def period_known(self) -> str:
        """How its period is known: `computed` with the value, or the basis; strings.yaml has period_<it>."""
        basis = self.observation.period_basis
        return "computed" if self.is_derived and basis is PeriodBasis.STATED else basis.value

    @property
    def written(self) -> Quantity:
        """What is written, in the base unit: a computed value is rounded."""
        return round_quantity(self.quantity, self.base) if self.is_derived else self.quantity

    def label(self, lang: Lang, step: str = "") -> Label:
        """The value as a reader sees it, with its bound and marks; at one of the STEPS if given, else as printed."""
        if step or self.is_derived:
            label = base_label(self.written, self.base, lang, scale_at(step, lang) if step else None)
        else:
            label = printed_label(self.observation.quantity, self.printed_unit, self.base, lang)
        return replace(label, mark=lang.comma.join(self.marks(lang)))

    def marks(self, lang: Lang) -> list[str]:
        """What stands behind the value: computed, a goal, a shared rank."""
        marks = ((_DERIVED, self.is_derived), (_TARGET, self.observation.target), (_TIED, self.is_tied))
        return [mark[lang] for mark, is_so in marks if is_so]

    @property
    def is_tied(self) -> bool:
        """Whether another place holds this rank at the same time."""
        own = self.observation
        if self.base.style != "rank" or own.value_to is not None:
            return False
        others = (other for other in self.indicator.observations if other.id != own.id)
        return any((other.value, other.value_to, other.period) == (own.value, None, own.period) for other in others)

    def period_text(self, lang: Lang) -> PeriodText:
        """The period with its basis."""
        o = self.observation
        return period_text(o.period, o.period_basis, lang, is_goal=o.target)


_DERIVED = {"zh": "推算", "en": "derived"}
_TARGET = {"zh": "目标", "en": "target"}
_TIED = {"zh": "并列", "en": "tied"}


def resolve_data(catalog: Catalog) -> Mapping[str, Datum]:
    """Every observation resolved, by id, in file order; computed ones are computed here."""
    quantities = _quantities(catalog)
    return {name: _resolve(catalog, o, quantities[name]) for name, o in catalog.observations.items()}


def _quantities(catalog: Catalog) -> Mapping[str, Quantity]:
    quantities: dict[str, Quantity] = {}
    for name in catalog.observations:
        _compute(catalog, name, quantities)
    return quantities


def _compute(catalog: Catalog, name: str, quantities: dict[str, Quantity]) -> Quantity:
    if name not in quantities:
        observation = catalog.observations[name]
        rule = observation.derived
        if rule is None:
            quantities[name] = observation.in_base(catalog.units[observation.unit].factor)
        else:
            base = _compute(catalog, rule.base, quantities) if rule.base else None
            quantities[name] = formula.evaluate(rule, _compute(catalog, rule.of, quantities), base)
    return quantities[name]


def _resolve(catalog: Catalog, observation: Observation, quantity: Quantity) -> Datum:
    indicator_id = catalog.indicator_of[observation.id]
    return Datum(
        observation=observation,
        indicator_id=indicator_id,
        indicator=catalog.indicators[indicator_id],
        definition=catalog.definition(observation),
        base=catalog.base_unit(observation),
        printed_unit=catalog.units[observation.unit],
        quantity=quantity,
        geography=catalog.geographies[observation.geography],
        subject=catalog.subjects[observation.subject] if observation.subject else None,
        category=catalog.categories[observation.category] if observation.category else None,
        source=catalog.sources[observation.source] if observation.source else None,
        speaker=catalog.subjects[observation.attributed_to] if observation.attributed_to else None,
    )


def full_name(datum: Datum, lang: Lang) -> str:
    """The indicator with whose or which part's figure it is, and the place where that is not Beijing."""
    return belonging(datum.indicator.name[lang], datum, lang)


def belonging(name: str, datum: Datum, lang: Lang) -> str:
    """A name of the figure's indicator, and behind it whose figure it is, as far as the name does not say so."""
    whose = (datum.subject, datum.category, None if datum.is_home else datum.geography)
    extra = [part.name[lang] for part in whose if part and part.name[lang] not in name]
    if not extra:
        return name
    return name + lang.brackets(lang.comma.join(extra))


def printed_behind(datum: Datum, data: Mapping[str, Datum]) -> list[Datum]:
    """The figures that are printed: itself, or those that a computed one rests on, as far as `data` has them."""
    if datum.observation.source:
        return [datum]
    parts = (data[name] for name in operand_ids(datum.observation.derived) if name in data)
    return [printed for part in parts for printed in printed_behind(part, data)]


def source_ids(datum: Datum, data: Mapping[str, Datum]) -> list[str]:
    """The article it is printed in; those of a computed value are the articles of its parts."""
    return [printed.observation.source or "" for printed in printed_behind(datum, data)]


def in_percent(data: tuple[Datum, ...], every: Mapping[str, Datum], percent: Unit) -> tuple[Datum, ...]:
    """Each count as a percentage of its whole; empty where one has no exact whole or its bound would be rounded."""
    if not all(datum.observation.share_of for datum in data):
        return ()
    shares = tuple(_share(datum, every[str(datum.observation.share_of)], percent) for datum in data)
    wholes = (every[str(datum.observation.share_of)].quantity for datum in data)
    honest = all(whole.is_exact and whole.value > 0 for whole in wholes) and all(map(_keeps_its_bound, shares))
    return shares if honest else ()


def _share(part: Datum, whole: Datum, percent: Unit) -> Datum:
    """The same figure, of the same thing at the same time; its page shows what was printed."""
    rule = Formula(op="share", of=part.id, base=whole.id)
    unprinted = {"derived": rule, "share_of": None, "value": None, "value_to": None, "printed": None, "source": None}
    return replace(
        part,
        observation=part.observation.model_copy(update=unprinted),
        base=percent,
        printed_unit=percent,
        quantity=evaluate(rule, part.quantity, whole.quantity),
        source=None,
    )


def _keeps_its_bound(share: Datum) -> bool:
    """A rounded bound could be tighter than the true one; only an exact count may be rounded."""
    return share.quantity.is_exact or round_quantity(share.quantity, share.base) == share.quantity
