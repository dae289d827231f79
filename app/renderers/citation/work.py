"""What every format says of a chart that is cited."""

from dataclasses import dataclass

from app.model.text import Lang
from app.quantities.period_text import bare_period_text
from app.renderers.chart_export import ChartExport
from app.strings import word


@dataclass(frozen=True)
class Work:
    """A chart as a work: the site made it, from articles that the note names.

    `address` is empty while PUBLIC_URL is not set; `day` is the last day that the data reach, and `year` its year.
    """

    id: str
    lang: Lang
    author: str
    title: str
    year: int
    reach: str
    version: str
    address: str
    note: str


def work(extract: ChartExport) -> Work:
    """The chart of an extract; its title is the neutral one, for a finding may quote figures."""
    lang, edition = extract.lang, extract.edition
    named = extract.scene.href.rpartition("/charts/")[2].replace("/", "-")
    return Work(
        id=f"{named}-{lang}",
        lang=lang,
        author=edition.site_name,
        title=extract.title,
        year=edition.year,
        reach=edition.reach,
        version=edition.version,
        address=extract.address if edition.public_url else "",
        note=_note(extract),
    )


def _note(extract: ChartExport) -> str:
    """The articles behind the chart, and up to when the data reach."""
    lang = extract.lang
    articles = [(one.title[lang], bare_period_text(one.published, lang)) for one in extract.sources.values()]
    if lang == "zh":
        titles = "、".join(f"〈{title}〉（{day}）" for title, day in articles)
        return f"数据采自：{titles}；数据截至{extract.edition.reach}；{_address_note(extract)}".rstrip("；")
    titles = "; ".join(f"“{title}” ({day})" for title, day in articles)
    return f"Data from: {titles}; data up to {extract.edition.reach}; {_address_note(extract)}".rstrip("; ")


def _address_note(extract: ChartExport) -> str:
    return "" if extract.edition.public_url else word("address_not_set", extract.lang)
