"""ReleaseArchive scenes are read back as they were written, for good."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from app.charts.registry import layout_chart
from app.charts.samples import samples
from app.charts.scene import Scene
from app.data.datum import Openness
from app.model.chart import ChartKind
from app.model.period import Period
from app.model.text import LANGS, Lang
from app.quantities.label import Label
from app.releases.scene_file import READERS, SCENE_VERSION, ReleasedView, SceneVersionError, read_scene, write_scene
from app.renderers.svg import write_svg

#: The definitions of a schema by their names; and two of such names that stand for one another.
Parts = dict[str, dict[str, Any]]
Pair = tuple[str, str]
GOLDEN = Path(__file__).with_name("golden")
SCENES = {lang: {scene.chart_id: scene for scene in samples(lang)} for lang in LANGS}


def shape() -> str:
    """The fields of a scene and what they may hold, their defaults included."""
    return json.dumps(_bare(TypeAdapter(Scene).json_schema(mode="serialization")), indent=1, sort_keys=True) + "\n"


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _bare(one) for name, one in value.items() if name != "description" or not isinstance(one, str)}
    return [_bare(one) for one in value] if isinstance(value, list) else value


def misread(old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    """What a file of the old shape could not be read as in the new one; a field with a default may be added.

    What a class is called does not matter: no file says it.
    """
    named = (old.get("$defs", {}), new.get("$defs", {}))
    return (where.removeprefix(".") for where in _misread(old, new, named, set()))


def _misread(old: dict[str, Any], new: dict[str, Any], named: tuple[Parts, Parts], seen: set[Pair]) -> Iterator[str]:
    pair = (old.get("$ref", ""), new.get("$ref", ""))
    if any(pair) and pair not in seen:
        seen.add(pair)
        before, after = (parts.get(ref.rpartition("/")[2], {}) for parts, ref in zip(named, pair, strict=True))
        yield from _misread(before, after, named, seen)
    fields, today = old.get("properties", {}), new.get("properties", {})
    for name, field in fields.items():
        lost = _misread(field, today[name], named, seen) if name in today else [""]
        yield from (f".{name}{each}" for each in lost)
    yield from set(new.get("required", ())) - set(fields)
    yield from (str(each) for each in old.get("enum", ()) if each not in new.get("enum", ()))
    for word in sorted(old.keys() | new.keys()):
        yield from (f".{word}{each}" for each in _unlike(word, old.get(word), new.get(word), named, seen))


def _unlike(word: str, old: Any, new: Any, named: tuple[Parts, Parts], seen: set[Pair]) -> Iterator[str]:
    """Of one word of a schema, those apart that are looked at by themselves."""
    if word in ("$ref", "$defs", "title", "properties", "required", "enum"):
        return
    olds, news = (part if isinstance(part, list) else [part] for part in (old, new))
    if len(olds) != len(news) or not all(isinstance(part, dict) for part in (*olds, *news)):
        yield from [""] if old != new else []
        return
    for before, after in zip(olds, news, strict=True):
        yield from _misread(before, after, named, seen)


def test_every_kind_of_scene_is_read_back_as_it_was_written() -> None:
    views = {
        name: ReleasedView(("a",), ("b",), {Lang.ZH: scene, Lang.EN: SCENES[Lang.EN][name]})
        for name, scene in SCENES[Lang.ZH].items()
    }
    assert read_scene(write_scene(views)) == views


def test_a_scene_has_the_shape_of_the_version_that_is_written() -> None:
    golden = GOLDEN / f"scene-v{SCENE_VERSION}.shape.json"
    wrong = list(misread(json.loads(golden.read_text(encoding="utf-8")), json.loads(shape())))
    assert wrong == [], (
        "the shape of a scene changed: raise SCENE_VERSION, give the version before a reader that turns its files into "
        "today's scene, and keep a golden file of each"
    )


def _holding(name: str, fields: dict[str, Any]) -> dict[str, Any]:
    """A shape whose field `a` is a list of a class of that name with those fields."""
    return {
        "properties": {"a": {"items": {"$ref": f"#/$defs/{name}"}}},
        "$defs": {name: {"properties": fields}},
    }


CHANGED: list[tuple[dict[str, Any], dict[str, Any], list[str]]] = [
    ({"properties": {"a": {"type": "string"}}}, {"properties": {"a": {"type": "string"}, "b": {"default": ""}}}, []),
    ({"properties": {"a": {"type": "string"}}}, {"properties": {"a": {"type": "number"}}}, ["a.type"]),
    ({"properties": {"a": {"default": ""}}}, {"properties": {"a": {"default": "x"}}}, ["a.default"]),
    ({"properties": {"a": {}}}, {"properties": {}}, ["a"]),
    ({"properties": {}}, {"properties": {"b": {}}, "required": ["b"]}, ["b"]),
    ({"enum": ["a"]}, {"enum": ["a", "b"]}, []),
    ({"enum": ["a", "b"]}, {"enum": ["a"]}, ["b"]),
    (_holding("P", {"b": {}}), _holding("Q", {"b": {}}), []),
    (_holding("P", {"b": {}}), _holding("P", {}), ["a.items.b"]),
    (_holding("P", {"b": {}}), {"properties": {"a": {"items": {"type": "string"}}}}, ["a.items.b", "a.items.type"]),
    (
        _holding("P", {"b": {"items": {"$ref": "#/$defs/P"}}}),
        _holding("P", {"b": {"items": {}}}),
        ["a.items.b.items.b"],
    ),
]


@pytest.mark.parametrize(("old", "new", "wrong"), CHANGED)
def test_only_what_old_files_survive_is_let_through(old: dict[str, Any], new: dict[str, Any], wrong: list[str]) -> None:
    assert list(misread(old, new)) == wrong


def test_a_reader_and_a_golden_file_are_kept_for_every_version_there_was() -> None:
    assert list(READERS) == list(range(1, SCENE_VERSION + 1))
    assert all((GOLDEN / f"scene-v{version}.json").is_file() for version in READERS)


@pytest.mark.parametrize("version", READERS)
def test_a_golden_file_of_each_version_is_read_and_drawn(version: int) -> None:
    views = read_scene((GOLDEN / f"scene-v{version}.json").read_text(encoding="utf-8"))
    assert {view.scenes[Lang.ZH].kind for view in views.values()} == set(ChartKind)
    for view in views.values():
        for scene in view.scenes.values():
            assert scene.title in write_svg(layout_chart(scene, 440), id_prefix="x")


SAID: list[tuple[str, Lang, tuple[str, ...]]] = [
    (
        "",
        Lang.EN,
        (
            "1,800 firms · 2022 · Definition one · Sample source A",
            "about 2,400 firms · 2024 · Definition one · Sample source A",
        ),
    ),
    (
        "range-range",
        Lang.ZH,
        ("1,800家 · 2022年 · 口径一 · 示例来源A", "2,400–3,601家 · 2024年 · 口径一 · 示例来源A"),
    ),
    (
        "bars-derived",
        Lang.ZH,
        ("1,800家 · 2022年 · 口径一 · 示例来源A", "2,400家（推算） · 2024年 · 口径一 · 推算：示例来源A"),
    ),
    (
        "events-two",
        Lang.EN,
        ("Sample 1 · Jan 2015 · Results · Beijing · Sample", "Sample 8 · Oct 2016 · Institutions · Beijing · Sample"),
    ),
    ("share-exact", Lang.EN, ("51 of 100 firms · 2024 · Definition one · Sample source A",)),
]


@pytest.mark.parametrize(("view", "lang", "said"), SAID)
def test_the_golden_file_of_version_1_says_what_it_said(view: str, lang: Lang, said: tuple[str, ...]) -> None:
    views = read_scene((GOLDEN / "scene-v1.json").read_text(encoding="utf-8"))
    scene = views[view].scenes[lang]
    assert tuple(each.spoken for each in scene.events or scene.points) == said


def test_the_golden_file_of_version_1_keeps_numbers_exact_and_sides_open() -> None:
    views = read_scene((GOLDEN / "scene-v1.json").read_text(encoding="utf-8"))
    about = views[""].scenes[Lang.EN].points[1]
    assert (about.value, about.low, about.high, about.openness) == (Decimal(2400), None, None, Openness.ABOUT)
    assert about.period == Period.parse("2024")


def test_the_texts_of_version_1_are_read_into_their_parts() -> None:
    old, new = (read_scene((GOLDEN / f"scene-v{version}.json").read_text(encoding="utf-8")) for version in (1, 2))
    assert old == new
    share, derived = old["share-exact"].scenes[Lang.EN].points[0], old["bars-derived"].scenes[Lang.ZH].points[1]
    assert share.label == Label(Lang.EN, "", "51", unit="firms", whole="100 firms")
    assert derived.label == Label(Lang.ZH, "", "2,400", unit="家", mark="推算")
    assert derived.period_text.lines == ("2024年",)


def test_a_label_of_version_1_that_is_not_its_parts_is_refused() -> None:
    text = (GOLDEN / "scene-v1.json").read_text(encoding="utf-8").replace('"label": "2,400家"', '"label": "2,500家"')
    with pytest.raises(ValueError, match="is not the text of its parts"):
        read_scene(text)


UNKNOWN = [0, 3, 99, "1", None]


@pytest.mark.parametrize("version", UNKNOWN)
def test_an_unknown_version_is_refused_with_a_sentence(version: object) -> None:
    text = json.dumps({"scene_version": version, "views": {}})
    with pytest.raises(SceneVersionError, match=r"scene_version .* is not known here; the program reads 1, 2"):
        read_scene(text)
