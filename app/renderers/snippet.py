"""What a chart brings into other people's pages: HTML to paste, every text in it escaped, and the pack for WeChat."""

from collections.abc import Mapping

from markupsafe import Markup

from app.charts.scene import Scene
from app.model.text import Lang
from app.renderers.archive import write_zip
from app.renderers.words import scene_words
from app.strings import word


def write_iframe(address: str, *, title: str, height: int, width: str = "100%") -> Markup:
    """One frame, of a fixed height where its page runs no script."""
    return Markup(
        '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" frameborder="0" scrolling="auto"></iframe>'
    ).format(address, title, width, height)


def write_script_place(
    name: str,
    *,
    lang: str,
    version: str,
    title: str,
    heights: Mapping[int, int],
    loader: str,
    picture: str,
    page: str,
    alt: str,
) -> Markup:
    """A place for the loader to fill, with the picture for readers without scripts. `name` is `chart` or `chart/view`.

    `version` is the release whose chart it is, empty for the chart that keeps up with updates.
    `heights` are the embed's by the least width of its frame, so that the page does not move when it arrives.
    """
    reserved = " ".join(f"{width}:{height}" for width, height in heights.items())
    fixed = Markup(' data-version="{}"').format(version) if version else ""
    return Markup(
        '<div data-beijing-chart="{}" data-lang="{}"{} data-title-text="{}" data-heights="{}">'
        '<noscript><a href="{}"><img src="{}" width="100%" alt="{}"></a></noscript></div>\n'
        '<script async src="{}"></script>'
    ).format(name, lang, fixed, title, reserved, page, picture, alt, loader)


def write_linked_picture(picture: str, *, page: str, alt: str) -> Markup:
    """The picture alone, leading to its page."""
    return Markup('<a href="{}"><img src="{}" width="100%" alt="{}"></a>').format(page, picture, alt)


def write_pack(stem: str, lang: Lang, long: bytes, captions: Mapping[Lang, str]) -> bytes:
    """The zip; `stem` names the chart. The same parts give the same bytes."""
    named = {f"caption-{each}.txt": text.encode() for each, text in captions.items()}
    return write_zip({f"{stem}-{lang}.png": long, **named})


def write_caption(scene: Scene, *, address: str) -> str:
    """What to paste: title, measure, what the chart says in words, its notes, its source, and where it stands.

    Without an address it says that the picture has no code, and why.
    """
    parts = (
        scene.title,
        scene.subtitle,
        scene_words(scene),
        "\n".join(f"· {note}" for note in scene.notes),
        scene.source_line,
        address or word("wechat_no_code", scene.lang),
    )
    return "\n\n".join(part for part in parts if part) + "\n"
