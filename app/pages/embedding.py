"""How a chart is put into somebody else's page: snippets in both languages, a preview, the text for who cannot see."""

from dataclasses import dataclass
from urllib.parse import urlencode

from app import urls
from app.layout.embed import PADDING, drawn_at, frame_height
from app.layout.place import place
from app.model.text import LANGS, Lang
from app.pages.card import Card
from app.pages.frame import Link, PageFrame
from app.renderers.snippet import iframe, image, scripted
from app.renderers.words import description
from app.scene.scene import Scene

#: A frame of a fixed height is made high enough for a phone, where words wrap, and for columns, where drawings grow.
_FIXED_FOR = (358, 562, 752)
#: What the pictures for a use of their own are called, and how their addresses end.
_PICTURES = {"vector": "svg", "card": "card.png", "square": "square.png", "wechat": "wechat.zip"}


@dataclass(frozen=True)
class Snippet:
    """A text to copy; `id` is also what assets/embedding.js knows it by."""

    id: str
    text: str


@dataclass(frozen=True)
class Edition:
    """The chart in one language: where its embed and picture stand, what to paste, other pictures, and its words."""

    lang: Lang
    preview: str
    picture: str
    snippets: tuple[Snippet, ...]
    pictures: tuple[Link, ...]
    alt: str


@dataclass(frozen=True)
class Embedding:
    """The editions, the page's own language first, and the addresses at which other programs discover the embed."""

    editions: tuple[Edition, ...]
    discovery: tuple[Link, ...]


def embedding(page: PageFrame, chart_id: str, view_id: str, scene: Scene, card: Card) -> Embedding:
    """What the embed section of a chart's page shows; without PUBLIC_URL there are no snippets and no discovery."""
    ordered = sorted(LANGS, key=lambda lang: lang != page.lang)
    editions = tuple(_edition(page, chart_id, view_id, lang, card) for lang in ordered)
    return Embedding(editions, _discovery(page, scene))


def _edition(page: PageFrame, chart_id: str, view_id: str, lang: Lang, card: Card) -> Edition:
    scene = page.site.chart(chart_id, lang, view_id)
    alt = description(scene)
    preview, drawn = urls.embed(lang, chart_id, view_id), urls.picture(lang, chart_id, view_id, ending="png")
    pictures = () if scene.empty else _pictures(page, chart_id, view_id, lang)
    if not page.site.settings.public_url or scene.empty:
        return Edition(lang, preview, drawn, (), pictures, alt)

    def full(path: str) -> str:
        return urls.absolute(page.site.settings.public_url, path)

    address, here, picture = full(preview), full(scene.href), full(drawn)
    loaded = scripted(
        f"{chart_id}/{view_id}" if view_id else chart_id,
        lang=lang,
        title=scene.title,
        heights=_heights(scene, card),
        loader=full(urls.loader()),
        picture=picture,
        page=here,
        alt=alt,
    )
    texts = {
        "script": str(loaded),
        "iframe": str(iframe(address, title=scene.title, height=_fixed_height(scene))),
        "oembed": f"{full(urls.oembed())}?{urlencode({'url': here})}",
        "picture": str(image(picture, page=here, alt=alt)),
    }
    return Edition(lang, preview, drawn, tuple(Snippet(*each) for each in texts.items()), pictures, alt)


def _pictures(page: PageFrame, chart_id: str, view_id: str, lang: Lang) -> tuple[Link, ...]:
    """Pictures for a use of their own, each with its name and, where the site knows its own, its full address."""
    public = page.site.settings.public_url
    paths = {name: urls.picture(lang, chart_id, view_id, ending=ending) for name, ending in _PICTURES.items()}
    return tuple(Link(path, name, more=public and urls.absolute(public, path)) for name, path in paths.items())


def _fixed_height(scene: Scene) -> int:
    return max(frame_height(scene, width, place(scene, drawn_at(scene, width)).height) for width in _FIXED_FOR)


def _heights(scene: Scene, card: Card) -> dict[int, int]:
    """By the width of the frame; the drawings are the page's own, which are as high in the other language or nearly."""
    frames = {picture.width + 2 * PADDING: picture.height for picture in card.pictures}
    return {width: frame_height(scene, width, drawing) for width, drawing in frames.items()}


def _discovery(page: PageFrame, scene: Scene) -> tuple[Link, ...]:
    public = page.site.settings.public_url
    if not public or scene.empty:
        return ()
    asked = [("url", urls.absolute(public, scene.href))]
    return tuple(
        Link(f"{urls.absolute(public, urls.oembed())}?{urlencode([*asked, ('format', form)])}", mimetype)
        for form, mimetype in (("json", "application/json+oembed"), ("xml", "text/xml+oembed"))
    )
