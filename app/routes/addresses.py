"""Every address that the site answers: read off its own routes, so that a new page is in no second list."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from werkzeug.routing import Map, Rule

from app.model.text import LANGS
from app.routes.headers import ResponseKind, response_kind
from app.site import Site
from app.urls import LANG, SITE_URLS

#: What the ids in an address may be, by their names: each combination that names something.
_IDS: Mapping[tuple[str, ...], Callable[[Site], Iterable[tuple[str, ...]]]] = {
    (): lambda _site: [()],
    ("chart_id",): lambda site: [(name,) for name in site.catalog.charts],
    ("chart_id", "view_id"): lambda site: [
        (name, v) for name, chart in site.catalog.charts.items() for v in chart.views
    ],
    ("chart_id", "version"): lambda site: [
        (name, frozen.version) for frozen in site.releases.ordered for name in frozen.release.charts
    ],
    ("chart_id", "version", "view_id"): lambda site: [
        (name, frozen.version, view)
        for frozen in site.releases.ordered
        for name, views in frozen.release.charts.items()
        for view in views
    ],
    ("observation_id",): lambda site: [(name,) for name in site.data],
    ("source_id",): lambda site: [(name,) for name in site.catalog.sources],
    ("story_id",): lambda site: [(name,) for name in site.catalog.stories],
    ("topic_id",): lambda site: [(name,) for name in site.catalog.topics],
}
#: Assets are found by the pages that name them, and a row of the API is one of its collection's.
_ELSEWHERE = ("_name", "name")


class UnknownIdError(LookupError):
    """A route has an id that nothing here can list; its text names both."""


def addresses(routes: Map, site: Site) -> Iterator[str]:
    """Every address that a GET may ask for; raises UnknownIdError for a route not known here.

    Some of them answer nothing without a query. Not among them: what is only talked to (callbacks, health), and what
    depends on who asks (`/`).
    """
    for rule in routes.iter_rules():
        if _is_content(rule, site):
            yield from _filled(rule, site)


def _is_content(rule: Rule, site: Site) -> bool:
    if "GET" not in (rule.methods or ()) or response_kind(rule.rule) is ResponseKind.TALK:
        return False
    without = {"/"} | (set() if site.settings.public_url else {SITE_URLS.sitemap()})
    return rule.rule not in without and not rule.arguments.intersection(_ELSEWHERE)


def _filled(rule: Rule, site: Site) -> Iterator[str]:
    names = tuple(sorted(rule.arguments - {"lang"}))
    if names not in _IDS:
        raise UnknownIdError(f"{rule.rule} has ids ({', '.join(names)}) that app/routes/addresses.py cannot list")
    for lang in LANGS if LANG in rule.rule else ("",):
        for values in _IDS[names](site):
            address = rule.rule.replace(LANG, lang)
            for name, value in zip(names, values, strict=True):
                address = address.replace(f"<{name}>", value)
            yield address
