"""Scenes of a release as JSON, read back in every version there was."""

import dataclasses
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter

from app.charts.scene import Scene
from app.model.period import Period, PeriodBasis
from app.model.text import LANGS, Lang
from app.quantities.label import Label
from app.quantities.period_text import PeriodText, bare_period_text, period_text

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
        versions = ", ".join(map(str, READERS))
        raise SceneVersionError(f"scene_version {version} is not known here; the program reads {versions}")
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


def scene_from_v1(content: Any) -> Any:
    """Version 1 kept labels and periods as text; their parts are read back out of it once.

    The content of a scene as version 2 keeps it; raises ValueError for a label that has no such parts."""
    groups = [
        {**group, "points": [_point_v1(point, Lang(content["lang"])) for point in group["points"]]}
        for group in content.get("groups", ())
    ]
    return {**content, "groups": groups}


def _point_v1(old: dict[str, Any], lang: Lang) -> dict[str, Any]:
    parts = {name: _point_v1(old[name], lang) for name in ("whole", "change") if old.get(name)}
    unchanged = {name: value for name, value in old.items() if name not in ("number", "qualifier", "unit_text")}
    return {
        **unchanged,
        **parts,
        "label": asdict(_label_v1(old, lang)),
        "period_text": asdict(_period_v1(old, lang)),
        **dict(_flags_v1(old)),
    }


def _label_v1(old: dict[str, Any], lang: Lang) -> Label:
    """Of version 1 an English number ended in its scale word, a Chinese unit began with it."""
    number, _, scale = old["number"].partition(" ")
    whole = old["whole"]["label"] if old.get("whole") else ""
    bare = Label(lang, old.get("qualifier", ""), number, scale, old.get("unit_text", ""), whole=whole)
    rest = old["label"].removeprefix(bare.value)
    label = Label(lang, bare.qualifier, number, scale, bare.unit, rest.strip(" （()）"), whole)
    if label.text != old["label"]:
        raise ValueError(f"'{old['label']}' is not the text of its parts")
    return label


def _period_v1(old: dict[str, Any], lang: Lang) -> PeriodText:
    """The words as they were released; broken as today's are, where these are the same."""
    period = Period.parse(old["period"])
    today = period_text(period, PeriodBasis(old.get("basis", "stated")), lang, is_goal=old.get("target", False))
    text = old["period_text"]
    return today if today.text == text else PeriodText(text, bare_period_text(period, lang), (text,))


def _flags_v1(old: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """What version 1 had to find in the texts themselves."""
    name, period = old["name"], old["period_text"]
    yield "name_is_period", bool(name) and name in period
    yield "name_has_period", name not in period and period in name
    yield "name_is_repeated", bool(name) and any(name in old[part] for part in ("definition", "source"))


#: One reader for each version there ever was. An old one turns its content into today's scene; none is ever taken out.
READERS: Mapping[int, Callable[[Any], Scene]] = {1: _version_1, 2: _version_2}
