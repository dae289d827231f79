"""A change in one line of words."""

import re

from app.model.text import Lang
from app.releases.record import Change
from app.strings import word

#: What may be said once where both end in it: a unit. Not a scale word, an ordinal's ending or anything in brackets.
_UNITS = {
    "zh": re.compile(r"(?<=[0-9])[\u4e00-\u9fff]+$"),
    "en": re.compile(r"(?<=[0-9])(?! (?:m|b|tr)illion)(?: [^\W\d]+)+$"),
}


def change_text(change: Change, lang: Lang) -> str:
    """企业数量 超2,400 → 超2,800家."""
    return f"{change.name[lang]}{' ' if lang == 'zh' else ', '}{change_text_alone(change, lang)}"


def change_text_alone(change: Change, lang: Lang) -> str:
    """The same without the name: before and after, or the one of them there is."""
    before = change.before[lang] if change.before else ""
    after = change.after[lang] if change.after else ""
    if change.kind == "corrected":
        return arrow(before, after, lang)
    return after if change.kind == "added" else f"{before} → {word('change_removed', lang)}"


def arrow(before: str, after: str, lang: Lang) -> str:
    """Two wordings, a unit that both end in said once: 超2,400 → 超2,800家."""
    unit = _unit(before, lang)
    return f"{before.removesuffix(unit) if unit == _unit(after, lang) else before} → {after}"


def _unit(words: str, lang: Lang) -> str:
    match = _UNITS[lang].search(words)
    return match[0] if match else ""
