"""What differs between two states of the data, in the words of both, and each change in one line of words."""

import re
from collections.abc import Iterator, Mapping

from app.model.text import Lang, Text
from app.releases.figures import Aspect, Figures, PublishedFigure
from app.releases.record import Change
from app.strings import word

#: By the id of a figure or milestone: why it was changed or taken away.
Reasons = Mapping[str, Text]


def compare_releases(before: Figures, after: Figures, reasons: Reasons) -> tuple[Change, ...]:
    """Corrections first, then what was taken away, then what was added, each in the order of the files.

    A computed figure has the reason of those it was computed from, where it has none of its own.
    """
    return (*_corrected(before, after, reasons), *_removed(before, after, reasons), *_added(before, after))


def _corrected(before: Figures, after: Figures, reasons: Reasons) -> Iterator[Change]:
    for key, new in after.items():
        old = before.get(key)
        if old is None:
            continue
        was, now = _distinct_words(old, new), _distinct_words(new, old)
        if _differ(old, new) and was != now:
            reason = _reason(key[1], after, reasons)
            yield Change(id=key[1], noun=key[0], kind="corrected", name=new.name, before=was, after=now, reason=reason)


def _removed(before: Figures, after: Figures, reasons: Reasons) -> Iterator[Change]:
    for key, old in before.items():
        if key not in after:
            reason = _reason(key[1], before, reasons)
            yield Change(id=key[1], noun=key[0], kind="removed", name=old.name, before=_whole(old), reason=reason)


def _added(before: Figures, after: Figures) -> Iterator[Change]:
    for key, new in after.items():
        if key not in before:
            yield Change(id=key[1], noun=key[0], kind="added", name=new.name, after=_whole(new))


def _reason(name: str, figures: Figures, reasons: Reasons) -> Text | None:
    if name in reasons:
        return reasons[name]
    operands = figures[("figure", name)].operands if ("figure", name) in figures else ()
    inherited = (_reason(each, figures, reasons) for each in operands)
    return next((each for each in inherited if each is not None), None)


def _differ(one: PublishedFigure, other: PublishedFigure) -> bool:
    return [facet.key for facet in one.facets] != [facet.key for facet in other.facets]


def _distinct_words(one: PublishedFigure, other: PublishedFigure) -> Text:
    """What is shown of it, and after that whatever else tells it from the other; that alone, if it is shown alike."""
    pairs = zip(one.facets[1:], other.facets[1:], strict=True)
    rest = [mine for mine, theirs in pairs if mine.key != theirs.key]
    if rest and one.facets[0] == other.facets[0]:
        return Text(zh=_listed(rest, Lang.ZH), en=_listed(rest, Lang.EN))
    return _joined(one.facets[0], rest)


def _whole(figure: PublishedFigure) -> Text:
    return _joined(figure.facets[0], list(figure.facets[1:2]))


def _joined(shown: Aspect, rest: list[Aspect]) -> Text:
    if not rest:
        return shown.words
    return Text(zh=f"{shown.words.zh}（{_listed(rest, Lang.ZH)}）", en=f"{shown.words.en} ({_listed(rest, Lang.EN)})")


def _listed(facets: list[Aspect], lang: Lang) -> str:
    return ("，" if lang is Lang.ZH else "; ").join(facet.words[lang] for facet in facets)


#: What may be said once where both end in it: a unit. Not a scale word, an ordinal's ending or anything in brackets.
_UNITS = {
    "zh": re.compile(r"(?<=[0-9])[\u4e00-\u9fff]+$"),
    "en": re.compile(r"(?<=[0-9])(?! (?:m|b|tr)illion)(?: [^\W\d]+)+$"),
}


def change_text(change: Change, lang: Lang) -> str:
    """企业数量 超2,400 → 超2,800家."""
    return f"{change.name[lang]}{' ' if lang is Lang.ZH else ', '}{change_text_alone(change, lang)}"


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
