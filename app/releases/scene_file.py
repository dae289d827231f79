"""Scenes as files: how they are written now, and how every version that was ever written is read."""

import dataclasses
import json
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import TypeAdapter

from app.charts.scene import Scene
from app.model.period import Period
from app.model.text import LANGS, Lang
from app.releases.scene_v1 import scene_from_v1

#: The version that is written. Raise it when the shape of a scene changes, and keep a reader for the one before.
SCENE_VERSION = 2

_SCENE = TypeAdapter(Scene)


class SceneVersionError(ValueError):
    """A file of a scene version that no reader is kept for."""


@dataclasses.dataclass(frozen=True)
class ReleasedView:
    """A chart or one of its views in both languages, with the ids of the figures it shows or quotes."""

    figures: tuple[str, ...]
    milestones: tuple[str, ...]
    scenes: Mapping[Lang, Scene]


def write_scene(views: Mapping[str, ReleasedView]) -> str:
    """All views of a chart as one file; the default selection has the empty name."""
    content = {name: _written(view) for name, view in views.items()}
    return json.dumps({"scene_version": SCENE_VERSION, "views": content}, ensure_ascii=False, indent=1) + "\n"


def read_scene(text: str) -> Mapping[str, ReleasedView]:
    """What a file of any version says, as scenes of today; raises ValueError for what cannot be read."""
    content = json.loads(text)
    version = content["scene_version"]
    if version not in READERS:
        known = ", ".join(map(str, READERS))
        raise SceneVersionError(f"scene_version {version} is not known here; the program reads {known}")
    return {name: _view(view, READERS[version]) for name, view in content["views"].items()}


def _written(view: ReleasedView) -> dict[str, Any]:
    scenes: dict[str, Any] = {
        lang: _short(_SCENE.dump_python(view.scenes[lang], mode="json", exclude_defaults=True)) for lang in LANGS
    }
    return {"figures": list(view.figures), "milestones": list(view.milestones), **scenes}


def _view(content: dict[str, Any], reader: Callable[[Any], Scene]) -> ReleasedView:
    scenes = {lang: reader(content[lang]) for lang in LANGS}
    return ReleasedView(tuple(content["figures"]), tuple(content["milestones"]), scenes)


def _short(value: Any) -> Any:
    """Periods as the text they were written as, which says all there is to them."""
    if isinstance(value, dict):
        return {name: one["text"] if name == "period" else _short(one) for name, one in value.items()}
    return [_short(one) for one in value] if isinstance(value, list) else value


def _long(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _period(one) if name == "period" else _long(one) for name, one in value.items()}
    return [_long(one) for one in value] if isinstance(value, list) else value


def _period(text: str) -> dict[str, Any]:
    return dataclasses.asdict(Period.parse(text))


def _version_1(content: Any) -> Scene:
    return _version_2(scene_from_v1(content))


def _version_2(content: Any) -> Scene:
    """The scene of today; what stands at its default is left out of the file."""
    return _SCENE.validate_json(json.dumps(_long(content)))


#: One reader for each version there ever was. An old one turns its content into today's scene; none is ever taken out.
READERS: Mapping[int, Callable[[Any], Scene]] = {1: _version_1, 2: _version_2}
