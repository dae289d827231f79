"""What can be said of a number met elsewhere, and what a correct sentence would say of a figure."""

from dataclasses import dataclass
from enum import StrEnum

from app.claims.match import ClaimMatch
from app.claims.number import PrintedNumber
from app.data.datum import Datum
from app.model.text import Lang, Text


class Verdict(StrEnum):
    """From best to worst known."""

    HOLDS = "holds"
    BOUND = "holds-only-as-a-bound"
    OLDER = "older-figure"
    DEFINITION = "another-definition"
    SCOPE = "another-scope"
    CONTRADICTS = "contradicts-our-sources"
    UNCLEAR = "unclear-which-figure"
    ABSENT = "not-in-our-sources"


@dataclass(frozen=True)
class Judgement:
    """A verdict with the figures it rests on, the reason, and the words that led to them."""

    verdict: Verdict
    reason: Text
    figures: tuple[Datum, ...] = ()
    matches: tuple[ClaimMatch, ...] = ()


@dataclass(frozen=True)
class Finding:
    """A number of the text and what is said of it."""

    mention: PrintedNumber
    judgement: Judgement


def sentence(datum: Datum) -> Text:
    """One sentence in each language, generated: 北京人工智能企业数量：超2,400家（2024年；《…》）。"""
    return Text(zh=_zh(datum), en=_en(datum))


def _zh(datum: Datum) -> str:
    origin = f"；〈{datum.source.short.zh}〉" if datum.source else ""
    when = f"{datum.period_text(Lang.ZH)}{_definition(datum, Lang.ZH)}"
    return f"{_name(datum, Lang.ZH)}：{datum.label(Lang.ZH)}（{when}{origin}）。"


def _en(datum: Datum) -> str:
    origin = f"; “{datum.source.short.en}”" if datum.source else ""
    when = f"{datum.period_text(Lang.EN)}{_definition(datum, Lang.EN)}"
    return f"{_name(datum, Lang.EN)}: {datum.label(Lang.EN)} ({when}{origin})."


def _name(datum: Datum, lang: Lang) -> str:
    """The indicator with whose figure it is: a part, a company, and always a place."""
    name = datum.indicator.name[lang]
    parts = [part.name[lang] for part in (datum.subject, datum.category) if part and part.name[lang] not in name]
    place = datum.geography.name[lang]
    if place not in name:
        parts.append(place)
    if not parts:
        return name
    return name + lang.brackets(lang.comma.join(parts))


def _definition(datum: Datum, lang: Lang) -> str:
    if len(datum.indicator.definitions) < 2:
        return ""
    return f"；口径：{datum.definition.name.zh}" if lang is Lang.ZH else f"; definition: {datum.definition.name.en}"
