"""How a chart is put into somebody else's page: snippets in both languages, a preview, the text for who cannot see."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from app.charts.frames import PADDING, drawn_at, frame_height
from app.charts.scene import Scene
from app.model.text import LANGS, Lang
from app.pages.card import ChartCard
from app.pages.changes import change_summary
from app.pages.frame import Link, PageFrame
from app.renderers.snippet import write_iframe, write_linked_picture, write_script_place
from app.renderers.words import scene_words
from app.urls import SITE_URLS, Urls, absolute_url

#: A frame of a fixed height is made high enough for a phone, where words wrap, and for columns, where drawings grow.
_FIXED_FOR = (358, 562, 752)
#: What the pictures for a use of their own are called, and how their addresses end.
_PICTURES = {"vector": "svg", "card": "card.png", "square": "square.png", "wechat": "wechat.zip"}
#: Those that a release keeps.
_RELEASED_PICTURES = {"vector": "svg"}


@dataclass(frozen=True)
class Snippet:
    """A text to copy; `id` is also what assets/embedding.js knows it by."""

    id: str
    text: str


@dataclass(frozen=True)
class EmbedEdition:
    """The chart in one language: where its embed and picture stand, what to paste, other pictures, words.

    `version` is empty for the chart that keeps up with updates, else the release that it stays as; `behind` says
    what has changed since.
    """

    lang: Lang
    version: str
    preview: str
    picture: str
    snippets: tuple[Snippet, ...]
    pictures: tuple[Link, ...]
    alt: str
    behind: str = ""

    @property
    def heading(self) -> str:
        """The word for what it does when figures change."""
        if not self.version:
            return "embed_keeps_up"
        return "embed_fixed_at" if self.behind else "embed_fixed"


@dataclass(frozen=True)
class Embedding:
    """The editions, the page's own language first, and the addresses at which other programs discover the embed.

    `version` is the release that the chart can be fixed at; empty while it is in none.
    """

    editions: tuple[EmbedEdition, ...]
    discovery: tuple[Link, ...]
    version: str


def embedding(page: PageFrame, chart_id: str, view_id: str, scene: Scene, card: ChartCard) -> Embedding:
    """What the embed section of a chart's page shows; without PUBLIC_URL there are no snippets and no discovery."""
    ordered = sorted(LANGS, key=lambda lang: lang != page.lang)
    scenes = {lang: scene if lang == page.lang else page.site.chart(chart_id, lang, view_id) for lang in ordered}
    editions = tuple(each for one in scenes.values() for each in _editions(page, chart_id, view_id, one, card))
    version = next((each.version for each in editions if each.version), "")
    return Embedding(editions, _discovery(page, scene), version)


def _editions(page: PageFrame, chart_id: str, view_id: str, scene: Scene, card: ChartCard) -> Iterator[EmbedEdition]:
    """The chart that keeps up with updates, and the one that stays as it is in the latest release."""
    latest = page.site.releases.latest
    room = _room(page, view_id, scene, card)
    yield _edition(page, Placed(scene, chart_id, view_id), room)
    if latest is not None and latest.has(chart_id, view_id):
        chart = latest.chart(scene.lang, chart_id, view_id)
        behind = change_summary(
            page.site.release_diff.since_chart(chart), latest.chart(page.lang, chart_id, view_id).scene
        )
        yield replace(_edition(page, Placed(chart.scene, chart_id, view_id, latest.version), room), behind=behind)


@dataclass(frozen=True)
class PreviewRoom:
    """How high a frame is made: by its width for the loader, and once for a frame that nothing can tell its height."""

    heights: Mapping[int, int]
    fixed: int


def _room(page: PageFrame, view_id: str, scene: Scene, card: ChartCard) -> PreviewRoom | None:
    """None where no snippet can be given. A released chart is as high as today's, or nearly."""
    if not page.site.settings.public_url or scene.empty:
        return None
    own = {picture.width: picture.height for picture in card.pictures} if scene.lang == page.lang else {}
    return PreviewRoom(_heights(scene, card), _fixed_height(page, view_id, scene, own))


