"""Which page stands at which address."""

import re
from collections.abc import Callable, Mapping, Sequence

from flask import Blueprint, Response, abort, request

from app.benches.bench import Bench
from app.data.page_query import PageQuery
from app.data.page_ref import PageKind, PageRef
from app.model.text import LANGS, Lang
from app.pages.about import about
from app.pages.api import api
from app.pages.brief import brief, too_long
from app.pages.changes import changes
from app.pages.chart import chart
from app.pages.check import LARGEST_FORM, check
from app.pages.compare import compare
from app.pages.data import data
from app.pages.embed import embed, fixed_embed, no_embed
from app.pages.explore import explore
from app.pages.figure import figure
from app.pages.frame import PageFrame
from app.pages.gallery import gallery
from app.pages.indicators import indicators
from app.pages.overview import overview
from app.pages.parts import parts
from app.pages.present import present_brief
from app.pages.problem import problem
from app.pages.search import search
from app.pages.source import source
from app.pages.sources import sources
from app.pages.stories import stories
from app.pages.story import story
from app.pages.timeline import timeline
from app.pages.topic import topic
from app.releases.frozen import FrozenChart
from app.site import Site
from app.start import WorkbenchStart
from app.urls import ITEMS, MOST_QUERY, Urls

Asset = Callable[[str], str]
#: The language of an address, and whether it is one of a release.
_ADDRESS = re.compile(r"(?P<fixed>/v/[^/]*)?/(?P<lang>zh|en)/")
#: Whether the ids in an address name something.
Known = Callable[..., bool]


def _always(_site: Site) -> bool:
    return True


def pages(site: Site, asset: Asset, start: WorkbenchStart) -> Blueprint:
    """All pages of both languages; an unknown id is a 404."""
    blueprint = Blueprint("pages", __name__)

    def frame(lang: Lang, path: str) -> PageFrame:
        return PageFrame(site, lang, path, asset, start)

    for lang in LANGS:
        _add(blueprint, lang, frame)
    return blueprint


def problem_page(site: Site, asset: Asset, status: int, path: str) -> str:
    """The error page in the language of the path; Chinese where the path has none."""
    address = _ADDRESS.match(path)
    lang: Lang = "en" if address and address["lang"] == "en" else "zh"
    page = PageFrame(site, lang, None, asset, WorkbenchStart())
    if address and address["fixed"]:
        return no_embed(page, status, missing="not_released")
    return no_embed(page, status) if path.startswith(Urls(lang).embed("")) else problem(page, status, path)


def embed_page(site: Site, asset: Asset, lang: Lang, page_query: PageQuery) -> str:
    """The embed of a chart or view, or of what a wish chooses of it; raises KeyError for unknown ids."""
    return embed(PageFrame(site, lang, None, asset, WorkbenchStart()), page_query)


def workbench_parts(site: Site, asset: Asset, bench: Bench, lang: Lang) -> Mapping[str, str]:
    """The parts of a page that follow a choice, for the workbench; under "title" what the window is called."""
    page = PageFrame(site, lang, None, asset, WorkbenchStart())
    return {**parts(page, bench), "title": page.window_title(bench.title)}


def deck_page(site: Site, asset: Asset, write: Callable[[PageFrame, str], str], lang: Lang, story_id: str) -> str:
    """A story as `write` shows it; raises KeyError for an unknown id."""
    return write(PageFrame(site, lang, None, asset, WorkbenchStart()), story_id)


def fixed_embed_page(site: Site, asset: Asset, chart: FrozenChart) -> str:
    """The embed of a released chart."""
    return fixed_embed(PageFrame(site, chart.lang, None, asset, WorkbenchStart()), chart)


def _add(blueprint: Blueprint, lang: Lang, frame: Callable[[Lang, str], PageFrame]) -> None:
    def at(rule: str, name: str, write: Callable[..., str], known: Known = _always) -> None:
        def view(**ids: str) -> Response:
            page = frame(lang, request.path.removeprefix(f"/{lang}/"))
            if not known(page.site, *ids.values()):
                abort(404)
            return Response(write(page, *ids.values()), mimetype="text/html")

        blueprint.add_url_rule(f"/{lang}/{rule}", f"{name}-{lang}", view, methods=["GET"])

    at("", "overview", _wishing(overview, PageKind.OVERVIEW))
    at("topics/<topic_id>", "topic", _wishing(topic, PageKind.TOPIC), _exists(PageKind.TOPIC))
    at("charts/<chart_id>", "chart", _wishing(chart, PageKind.CHART), _exists(PageKind.CHART))
    at("charts/<chart_id>/<view_id>", "view", _wishing(chart, PageKind.CHART), _exists(PageKind.CHART))
    at("figures/<observation_id>", "figure", figure, lambda site, name: name in site.data)
    at("stories", "stories", stories)
    at("stories/<story_id>", "story", story, lambda site, name: name in site.catalog.stories)
    at("explore", "explore", _wishing(explore, PageKind.EXPLORE))
    at("compare", "compare", _wishing(compare, PageKind.COMPARE))
    at("timeline", "timeline", lambda page: timeline(page, request.args))
    at("indicators", "indicators", lambda page: indicators(page, request.args))
    at("search", "search", lambda page: search(page, request.args))
    at("about", "about", about)
    at("changes", "changes", changes)
    at("data", "data", data)
    _add_check(blueprint, lang, frame)
    _add_brief(blueprint, lang, frame)
    at("api", "api", api)
    at("gallery", "gallery", gallery)
    at("sources", "sources", sources)
    at("sources/<source_id>", "source", source, lambda site, name: name in site.catalog.sources)


def _add_check(blueprint: Blueprint, lang: Lang, frame: Callable[[Lang, str], PageFrame]) -> None:
    """The one page with a form that is sent by POST, so that a draft is in no address and no log."""

    def view() -> Response:
        request.max_content_length = LARGEST_FORM
        html, status = check(frame(lang, "check"), request.form.get("text", ""))
        return Response(html, status, mimetype="text/html")

    blueprint.add_url_rule(f"/{lang}/check", f"check-{lang}", view, methods=["GET", "POST"])


def _add_brief(blueprint: Blueprint, lang: Lang, frame: Callable[[Lang, str], PageFrame]) -> None:
    """What was collected, to read and to show: the addresses that may grow without end, were they let."""

    def written(write: Callable[[PageFrame, Sequence[str]], tuple[str, int]]) -> Response:
        page = frame(lang, "brief")
        is_long = len(request.query_string) > MOST_QUERY
        html, status = too_long(page, MOST_QUERY) if is_long else write(page, request.args.getlist(ITEMS))
        return Response(html, status, mimetype="text/html")

    blueprint.add_url_rule(Urls(lang).brief(), f"brief-{lang}", lambda: written(brief), methods=["GET"])
    blueprint.add_url_rule(
        Urls(lang).brief_stage(), f"present-brief-{lang}", lambda: written(present_brief), methods=["GET"]
    )


def _wishing(write: Callable[[PageFrame, PageQuery], str], kind: PageKind) -> Callable[..., str]:
    """A page with a workbench: what is asked of it stands in the address."""

    def page_of(page: PageFrame, *ids: str) -> str:
        return write(page, PageQuery.of(PageRef(kind, *ids), request.args.items(multi=True)))

    return page_of


def _exists(kind: PageKind) -> Known:
    return lambda site, *ids: PageRef(kind, *ids).exists(site.catalog)
