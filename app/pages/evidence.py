"""One figure in words: as a row of a table, as a sentence to be copied, and how it was computed."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.charts.names import article
from app.data.datum import Datum, full_name
from app.model.formula import evaluate, last_digit
from app.model.observation import Formula
from app.model.text import Lang
from app.quantities.period_text import period_text
from app.quantities.scale import format_number
from app.renderers.citation import said_by
from app.site import Site
from app.strings import word
from app.urls import Urls, absolute_url


@dataclass(frozen=True)
class IndicatorRow:
    """One figure in words, with the address of its evidence."""

    name: str
    label: str
    period: str
    definition: str
    source: str
    printed: str
    href: str


def indicator_row(datum: Datum, lang: Lang) -> IndicatorRow:
    return IndicatorRow(
        name=full_name(datum, lang),
        label=datum.label(lang).text,
        period=datum.period_text(lang).text,
        definition=datum.definition.name[lang],
        source=article(datum, lang),
        printed=datum.observation.printed or "",
        href=Urls(lang).figure(datum.id),
    )


@dataclass(frozen=True)
class Citation:
    """The sentence in three pieces: the printed fragment stands apart, for it is Chinese on either page."""

    before: str
    printed: str
    after: str


def citation(datum: Datum, site: Site, lang: Lang) -> Citation:
    """The figure with its bound, period, definition, article and printed fragment, and the address if it is known."""
    what = _what_zh(datum) if lang is Lang.ZH else _what_en(datum)
    credit = word("credit", lang).format(site=site.catalog.overview.name[lang], reach=site.reach(lang))
    public = site.settings.public_url
    address = absolute_url(public, Urls(lang).figure(datum.id)) if public else ""
    printed = datum.observation.printed or ""
    if lang is Lang.ZH:
        return Citation(what + _source_zh(datum), printed, f"{'”。' if printed else ''}{credit}{address}")
    return Citation(what + _source_en(datum), printed, f"{'”. ' if printed else ''}{credit} {address}".rstrip())


def _what_zh(datum: Datum) -> str:
    what = f"{full_name(datum, Lang.ZH)}：{datum.label(Lang.ZH)}"
    parts = (datum.period_text(Lang.ZH).text, f"口径：{datum.definition.name.zh}", said_by(datum, Lang.ZH))
    return f"{what}（{'；'.join(part for part in parts if part)}）。"


def _what_en(datum: Datum) -> str:
    what = f"{full_name(datum, Lang.EN)}: {datum.label(Lang.EN)}"
    parts = (datum.period_text(Lang.EN).text, f"definition: {datum.definition.name.en}", said_by(datum, Lang.EN))
    return f"{what} ({'; '.join(part for part in parts if part)}). "


def _source_zh(datum: Datum) -> str:
    source = datum.source
    if source is None:
        return "由本站据报道推算，非原文数字。"
    publisher = "媒体未注明" if source.publisher == "unknown" else source.publisher.zh
    published = period_text(source.published, source.published_basis, Lang.ZH)
    return f"《{source.title.zh}》，{publisher}，{published}，原文作“"


def _source_en(datum: Datum) -> str:
    source = datum.source
    if source is None:
        return "Computed by this site from the articles; not a printed figure. "
    publisher = "publisher not printed" if source.publisher == "unknown" else source.publisher.en
    published = period_text(source.published, source.published_basis, Lang.EN)
    return f"“{source.title.en}”, {publisher}, {published}, printed as “"


def written(datum: Datum, every: Mapping[str, Datum], lang: Lang) -> str:
    """约135项 = 超270个 ÷ 2; empty for a printed figure."""
    rule = datum.observation.derived
    return f"{datum.label(lang).value} = {_right(rule, every, lang)}" if rule else ""


def checked(datum: Datum, every: Mapping[str, Datum], lang: Lang) -> str:
    """That a printed rate agrees with its parts, with the arithmetic; empty where there is nothing to check.

    The loader refuses a data set in which it does not agree.
    """
    rule, value = datum.observation.verify, datum.observation.value
    if rule is None or value is None:
        return ""
    base = every[rule.base].quantity if rule.base else None
    computed = evaluate(rule, every[rule.of].quantity, base)
    rounded = format_number(computed.value.quantize(last_digit(value)))
    sign = "%" if rule.op in ("growth", "share") else ""
    parts = f"{_right(rule, every, lang)} = {rounded}{sign}"
    return word("verified_text", lang).format(label=datum.label(lang).value, parts=parts)


def _right(rule: Formula, every: Mapping[str, Datum], lang: Lang) -> str:
    of = every[rule.of].label(lang).value
    if rule.op == "divide":
        return f"{of} ÷ {format_number(rule.by) if rule.by else ''}"
    base = every[rule.base].label(lang).value if rule.base else ""
    if rule.op == "growth":
        return f"({of} − {base}) ÷ {base}"
    return f"{of} {'−' if rule.op == 'difference' else '÷'} {base}"