@dataclass(frozen=True)
class Placed:
    """A scene with the ids its addresses are made of."""

    scene: Scene
    chart_id: str
    view_id: str
    version: str = ""

    @property
    def name(self) -> str:
        return f"{self.chart_id}/{self.view_id}" if self.view_id else self.chart_id

    @property
    def embed(self) -> str:
        return Urls(self.scene.lang, version=self.version).embed(self.chart_id, self.view_id)

    def picture(self, ending: str = "png") -> str:
        return Urls(self.scene.lang, version=self.version).chart(self.chart_id, self.view_id, format=ending)


def _edition(page: PageFrame, placed: Placed, room: PreviewRoom | None) -> EmbedEdition:
    scene = placed.scene
    texts = _texts(page.site.settings.public_url, placed, room) if room else {}
    snippets = tuple(Snippet(name, text) for name, text in texts.items())
    pictures = () if scene.empty else _pictures(page, placed)
    return EmbedEdition(
        scene.lang, placed.version, placed.embed, placed.picture(), snippets, pictures, scene_words(scene)
    )


def _pictures(page: PageFrame, placed: Placed) -> tuple[Link, ...]:
    """Pictures for a use of their own, each with its name and, where the site knows its own, its full address."""
    public = page.site.settings.public_url
    endings = _RELEASED_PICTURES if placed.version else _PICTURES
    paths = {name: placed.picture(ending) for name, ending in endings.items()}
    return tuple(Link(path, name, more=public and absolute_url(public, path)) for name, path in paths.items())


def _texts(public: str, placed: Placed, room: PreviewRoom) -> Mapping[str, str]:
    scene = placed.scene
    alt, here = scene_words(scene), absolute_url(public, scene.href)
    embed, picture = absolute_url(public, placed.embed), absolute_url(public, placed.picture())
    loaded = write_script_place(
        placed.name,
        lang=scene.lang,
        version=placed.version,
        title=scene.title,
        heights=room.heights,
        loader=absolute_url(public, SITE_URLS.loader()),
        picture=picture,
        page=here,
        alt=alt,
    )
    query = urlencode({"url": embed if placed.version else here})
    return {
        "script": str(loaded),
        "iframe": str(write_iframe(embed, title=scene.title, height=room.fixed)),
        "oembed": f"{absolute_url(public, SITE_URLS.oembed())}?{query}",
        "picture": str(write_linked_picture(picture, page=here, alt=alt)),
    }


def _fixed_height(page: PageFrame, view_id: str, scene: Scene, own: Mapping[int, float]) -> int:
    """`own` are the heights of the scene's drawings on the page, which need not be laid out again."""
    drawn = {frame: drawn_at(scene, frame) for frame in _FIXED_FOR}
    laid_out = {
        width: own.get(width) or page.site.drawing_height(scene, view_id, width) for width in set(drawn.values())
    }
    return max(frame_height(scene, frame, laid_out[width]) for frame, width in drawn.items())


def _heights(scene: Scene, card: ChartCard) -> dict[int, int]:
    """By the width of the frame; the drawings are the page's own, which are as high in the other language or nearly."""
    frames = {picture.width + 2 * PADDING: picture.height for picture in card.pictures}
    return {width: frame_height(scene, width, drawing) for width, drawing in frames.items()}


def _discovery(page: PageFrame, scene: Scene) -> tuple[Link, ...]:
    public = page.site.settings.public_url
    if not public or scene.empty:
        return ()
    query = [("url", absolute_url(public, scene.href))]
    return tuple(
        Link(f"{absolute_url(public, page.urls.oembed())}?{urlencode([*query, ('format', form)])}", mimetype)
        for form, mimetype in (("json", "application/json+oembed"), ("xml", "text/xml+oembed"))
    )
