"""A chart as a file to take along, and charts and stories as slides."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import Blueprint, Response

from app.api_error import ApiError
from app.decks.deck import Deck
from app.model.catalog import Catalog
from app.model.text import Lang
from app.renderers.chart_export import ChartExport
from app.renderers.citation import FORMATS, CitationFormat, cited_work
from app.renderers.pptx.deck import write_pptx
from app.renderers.tabular import write_chart_csv, write_chart_json
from app.renderers.xlsx import write_xlsx
from app.routes.headers import limit_answer, limit_query
from app.site import Site
from app.urls import LANG, RULES, Urls

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class File:
    """What is served under one ending."""

    mimetype: str
    write: Callable[[ChartExport], str | bytes]


def _citation(form: CitationFormat) -> File:
    return File(form.mimetype, lambda extract: form.write(cited_work(extract)))


#: The figures themselves.
DATA: Mapping[str, File] = {
    "csv": File("text/csv", write_chart_csv),
    "xlsx": File(XLSX, lambda extract: write_xlsx([extract], title=extract.title)),
    "json": File("application/json", write_chart_json),
}
_FILES: Mapping[str, File] = {
    **DATA,
    **{ending: _citation(form) for ending, form in FORMATS.items()},
}


def chart_files(site: Site) -> Blueprint:
    """`/<lang>/charts/<chart>.<ending>` and the same for views; an unknown id is a 404."""
    routes = Blueprint("chart-files", __name__)
    routes.before_request(limit_query)
    for ending in _FILES:
        _add(routes, site, ending)
    return routes


def _add(routes: Blueprint, site: Site, ending: str) -> None:
    def answer(lang: Lang, chart_id: str, view_id: str = "") -> Response:
        require_chart(site.catalog, chart_id, view_id)
        name = "-".join(part for part in (chart_id, view_id, lang) if part)
        return file_download(_FILES[ending], site.export(chart_id, lang, view_id), f"{name}.{ending}")

    for rule in chart_rules(ending):
        routes.add_url_rule(rule, ending.replace(".", "-"), answer)


def chart_rules(ending: str, *, version: str = "") -> tuple[str, str]:
    """The rules of a chart's file and of its views'."""
    urls = Urls(LANG, version=version)
    return urls.chart("<chart_id>", format=ending), urls.chart("<chart_id>", "<view_id>", format=ending)


def require_chart(catalog: Catalog, chart_id: str, view_id: str, *, where: str = "path") -> None:
    """Raises ApiError for a chart or view that is not there; `where` is the part of the address that names it."""
    if not catalog.has_chart(chart_id, view_id):
        raise ApiError(404, "not-found", "there is no such chart", where)


def file_download(
    file: File, extract: ChartExport, name: str, *, fewer: str = "figures", where: str = "path"
) -> Response:
    """A file to be saved as `name`; raises ApiError where it is larger than an answer may be."""
    body = limit_answer(file.write(extract), fewer=fewer, where=where)
    answer = Response(body, content_type=with_charset(file.mimetype))
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def with_charset(mimetype: str) -> str:
    """Text says that it is UTF-8; JSON always is."""
    return f"{mimetype}; charset=utf-8" if mimetype.startswith("text/") else mimetype


PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_ENDING = "pptx"


def slides(site: Site) -> Blueprint:
    """`/<lang>/charts/<chart>[/<view>].pptx` and `/<lang>/stories/<story>.pptx`; an unknown id is a 404."""
    routes = Blueprint("slides", __name__)
    routes.before_request(limit_query)

    def chart(lang: Lang, chart_id: str, view_id: str = "") -> Response:
        require_chart(site.catalog, chart_id, view_id)
        return _sent(site, site.chart_deck(chart_id, lang, view_id), view_id)

    for rule in chart_rules(_ENDING):
        routes.add_url_rule(rule, "chart", chart)

    @routes.get(RULES.story("<story_id>", format=_ENDING))
    def story(lang: Lang, story_id: str) -> Response:
        if story_id not in site.catalog.stories:
            raise ApiError(404, "not-found", "there is no such story", "path")
        return _sent(site, site.deck(story_id, lang), "")

    return routes


def _sent(site: Site, deck: Deck, view_id: str) -> Response:
    body = limit_answer(write_pptx(deck, site.edition(deck.lang)), fewer="slides", where="path")
    answer = Response(body, content_type=PPTX)
    name = "-".join(part for part in (deck.id, view_id, deck.lang) if part)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.{_ENDING}"'
    return answer
