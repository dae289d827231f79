"""Every address the site serves: paths under a base, which `absolute_url` puts behind PUBLIC_URL."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

Query = tuple[tuple[str, str], ...]
#: The name in the address under which the items of a brief stand, parted by commas.
ITEMS = "items"
#: The longest query that is read where data are asked for, in bytes.
MOST_QUERY = 2048
#: Dash lives under this prefix; nothing else does.
WORKBENCH = "/workbench/"


@dataclass(frozen=True)
class SiteUrls:
    """What is the same in every language. `base` is the path under which the site stands, without its last slash."""

    base: str = field(default="", kw_only=True)

    def loader(self) -> str:
        """The script that makes frames of the places a page has marked; its address never changes."""
        return f"{self.base}/embed.js"

    def oembed(self) -> str:
        return f"{self.base}/oembed"

    def feed(self) -> str:
        """The releases as Atom."""
        return f"{self.base}/feed.xml"

    def changes_json(self) -> str:
        """The releases and their changes as JSON."""
        return f"{self.base}/changes.json"

    def package(self) -> str:
        """The whole data set as a Frictionless Data Package."""
        return f"{self.base}/data/package.zip"

    def observations(self, *, format: str) -> str:
        """All observations in one file, csv or json."""
        return f"{self.base}/data/observations.{format}"

    def api(self, rest: str = "") -> str:
        """An address of the API; its version is part of it."""
        return f"{self.base}/api/v1/{rest}"

    def claims(self) -> str:
        """Where a text is checked by POST; a draft is never in an address."""
        return self.api("claims")

    def asset(self, name: str, fingerprint: str) -> str:
        """An asset under a name that changes with its content, so that it may be kept for a year."""
        stem, dot, ending = name.rpartition(".")
        return f"{self.base}/assets/{stem}.{fingerprint}{dot}{ending}"

    def robots(self) -> str:
        return f"{self.base}/robots.txt"

    def sitemap(self) -> str:
        return f"{self.base}/sitemap.xml"

    def health(self) -> str:
        return f"{self.base}/healthz"

    def ready(self) -> str:
        return f"{self.base}/readyz"


@dataclass(frozen=True)
class Urls(SiteUrls):
    """The addresses of one language. With a `version`, embeds, pictures and files of charts as in that release.

    `format` is the ending of what is served instead of the page, as `svg` or `card.png`.
    """

    lang: str
    version: str = field(default="", kw_only=True)

    def page(self, path: str) -> str:
        """What stands at a path below the language; items of a brief are such paths."""
        release = f"/v/{self.version}" if self.version else ""
        return f"{self.base}{release}/{self.lang}/{path}"

    def item(self, address: str) -> str:
        """What a brief calls the chart, view or figure whose page stands at `address`."""
        return address.removeprefix(self.root())

    def root(self) -> str:
        return self.page("")

    def topics(self) -> str:
        """The topics stand on the front page, each with its strongest chart."""
        return self.page("#topics")

    def topic(self, topic_id: str) -> str:
        return self.page(f"topics/{topic_id}")

    def chart(self, chart_id: str, view: str = "", *, format: str = "") -> str:
        """A chart or one of its views.

        As a picture: svg, png, card.png, square.png or wechat.zip (the pack). To take along: csv, xlsx, pptx or json.
        A citation: bib, ris, csl.json, apa.txt, gbt7714.txt.
        """
        return self._file(f"charts/{_chart(chart_id, view)}", format)

    def embed(self, chart_id: str, view: str = "") -> str:
        """A chart or one of its views for a frame in somebody else's page."""
        return self.page(f"embed/{_chart(chart_id, view)}")

    def page_card(self) -> str:
        """The picture of every page without a chart, for who shares its address."""
        return self.page("card.png")

    def figure(self, observation_id: str) -> str:
        return self.page(f"figures/{observation_id}")

    def board(self, preset: str = "", query: Query = (), *, format: str = "") -> str:
        """Every figure on one screen, one of the presets, or what a reader chose; this also as csv, xlsx or json."""
        return with_query(self._file(f"board/{preset}" if preset else "board", format), query)

    def explore(self, query: Query = (), *, format: str = "") -> str:
        """What a reader put together, as a page or as csv, xlsx or json."""
        return with_query(self._file("explore", format), query)

    def compare(self, query: Query = (), *, format: str = "") -> str:
        """All comparisons or those of a topic, as a page or as csv, xlsx or json."""
        return with_query(self._file("compare", format), query)

    def brief(self, items: Sequence[str] = (), *, format: str = "") -> str:
        """The reader's collection; an item is the address of its page below the language: `charts/ai-firms/by-year`.

        As xlsx it is one workbook; css is the sheet it is printed with.
        """
        return with_query(self._file("brief", format), ((ITEMS, ",".join(items)),) if items else ())

    def brief_stage(self, items: Sequence[str] = ()) -> str:
        """The stage on which a brief is shown, straight from its address."""
        return with_query(self.page("present"), ((ITEMS, ",".join(items)),) if items else ())

    def timeline(self, query: Query = ()) -> str:
        return with_query(self.page("timeline"), query)

    def milestone(self, milestone_id: str) -> str:
        """A milestone's line in the timeline's list."""
        return self.page(f"timeline#{milestone_id}")

    def indicators(self) -> str:
        return self.page("indicators")

    def indicator_page(self, indicator_id: str) -> str:
        """An indicator by itself: all its figures, definitions and charts."""
        return self.page(f"indicators/{indicator_id}")

    def indicator(self, indicator_id: str) -> str:
        """An indicator's entry in the catalogue."""
        return self.page(f"indicators#{indicator_id}")

    def search(self, query: Query = ()) -> str:
        return with_query(self.page("search"), query)

    def about(self) -> str:
        return self.page("about")

    def sources(self) -> str:
        return self.page("sources")

    def source(self, source_id: str) -> str:
        return self.page(f"sources/{source_id}")

    def gallery(self) -> str:
        return self.page("gallery")

    def stories(self) -> str:
        return self.page("stories")

    def story(self, story_id: str, *, format: str = "") -> str:
        """A story to read, or to take along as html or pptx; to be shown it stands at `stage`."""
        return self._file(f"stories/{story_id}", format)

    def stage(self, story_id: str) -> str:
        """Where a story is shown."""
        return self.page(f"present/{story_id}")

    def changes(self) -> str:
        """What each release added and corrected."""
        return self.page("changes")

    def change(self, noun: str, name: str) -> str:
        """The latest change of a figure or milestone."""
        return self.page(f"changes#{noun}-{name}")

    def check(self) -> str:
        return self.page("check")

    def data(self) -> str:
        """The page of the whole data set."""
        return self.page("data")

    def api_page(self) -> str:
        """What people read of the API."""
        return self.page("api")

    def _file(self, path: str, format: str) -> str:
        return self.page(f"{path}.{format}" if format else path)


#: What has no language, at the root of the host.
SITE_URLS = SiteUrls()
#: The placeholder of the language; and the addresses with it, which routes are made of.
LANG = "<any(zh,en):lang>"
RULES = Urls(LANG)


def with_query(path: str, query: Query) -> str:
    """What may stand in a query as it is stays readable: fifty items must fit into two kilobytes."""
    return f"{path}?{urlencode(query, safe='/,')}" if query else path


def absolute_url(public_url: str, path: str) -> str:
    """The full address; raises ValueError when PUBLIC_URL is not set, because a guess would be wrong."""
    if not public_url:
        raise ValueError("PUBLIC_URL is not set")
    return public_url + path


def _chart(chart_id: str, view: str) -> str:
    return f"{chart_id}/{view}" if view else chart_id
