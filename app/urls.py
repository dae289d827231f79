"""Every address the site serves, one function each; paths only, `absolute` adds PUBLIC_URL."""

from collections.abc import Sequence
from urllib.parse import urlencode

Query = tuple[tuple[str, str], ...]
#: The name in the address under which the items of a brief stand, parted by commas.
ITEMS = "items"
#: The longest query that is read where data are asked for, in bytes.
MOST_QUERY = 2048


def root(lang: str) -> str:
    return f"/{lang}/"


def topics(lang: str) -> str:
    """The topics stand on the front page, each with its strongest chart."""
    return f"/{lang}/#topics"


def topic(lang: str, topic_id: str) -> str:
    return f"/{lang}/topics/{topic_id}"


def chart(lang: str, chart_id: str, view: str = "") -> str:
    return f"/{lang}/charts/{chart_id}" + (f"/{view}" if view else "")


def picture(lang: str, chart_id: str, view: str = "", *, ending: str) -> str:
    """A picture of a chart or one of its views; `ending` is svg, png, card.png, square.png or wechat.zip (the pack)."""
    return f"{chart(lang, chart_id, view)}.{ending}"


def page_card(lang: str) -> str:
    """The picture of every page without a chart, for who shares its address."""
    return f"/{lang}/card.png"


def chart_file(lang: str, chart_id: str, view: str = "", *, ending: str) -> str:
    """A chart to take along: csv, xlsx, pptx or json, or a citation (bib, ris, csl.json, apa.txt, gbt7714.txt)."""
    return f"{chart(lang, chart_id, view)}.{ending}"


def embed(lang: str, chart_id: str, view: str = "") -> str:
    """A chart or one of its views for a frame in somebody else's page."""
    return f"/{lang}/embed/{chart_id}" + (f"/{view}" if view else "")


def fixed(version: str, path: str) -> str:
    """An embed, picture or file of a chart as it was in a release, for good."""
    return f"/v/{version}{path}"


def loader() -> str:
    """The script that makes frames of the places a page has marked; its address never changes."""
    return "/embed.js"


def oembed() -> str:
    return "/oembed"


def figure(lang: str, observation_id: str) -> str:
    return f"/{lang}/figures/{observation_id}"


def explore(lang: str) -> str:
    return f"/{lang}/explore"


def compare(lang: str) -> str:
    return f"/{lang}/compare"


def brief(lang: str, items: Sequence[str] = ()) -> str:
    """The reader's collection; an item is the address of its page below the language: `charts/ai-firms/by-year`."""
    return with_query(f"/{lang}/brief", ((ITEMS, ",".join(items)),) if items else ())


def item(address: str) -> str:
    """What a brief calls the chart, view or figure whose page stands at `address`."""
    return address.split("/", 2)[2]


def brief_file(lang: str, items: Sequence[str] = (), *, ending: str) -> str:
    """Everything in a brief as one workbook (xlsx), or the sheet it is printed with (css)."""
    return with_query(f"/{lang}/brief.{ending}", ((ITEMS, ",".join(items)),) if items else ())


def selection_file(address: str, *, ending: str) -> str:
    """What a reader chose on the page at `address` (explore or compare) as a file: csv, xlsx or json."""
    path, mark, query = address.partition("?")
    return f"{path}.{ending}{mark}{query}"


def timeline(lang: str) -> str:
    return f"/{lang}/timeline"


def milestone(lang: str, milestone_id: str) -> str:
    """A milestone's line in the timeline's list."""
    return f"/{lang}/timeline#{milestone_id}"


def indicators(lang: str) -> str:
    return f"/{lang}/indicators"


def indicator(lang: str, indicator_id: str) -> str:
    """An indicator's entry in the catalogue."""
    return f"/{lang}/indicators#{indicator_id}"


def search(lang: str) -> str:
    return f"/{lang}/search"


def about(lang: str) -> str:
    return f"/{lang}/about"


def sources(lang: str) -> str:
    return f"/{lang}/sources"


def source(lang: str, source_id: str) -> str:
    return f"/{lang}/sources/{source_id}"


def gallery(lang: str) -> str:
    return f"/{lang}/gallery"


def stories(lang: str) -> str:
    return f"/{lang}/stories"


def story(lang: str, story_id: str) -> str:
    """A story to read; to be shown it stands at `present`."""
    return f"/{lang}/stories/{story_id}"


def story_file(lang: str, story_id: str, *, ending: str) -> str:
    """A story to take along; `ending` is html or pptx."""
    return f"{story(lang, story_id)}.{ending}"


def present(lang: str, story_id: str) -> str:
    """The stage on which a story is shown."""
    return f"/{lang}/present/{story_id}"


def changes(lang: str) -> str:
    """What each release added and corrected."""
    return f"/{lang}/changes"


def change(lang: str, noun: str, name: str) -> str:
    """The latest change of a figure or milestone."""
    return f"/{lang}/changes#{noun}-{name}"


def feed() -> str:
    """The releases as Atom."""
    return "/feed.xml"


def all_changes() -> str:
    """The releases and their changes as JSON."""
    return "/changes.json"


def present_brief(lang: str, items: Sequence[str] = ()) -> str:
    """The stage on which a brief is shown, straight from its address."""
    return with_query(f"/{lang}/present", ((ITEMS, ",".join(items)),) if items else ())


def check(lang: str) -> str:
    return f"/{lang}/check"


def claims() -> str:
    """Where a text is checked by POST; a draft is never in an address."""
    return "/api/v1/claims"


def asset(name: str, fingerprint: str) -> str:
    """An asset under a name that changes with its content, so that it may be kept for a year."""
    stem, dot, ending = name.rpartition(".")
    return f"/assets/{stem}.{fingerprint}{dot}{ending}"


def robots() -> str:
    return "/robots.txt"


def sitemap() -> str:
    return "/sitemap.xml"


def data(lang: str) -> str:
    """The page of the whole data set."""
    return f"/{lang}/data"


def package() -> str:
    """The whole data set as a Frictionless Data Package."""
    return "/data/package.zip"


def all_observations(*, ending: str) -> str:
    """All observations in one file, csv or json."""
    return f"/data/observations.{ending}"


def api_page(lang: str) -> str:
    """What people read of the API."""
    return f"/{lang}/api"


def api(rest: str = "") -> str:
    """An address of the API; its version is part of it."""
    return f"/api/v1/{rest}"


def health() -> str:
    return "/healthz"


def ready() -> str:
    return "/readyz"


#: Dash lives under this prefix; nothing else does.
WORKBENCH = "/workbench/"


def with_query(path: str, query: Query) -> str:
    """What may stand in a query as it is stays readable: fifty items must fit into two kilobytes."""
    return f"{path}?{urlencode(query, safe='/,')}" if query else path


def absolute(public_url: str, path: str) -> str:
    """The full address; raises ValueError when PUBLIC_URL is not set, because a guess would be wrong."""
    if not public_url:
        raise ValueError("PUBLIC_URL is not set")
    return public_url + path
