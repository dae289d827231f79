"""Stories on the stage, and each as one file to take along: written and compressed once."""

from collections.abc import Callable

from flask import Blueprint, Response, abort, request

from app.assets import Asset
from app.model.text import LANGS, Lang
from app.routes.files import file_response
from app.site import Site
from app.urls import Urls

#: (language, story) to HTML.
Write = Callable[[Lang, str], str]


class Written:
    """The answers that were asked for so far."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._made: dict[tuple[Lang, str], Asset] = {}

    def at(self, lang: Lang, story_id: str) -> Asset:
        asked = (lang, story_id)
        if asked not in self._made:
            self._made[asked] = Asset("stage.html", self._write(*asked).encode())
        return self._made[asked]


def stages(site: Site, stage: Write, alone: Write) -> Blueprint:
    """`/<lang>/present/<story>` and `/<lang>/stories/<story>.html`; an unknown story is a 404.

    What else is asked of the stage is its script's. `download=1` makes the file one to keep.
    """
    routes = Blueprint("stages", __name__)
    for lang in LANGS:
        _add(routes, site, lang, Written(stage), Written(alone))
    return routes


def _add(routes: Blueprint, site: Site, lang: Lang, stages: Written, files: Written) -> None:
    def known(story_id: str) -> str:
        if story_id not in site.catalog.stories:
            abort(404)
        return story_id

    def stage(story_id: str) -> Response:
        return file_response(stages.at(lang, known(story_id)))

    def file(story_id: str) -> Response:
        found = file_response(files.at(lang, known(story_id)))
        if request.args.get("download") == "1":
            found.headers["Content-Disposition"] = f'attachment; filename="{story_id}-{lang}.html"'
        return found

    routes.add_url_rule(Urls(lang).stage("<story_id>"), f"stage-{lang}", stage, methods=["GET"])
    routes.add_url_rule(Urls(lang).story("<story_id>", format="html"), f"stage-file-{lang}", file, methods=["GET"])
