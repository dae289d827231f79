"""What a reader chose on the pages explore and compare, as files: the same choice in the address, the figures of it."""

from collections.abc import Sequence

from flask import Blueprint, Response, request

from app.api_error import ApiError
from app.benches.explore import INDICATOR
from app.data.comparisons import compared
from app.data.explore import MOST
from app.data.topic_choices import TOPIC
from app.loading.problems import did_you_mean
from app.model.text import Lang
from app.renderers.chart_export import ChartExport
from app.routes.chart_files import DATA, file_download
from app.routes.limits import limit_query
from app.site import Site
from app.strings import word
from app.urls import RULES, Urls

_LONGEST_NAME = 64


def selection_files(site: Site) -> Blueprint:
    """`/<lang>/explore.csv?i=…` and `/<lang>/compare.csv?topic=…`, and the same as xlsx and json.

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

    @routes.get(RULES.compare(format=ending), endpoint=f"compare-{ending}")
    def compare(lang: Lang) -> Response:
        return download(compared_of(site, lang))


def explored(site: Site, lang: Lang) -> ChartExport:
    """All figures of the indicators in the address."""
    indicators = site.catalog.indicators
    names = list(dict.fromkeys(request.args.getlist(INDICATOR)))
    if not 1 <= len(names) <= MOST:
        raise ApiError(400, "bad-number", f"name 1 to {MOST} indicators, each as {INDICATOR}=<indicator>", INDICATOR)
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


def _held(name: str, known: Sequence[str], where: str) -> None:
    """Raises Refusal for a name that does not exist."""
    if name not in known:
        sentence = f"there is no '{name[:_LONGEST_NAME]}'{did_you_mean(name, known)}"
        raise ApiError(400, "bad-parameter", sentence, where)
