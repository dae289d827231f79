"""A workbench's figure around a drawing that the browser makes: the same template, without pictures."""

from functools import partial

from app.pages.card import card
from app.pages.template import render
from app.scene.scene import Scene
from app.strings import word


def panel(scene: Scene, name: str) -> str:
    """The `<figure data-panel=name>` of a scene, as the overview writes it, with nothing in its `.drawing`."""
    return render(
        "panel.html",
        card=card(scene, widths=()),
        name=name,
        word=partial(word, lang=scene.lang),
    )
