"""Readings and questions for tests of what is drawn: complete by default, every field to be overridden."""

from decimal import Decimal
from typing import Literal

from app.charts.registry import build_scene
from app.charts.scene import Scene
from app.charts.spec import ChartSpec
from app.data.datum import Datum
from app.model.chart import ChartKind, LabelBy
from app.model.indicator import Definition, Expect, Indicator
from app.model.observation import Formula, Observation
from app.model.period import Period, PeriodBasis
from app.model.quantity import Qualifier, Quantity
from app.model.source import Source
from app.model.text import Lang, Text
from app.model.vocabulary import Category, Geography, Plural, Subject, Unit

FIRM = Unit(base="firm", zh="家", en=Plural(one="firm", other="firms"), printed=("家",))
CNY = Unit(base="cny", zh="元", en=Plural(one="yuan", other="yuan"), en_sign="¥", printed=("元",))
YI_CNY = Unit(base="cny", factor=Decimal(10) ** 8, zh="亿元", printed=("亿元",))
PERCENT = Unit(base="percent", zh="%", en=Plural(one="%", other="%"), style="percent", printed=("%",))
TIMES = Unit(base="times", zh="倍", en=Plural(one="times", other="times"), printed=("倍",))
_BASES = {"firm": FIRM, "cny": CNY, "percent": PERCENT, "times": TIMES}

_PLACES = {"beijing": "北京", "shanghai": "上海", "china": "全国"}


def words(zh: str, en: str = "") -> Text:
    return Text(zh=zh, en=en or zh)


def datum(
    name: str = "figure",
    value: str = "2400",
    *,
    unit: Unit = FIRM,
    to: str | None = None,
    qualifier: Qualifier = Qualifier.EXACT,
    period: str = "2024",
    basis: PeriodBasis = PeriodBasis.STATED,
    place: str = "beijing",
    indicator: str = "firms",
    definition: str = "reported",
    category: str | None = None,
    source: str = "paper",
    section: str | None = None,
    target: bool = False,
    derived: bool = False,
    scale: Literal["linear", "log"] = "linear",
) -> Datum:
    base = _BASES[unit.base]
    rule = Formula(op="divide", of="other", by=Decimal(2)) if derived else None
    observation = Observation(
        id=name,
        value=None if derived else Decimal(value),
        value_to=Decimal(to) if to else None,
        unit=unit.base,
        qualifier=qualifier,
        period=Period.parse(period),
        period_basis=basis,
        geography="beijing" if place == "beijing" else "elsewhere",
        category=category,
        definition=definition,
        source="paper",
        section=section,
        printed=None if derived else "印",
        derived=rule,
        disputed_by=(),
        target=target,
    )
    quantity = Quantity(Decimal(value), qualifier, Decimal(to) if to else None)
    return Datum(
        observation=observation,
        indicator_id=indicator,
        indicator=_indicator(indicator, definition, unit, observation).model_copy(update={"scale": scale}),
        definition=Definition(name=words(definition), text=words(definition)),
        base=base,
        printed_unit=unit,
        quantity=quantity.times(unit.factor),
        geography=Geography(name=words(_PLACES.get(place, place), place.title()), level="city"),
        subject=_no_subject(),
        category=Category(name=words(category)) if category else None,
        source=_source(source),
    )


def _no_subject() -> Subject | None:
    return None


def _indicator(name: str, definition: str, unit: Unit, observation: Observation) -> Indicator:
    return Indicator(
        name=words(name),
        description=words(name),
        topic="ai",
        unit=unit.base,
        measures="results",
        definitions={definition: Definition(name=words(definition), text=words(definition))},
        expect=Expect(count=1),
        observations=(observation,),
    )


def _source(name: str) -> Source:
    return Source(
        article="001",
        title=words(name),
        short=words(name),
        publisher="unknown",
        author="unknown",
        published=Period.parse("2025-06"),
        published_basis=PeriodBasis.INFERRED,
        address="unknown",
        dating=words(name),
    )


def spec(*data: Datum, kind: ChartKind, lang: Lang = Lang.ZH, label_by: LabelBy = LabelBy.PERIOD) -> ChartSpec:
    return ChartSpec(
        chart_id="chart",
        kind=kind,
        lang=lang,
        title="题目" if lang is Lang.ZH else "Title",
        subtitle="量度" if lang is Lang.ZH else "Measure",
        data=data,
        label_by=label_by,
        every={each.id: each for each in data},
    )


def scene(*data: Datum, kind: ChartKind, lang: Lang = Lang.ZH, label_by: LabelBy = LabelBy.PERIOD) -> Scene:
    return build_scene(spec(*data, kind=kind, lang=lang, label_by=label_by))
