"""Scenes of version 1: labels and periods were kept as text there, and their parts are read back out of it once."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from app.model.period import Period, PeriodBasis
from app.model.text import Lang
from app.quantities.label import Label
from app.quantities.period_text import PeriodText, bare_period_text, period_text


def scene_from_v1(content: Any) -> Any:
    """The content of a scene as version 2 keeps it; raises ValueError for a label that has no such parts."""
    groups = [
        {**group, "points": [_point(point, Lang(content["lang"])) for point in group["points"]]}
        for group in content.get("groups", ())
    ]
    return {**content, "groups": groups}


def _point(old: dict[str, Any], lang: Lang) -> dict[str, Any]:
    parts = {name: _point(old[name], lang) for name in ("whole", "change") if old.get(name)}
    kept = {name: value for name, value in old.items() if name not in ("number", "qualifier", "unit_text")}
    return {
        **kept,
        **parts,
        "label": asdict(_label(old, lang)),
        "period_text": asdict(_period(old, lang)),
        **dict(_flags(old)),
    }


def _label(old: dict[str, Any], lang: Lang) -> Label:
    """Of version 1 an English number ended in its scale word, a Chinese unit began with it."""
    number, _, scale = old["number"].partition(" ")
    whole = old["whole"]["label"] if old.get("whole") else ""
    bare = Label(lang, old.get("qualifier", ""), number, scale, old.get("unit_text", ""), whole=whole)
    rest = old["label"].removeprefix(bare.value)
    label = Label(lang, bare.qualifier, number, scale, bare.unit, rest.strip(" （()）"), whole)
    if label.text != old["label"]:
        raise ValueError(f"'{old['label']}' is not the text of its parts")
    return label


def _period(old: dict[str, Any], lang: Lang) -> PeriodText:
    """The words as they were released; broken as today's are, where these are the same."""
    period = Period.parse(old["period"])
    today = period_text(period, PeriodBasis(old.get("basis", "stated")), lang, is_goal=old.get("target", False))
    text = old["period_text"]
    return today if today.text == text else PeriodText(text, bare_period_text(period, lang), (text,))


def _flags(old: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """What version 1 had to find in the texts themselves."""
    name, period = old["name"], old["period_text"]
    yield "name_is_period", bool(name) and name in period
    yield "name_has_period", name not in period and period in name
    yield "name_is_repeated", bool(name) and any(name in old[part] for part in ("definition", "source"))
