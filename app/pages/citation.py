"""One figure as a sentence to be copied, with all that must go with it."""

from dataclasses import dataclass

from app import urls
from app.model.text import Lang
from app.query.full_name import full_name
from app.query.reading import Reading
from app.renderers.citation.quotation import said_by
from app.site import Site
from app.strings import word
from app.wording import period


@dataclass(frozen=True)
class Citation:
    """The sentence in three pieces: the printed fragment stands apart, for it is Chinese on either page."""

    before: str
    printed: str
    after: str


def citation(reading: Reading, site: Site, lang: Lang) -> Citation:
    """The figure with its bound, period, definition, article and printed fragment, and the address if it is known."""
    what = _what_zh(reading) if lang == "zh" else _what_en(reading)
    credit = word("credit", lang).format(site=site.catalog.overview.name[lang], reach=site.reach(lang))
    public = site.settings.public_url
    address = urls.absolute(public, urls.figure(lang, reading.id)) if public else ""
    printed = reading.observation.printed or ""
    if lang == "zh":
        return Citation(what + _source_zh(reading), printed, f"{'”。' if printed else ''}{credit}{address}")
    return Citation(what + _source_en(reading), printed, f"{'”. ' if printed else ''}{credit} {address}".rstrip())


def _what_zh(reading: Reading) -> str:
    what = f"{full_name(reading, 'zh')}：{reading.label('zh')}"
    parts = (reading.when("zh"), f"口径：{reading.definition.name.zh}", said_by(reading, "zh"))
    return f"{what}（{'；'.join(part for part in parts if part)}）。"


def _what_en(reading: Reading) -> str:
    what = f"{full_name(reading, 'en')}: {reading.label('en')}"
    parts = (reading.when("en"), f"definition: {reading.definition.name.en}", said_by(reading, "en"))
    return f"{what} ({'; '.join(part for part in parts if part)}). "


def _source_zh(reading: Reading) -> str:
    source = reading.source
    if source is None:
        return "由本站据报道推算，非原文数字。"
    publisher = "媒体未注明" if source.publisher == "unknown" else source.publisher.zh
    return f"《{source.title.zh}》，{publisher}，{period(source.published, source.published_basis, 'zh')}，原文作“"


def _source_en(reading: Reading) -> str:
    source = reading.source
    if source is None:
        return "Computed by this site from the articles; not a printed figure. "
    publisher = "publisher not printed" if source.publisher == "unknown" else source.publisher.en
    return f"“{source.title.en}”, {publisher}, {period(source.published, source.published_basis, 'en')}, printed as “"
