"""A brief as one workbook, and the sheet it is printed with."""

from collections.abc import Iterator
from itertools import groupby

from flask import Blueprint, Response, request

from app.api_error import ApiError
from app.decks.brief import MOST, BriefItems, TooManyItemsError, collect_items
from app.model.text import Lang
from app.renderers.chart_export import ChartExport
from app.renderers.print_sheet import print_sheet
from app.renderers.xlsx import xlsx_workbook
from app.routes.chart_files import XLSX
from app.routes.limits import limit_answer, limit_query
from app.site import Site
from app.strings import word
from app.urls import ITEMS, RULES, Urls


def brief_files(site: Site) -> Blueprint:
    """`/<lang>/brief.xlsx?items=…` and `/<lang>/brief.css`."""
    routes = Blueprint("brief-files", __name__)
    routes.before_request(limit_query)

    @routes.get(RULES.brief(format="xlsx"))
    def workbook(lang: Lang) -> Response:
        exports = list(exports_of(site, lang, _asked(site)))
        body = xlsx_workbook(exports, title=word("brief", lang))
        response = Response(limit_answer(body, fewer="items", where=ITEMS), content_type=XLSX)
        response.headers["Content-Disposition"] = f'attachment; filename="brief-{lang}.xlsx"'
        return response

    @routes.get(RULES.brief(format="css"))
    def sheet(lang: Lang) -> Response:
        return Response(print_sheet(site.edition(lang), lang), content_type="text/css; charset=utf-8")

    return routes


def _asked(site: Site) -> BriefItems:
    """What the address names; raises Refusal where that is nothing, too much, or not all there."""
    try:
        found = collect_items(request.args.getlist(ITEMS), site.catalog)
    except TooManyItemsError as error:
        raise ApiError(400, "too-many", str(error), ITEMS) from None
    if found.unknown:
        raise ApiError(400, "unknown-item", f"there is no item {', '.join(map(repr, found.unknown))}", ITEMS)
    if not found.items:
        sentence = f"name 1 to {MOST} items, parted by commas, as items=charts/<chart>,figures/<figure>"
        raise ApiError(400, "no-item", sentence, ITEMS)
    return found


def exports_of(site: Site, lang: Lang, brief: BriefItems) -> Iterator[ChartExport]:
    """The charts in their order; figures that follow each other share a table."""
    href = Urls(lang).brief(brief.texts)
    for is_figure, items in groupby(brief.items, key=lambda item: bool(item.figure)):
        if is_figure:
            data = [site.data[item.figure] for item in items]
            yield site.export_data(data, lang, name="brief", title=word("brief_figures", lang), href=href)
        else:
            yield from (site.export(item.chart, lang, item.view) for item in items)
