"""What a reader put together as files: a selection, a brief."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from flask import Blueprint, Response, request

from app.api_error import ApiError
from app.benches.explore import INDICATOR
from app.board.view import BoardView
from app.data.comparisons import compared
from app.data.explore import MOST_INDICATORS
from app.data.page_query import TOPIC
from app.decks.brief import MOST_ITEMS, BriefItems, TooManyItemsError, collect_items
from app.loading.problems import did_you_mean
from app.model.text import Lang
from app.renderers.chart_export import ChartExport
from app.renderers.print_sheet import write_print_sheet
from app.renderers.xlsx import write_xlsx
from app.routes.chart_files import DATA, XLSX, file_download
from app.routes.headers import limit_answer, limit_query
from app.site import Site
from app.strings import word
from app.urls import ITEMS, RULES, Urls

_LONGEST_NAME = 64


def selection_files(site: Site) -> Blueprint:
    """`/<lang>/board.csv?topic=…`, `/<lang>/explore.csv?i=…`, `/<lang>/compare.csv?topic=…`, also as xlsx and json.

    A page leaves out what it does not know and says so; a file has no place to say it, so it is a 400.
    """
    routes = Blueprint("selection-files", __name__)
    routes.before_request(limit_query)
    for ending in DATA:
        _add(routes, site, ending)
    return routes


def _add(routes: Blueprint, site: Site, ending: str) -> None:
    def download(export: ChartExport) -> Response:
        return file_download(DATA[ending], export, f"{export.scene.chart_id}-{export.lang}.{ending}", where="query")

    @routes.get(RULES.explore(format=ending), endpoint=f"explore-{ending}")
    def explore(lang: Lang) -> Response:
        return download(explored(site, lang))

    @routes.get(RULES.board(format=ending), endpoint=f"board-{ending}")
    def board(lang: Lang) -> Response:
        return download(board_export(site, lang))

    @routes.get(RULES.compare(format=ending), endpoint=f"compare-{ending}")
    def compare(lang: Lang) -> Response:
        return download(compared_of(site, lang))


def board_export(site: Site, lang: Lang) -> ChartExport:
    """The figures of the board at the address, in its order."""
    view = BoardView.read(site, lang, request.args.items(multi=True))
    if not view.ids:
        raise ApiError(400, "nothing", word("board_nothing", lang), "query")
    return site.export_data(
        view.ordered(view.data),
        lang,
        name="board",
        title=site.catalog.board.name[lang],
        subtitle=view.summary,
        href=view.href(),
    )


def explored(site: Site, lang: Lang) -> ChartExport:
    """All figures of the indicators in the address."""
    indicators = site.catalog.indicators
    names = list(dict.fromkeys(request.args.getlist(INDICATOR)))
    if not 1 <= len(names) <= MOST_INDICATORS:
        raise ApiError(
            400, "bad-number", f"name 1 to {MOST_INDICATORS} indicators, each as {INDICATOR}=<indicator>", INDICATOR
        )
    for name in names:
        _held(name, list(indicators), INDICATOR)
    data = [site.data[o.id] for name in names for o in indicators[name].observations]
    labels = lang.list_comma.join(indicators[name].label(lang) for name in names)
    query = tuple((INDICATOR, name) for name in names)
    href = Urls(lang).explore(query)
    return site.export_data(data, lang, name="explore", title=word("explore", lang), subtitle=labels, href=href)


def compared_of(site: Site, lang: Lang) -> ChartExport:
    """All figures that the page compares, or those of the topic in the address."""
    topics = site.catalog.topics
    topic = request.args.get(TOPIC, "")
    if topic:
        _held(topic, list(topics), TOPIC)
    data = compared(site.catalog, site.data, site.data_by_chart, topic)
    if not data:
        raise ApiError(400, "nothing", word("compare_nothing", lang), TOPIC)
    label = topics[topic].name[lang] if topic else word("all_topics", lang)
    href = Urls(lang).compare(((TOPIC, topic),) if topic else ())
    return site.export_data(data, lang, name="compare", title=word("compare", lang), subtitle=label, href=href)


def _held(name: str, names: Sequence[str], where: str) -> None:
    """Raises ApiError for a name that does not exist."""
    if name not in names:
        sentence = f"there is no '{name[:_LONGEST_NAME]}'{did_you_mean(name, names)}"
        raise ApiError(400, "bad-parameter", sentence, where)


def brief_files(site: Site) -> Blueprint:
    """`/<lang>/brief.xlsx?items=…` and `/<lang>/brief.css`."""
    routes = Blueprint("brief-files", __name__)
    routes.before_request(limit_query)

    @routes.get(RULES.brief(format="xlsx"))
    def workbook(lang: Lang) -> Response:
        exports = list(exports_of(site, lang, _asked(site)))
        body = write_xlsx(exports, title=word("brief", lang))
        response = Response(limit_answer(body, fewer="items", where=ITEMS), content_type=XLSX)
        response.headers["Content-Disposition"] = f'attachment; filename="brief-{lang}.xlsx"'
        return response

    @routes.get(RULES.brief(format="css"))
    def sheet(lang: Lang) -> Response:
        return Response(write_print_sheet(site.edition(lang), lang), content_type="text/css; charset=utf-8")

    return routes


def _asked(site: Site) -> BriefItems:
    """What the address names; raises ApiError where that is nothing, too much, or not all there."""
    try:
        brief_items = collect_items(request.args.getlist(ITEMS), site.catalog)
    except TooManyItemsError as error:
        raise ApiError(400, "too-many", str(error), ITEMS) from None
    if brief_items.unknown:
        raise ApiError(400, "unknown-item", f"there is no item {', '.join(map(repr, brief_items.unknown))}", ITEMS)
    if not brief_items.items:
        sentence = f"name 1 to {MOST_ITEMS} items, parted by commas, as items=charts/<chart>,figures/<figure>"
        raise ApiError(400, "no-item", sentence, ITEMS)
    return brief_items


def exports_of(site: Site, lang: Lang, brief: BriefItems) -> Iterator[ChartExport]:
    """The charts in their order; figures that follow each other share a table."""
    href = Urls(lang).brief(brief.texts)
    for is_figure, items in groupby(brief.items, key=lambda item: bool(item.figure)):
        if is_figure:
            data = [site.data[item.figure] for item in items]
            yield site.export_data(data, lang, name="brief", title=word("brief_figures", lang), href=href)
        else:
            yield from (site.export(item.chart, lang, item.view) for item in items)
