"""Made-up data for the gallery: named as samples, complete, in memory only."""

from dataclasses import dataclass
from decimal import Decimal

from app.data.datum import Datum
from app.model.indicator import Definition, Expect, Indicator
from app.model.observation import Formula, Observation
from app.model.period import Period, PeriodBasis
from app.model.quantity import Qualifier, Quantity
from app.model.source import Source
from app.model.text import Text
from app.model.vocabulary import Category, Geography, Plural, Unit


def both_languages(zh: str, en: str) -> Text:
    return Text(zh=zh, en=en)


#: A reading that every sample question knows, as the whole of its shares and the base of its computed values.
WHOLE_ID = "sample-whole"

UNITS = {
    "firm": Unit(base="firm", zh="家", en=Plural(one="firm", other="firms"), printed=("家",)),
    "cny": Unit(base="cny", zh="元", en=Plural(one="yuan", other="yuan"), en_sign="¥", printed=("元",)),
    "yi-cny": Unit(base="cny", factor=Decimal(10) ** 8, zh="亿元", printed=("亿元",)),
    "percent": Unit(base="percent", zh="%", en=Plural(one="%", other="%"), style="percent", printed=("%",)),
    "times": Unit(base="times", zh="倍", en=Plural(one="times", other="times"), printed=("倍",)),
    "rank": Unit(base="rank", zh="位", en=Plural(one="", other=""), style="rank", printed=("位",)),
    "place": Unit(base="place", zh="位", en=Plural(one="place", other="places"), printed=("位",)),
}
_PLACES = {
    "beijing": Geography(name=both_languages("北京", "Beijing"), level="city"),
    "china": Geography(name=both_languages("全国", "China"), level="nation"),
    "city-a": Geography(name=both_languages("甲市", "City A"), level="city"),
    "city-b": Geography(name=both_languages("乙市", "City B"), level="city"),
    "city-c": Geography(name=both_languages("丙市", "City C"), level="city"),
}
_CATEGORIES = {
    "upper": Category(name=both_languages("甲级", "Upper tier")),
    "lower": Category(name=both_languages("乙级", "Lower tier")),
    "third": Category(name=both_languages("丙级", "Third tier")),
}
_DEFINITIONS = {
    "first": Definition(
        name=both_languages("口径一", "Definition one"), text=both_languages("示例口径。", "A sample.")
    ),
    "second": Definition(
        name=both_languages("口径二", "Definition two"), text=both_languages("示例口径。", "A sample.")
    ),
}
LONG = both_languages(
    "一个名称特别长、用来看标签在窄屏上怎样换行而不被裁掉的示例指标",
    "A sample indicator with quite a long name, to see how labels break on a narrow screen without being cut",
)
_NAMES = {
    "sample": both_languages("示例", "Sample"),
    "other": both_languages("示例二", "Sample two"),
    "change": both_languages("较上年变动", "Change on the year before"),
    "long": LONG,
}


@dataclass(frozen=True)
class Shape:
    """What a sample datum says; every field has a plain default."""

    value: str
    to: str | None = None
    unit: str = "firm"
    qualifier: Qualifier = Qualifier.EXACT
    period: str = "2024"
    basis: PeriodBasis = PeriodBasis.STATED
    place: str = "beijing"
    category: str | None = None
    definition: str = "first"
    indicator: str = "sample"
    source: str = "a"
    is_derived: bool = False
    is_target: bool = False
    share_of: str | None = None
    is_log: bool = False


def sample_datum(name: str, shape: Shape) -> Datum:
    """The datum of a shape under the id `name`."""
    unit, upper = UNITS[shape.unit], Decimal(shape.to) if shape.to else None
    observation = _observation(name, shape, upper)
    definition = _DEFINITIONS[shape.definition]
    return Datum(
        observation=observation,
        indicator_id=f"sample-{shape.indicator}",
        indicator=_indicator(shape, definition, observation),
        definition=definition,
        base=UNITS[unit.base],
        printed_unit=unit,
        quantity=Quantity(Decimal(shape.value), shape.qualifier, upper).times(unit.factor),
        geography=_PLACES[shape.place],
        subject=None,
        category=_CATEGORIES[shape.category] if shape.category else None,
        source=None if shape.is_derived else _source(shape.source),
    )


def _observation(name: str, shape: Shape, upper: Decimal | None) -> Observation:
    return Observation(
        id=name,
        value=None if shape.is_derived else Decimal(shape.value),
        value_to=upper,
        unit=shape.unit,
        qualifier=shape.qualifier,
        period=Period.parse(shape.period),
        period_basis=shape.basis,
        geography=shape.place,
        category=shape.category,
        definition=shape.definition,
        source=None if shape.is_derived else "sample",
        printed=None if shape.is_derived else "示例",
        derived=Formula(op="divide", of=WHOLE_ID, by=Decimal(1)) if shape.is_derived else None,
        share_of=shape.share_of,
        disputed_by=(),
        target=shape.is_target,
    )


def _indicator(shape: Shape, definition: Definition, observation: Observation) -> Indicator:
    return Indicator(
        name=_NAMES[shape.indicator],
        description=both_languages("示例，不是真实数据。", "A sample, not real data."),
        topic="sample",
        unit=UNITS[shape.unit].base,
        measures="results",
        scale="log" if shape.is_log else "linear",
        definitions={shape.definition: definition},
        expect=Expect(count=1),
        observations=(observation,),
    )


def _source(name: str) -> Source:
    title = both_languages(f"示例来源{name.upper()}", f"Sample source {name.upper()}")
    return Source(
        article="999",
        title=title,
        short=title,
        publisher="unknown",
        author="unknown",
        published=Period.parse("2025-06"),
        published_basis=PeriodBasis.INFERRED,
        address="unknown",
        dating=title,
    )
