"""The pack for an article in WeChat, which takes no frame: a long picture, and the words to put below it."""

from collections.abc import Mapping

from app.charts.scene import Scene
from app.model.text import Lang
from app.renderers.archive import write_zip
from app.renderers.words import scene_words
from app.strings import word


def pack(stem: str, lang: Lang, long: bytes, captions: Mapping[Lang, str]) -> bytes:
    """The zip; `stem` names the chart. The same parts give the same bytes."""
    named = {f"caption-{each}.txt": text.encode() for each, text in captions.items()}
    return write_zip({f"{stem}-{lang}.png": long, **named})


def caption(scene: Scene, *, address: str) -> str:
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
