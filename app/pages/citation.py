"""One figure as a sentence to be copied, with all that must go with it."""

from dataclasses import dataclass

from app.data.datum import Datum
from app.data.full_name import full_name
from app.model.text import Lang
from app.quantities.period_text import period_text
from app.renderers.citation.quotation import said_by
from app.site import Site
from app.strings import word
from app.urls import Urls, absolute_url


@dataclass(frozen=True)
class Citation:
    """The sentence in three pieces: the printed fragment stands apart, for it is Chinese on either page."""

    before: str
    printed: str
    after: str


def citation(datum: Datum, site: Site, lang: Lang) -> Citation:
    """The figure with its bound, period, definition, article and printed fragment, and the address if it is known."""
    what = _what_zh(datum) if lang == "zh" else _what_en(datum)
    credit = word("credit", lang).format(site=site.catalog.overview.name[lang], reach=site.reach(lang))
    public = site.settings.public_url
    address = absolute_url(public, Urls(lang).figure(datum.id)) if public else ""
    printed = datum.observation.printed or ""
    if lang == "zh":
        return Citation(what + _source_zh(datum), printed, f"{'”。' if printed else ''}{credit}{address}")
    return Citation(what + _source_en(datum), printed, f"{'”. ' if printed else ''}{credit} {address}".rstrip())


def _what_zh(datum: Datum) -> str:
    what = f"{full_name(datum, 'zh')}：{datum.label('zh')}"
    parts = (datum.period_text("zh").text, f"口径：{datum.definition.name.zh}", said_by(datum, "zh"))
    return f"{what}（{'；'.join(part for part in parts if part)}）。"


def _what_en(datum: Datum) -> str:
    what = f"{full_name(datum, 'en')}: {datum.label('en')}"
    parts = (datum.period_text("en").text, f"definition: {datum.definition.name.en}", said_by(datum, "en"))
    return f"{what} ({'; '.join(part for part in parts if part)}). "


def _source_zh(datum: Datum) -> str:
    source = datum.source
    if source is None:
        return "由本站据报道推算，非原文数字。"
    publisher = "媒体未注明" if source.publisher == "unknown" else source.publisher.zh
    return f"《{source.title.zh}》，{publisher}，{period_text(source.published, source.published_basis, 'zh')}，原文作“"


def _source_en(datum: Datum) -> str:
    source = datum.source
    if source is None:
        return "Computed by this site from the articles; not a printed figure. "
    publisher = "publisher not printed" if source.publisher == "unknown" else source.publisher.en
    return (
        f"“{source.title.en}”, {publisher}, {period_text(source.published, source.published_basis, 'en')}, printed as “"
    )
