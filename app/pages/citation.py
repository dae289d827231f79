"""One figure as a sentence to be copied, with all that must go with it."""

from app import urls
from app.model.text import Lang
from app.pages.row import full_name, tie
from app.query.reading import Reading
from app.site import Site
from app.strings import word
from app.wording import period


def citation(reading: Reading, site: Site, lang: Lang) -> str:
    """The figure with its bound, period, definition, article and printed fragment, and the address if it is known."""
    name, label = full_name(reading, lang), reading.label(lang) + tie(reading, lang)
    definition = reading.definition.name[lang]
    credit = word("credit", lang).format(site=site.catalog.overview.name[lang], reach=site.reach(lang))
    address = _address(reading, site, lang)
    if lang == "zh":
        source = _source_zh(reading)
        return f"{name}：{label}（{reading.when(lang)}；口径：{definition}）。{source}{credit}{address}"
    source = _source_en(reading)
    return f"{name}: {label} ({reading.when(lang)}; definition: {definition}). {source}{credit} {address}".strip()


def _source_zh(reading: Reading) -> str:
    source, printed = reading.source, reading.observation.printed
    if source is None:
        return "由本站据报道推算，非原文数字。"
    publisher = "媒体未注明" if source.publisher == "unknown" else source.publisher.zh
    when = period(source.published, source.published_basis, "zh")
    return f"《{source.title.zh}》，{publisher}，{when}，原文作“{printed}”。"


def _source_en(reading: Reading) -> str:
    source, printed = reading.source, reading.observation.printed
    if source is None:
        return "Computed by this site from the articles; not a printed figure. "
    publisher = "publisher not printed" if source.publisher == "unknown" else source.publisher.en
    when = period(source.published, source.published_basis, "en")
    return f"“{source.title.en}”, {publisher}, {when}, printed as “{printed}”. "


def _address(reading: Reading, site: Site, lang: Lang) -> str:
    public = site.settings.public_url
    return urls.absolute(public, urls.figure(lang, reading.id)) if public else ""
