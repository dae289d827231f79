"""Whether every printed fragment stands in its article, whole: 2400家 is cut off 突破2400家, 48% off 9.48%."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.loading.printed import BEFORE, CONNECTOR, NUMERAL_CHARACTERS, RANGE_SIGNS, longest_first
from app.loading.problems import FilePlace, Problem
from app.model.indicator import Indicator
from app.model.milestone import Milestone
from app.model.source import Source
from app.model.vocabulary import Subject

_NUMERALS = "".join(sorted(NUMERAL_CHARACTERS))
#: Words that end like a hedge and are none: 附近, 签约, 通过, 高超.
_SHORT_HEDGES = "|".join(
    (
        r"(?<![附最新邻靠远临就亲相])近",
        r"(?<![合节签预条契公履违邀集制租简])约",
        r"(?<![高赶反])超",
        r"(?<![通经不度穿路难])过",
    )
)
_LONG_HEDGES = longest_first({word: kind for word, kind in BEFORE.items() if word not in {"近", "约", "超", "过"}})
#: A bare 过 hedges round numbers only (过半, 过百).
_HEDGE_BEFORE = re.compile(rf"(?P<word>{_LONG_HEDGES}|{_SHORT_HEDGES})了?(?:{CONNECTOR})?$")
_BARE_PASSING = re.compile(r"[一半百千万亿]")

_NUMBER_CUT_BEFORE = (
    re.compile(r"[0-9]$"),
    re.compile(r"[0-9]\.$"),
    re.compile(rf"[0-9][{_NUMERALS}]$"),
    re.compile(rf"[0-9][^0-9。，、；,;:：]{{0,2}}[{RANGE_SIGNS}]$"),
    re.compile(r"(?<!等)第$|分之$"),
)
_NUMERAL_CUT_BEFORE = re.compile(rf"[{_NUMERALS}]$|[0-9]余?$")
_GROUP_CUT_BEFORE = re.compile(r"[0-9],$")
_NUMBER_GOES_ON = (
    re.compile(r"[0-9]|\.[0-9]|,[0-9]{3}(?![0-9])"),
    re.compile(rf"[{_NUMERALS}]|分之"),
    re.compile(r"[多余]"),
    re.compile(rf"[{RANGE_SIGNS}][0-9]"),
)
_RANGE_GOES_ON = re.compile(rf"[{RANGE_SIGNS}][0-9]")
#: A word that a fragment may have lost along with the hedge behind it: 100亿(元以上).
_LOST_UNIT = r"(?:元|美元|人民币|企业)?"
_HEDGE_BEHIND = re.compile(rf"{_LOST_UNIT}(?:及?以上|以下(?!几)|[以之]内|左右(?![两手])|上下(?![游班联文])|之多)")
_ORDER_BEHIND = re.compile(r"元?级(?!别)")
_MONEY = re.compile(rf"[0-9{_NUMERALS}]*[万亿](?:元|美元)?$")
_TIME_GOES_ON = re.compile(r"[多余](?=来|前|后|时|以|的|$|[，。,;；])")
_TIME = re.compile(r"(?:年|月|天|小时|岁|周)$")


def occurrences(article: str, fragment: str) -> tuple[tuple[str, str], ...]:
    """What stands before and behind the fragment, white space aside, each time it occurs."""
    text, bare = _joined(article), _joined(fragment)
    starts = (match.start() for match in re.finditer(f"(?={re.escape(bare)})", text))
    return tuple((text[max(0, start - 12) : start], text[start + len(bare) :][:12]) for start in starts)


def touching(article: str, fragment: str) -> str:
    """The characters that belong to the figure and were left outside; empty when one occurrence has none."""
    bare = _joined(fragment)
    around = occurrences(article, fragment)
    outside = [_cut_before(bare, before) or _cut_behind(bare, behind) for before, behind in around]
    return "" if "" in outside else next(iter(outside), "")


def _cut_before(fragment: str, before: str) -> str:
    hedge = _HEDGE_BEFORE.search(before)
    if hedge and (hedge["word"] != "过" or _BARE_PASSING.match(fragment)):
        return hedge.group()
    if fragment[0].isdigit():
        patterns = [*_NUMBER_CUT_BEFORE]
        if re.match(r"[0-9]{3}(?![0-9])", fragment):
            patterns.append(_GROUP_CUT_BEFORE)
    elif fragment[0] in _NUMERALS or fragment[0] == "半":
        patterns = [*_NUMBER_CUT_BEFORE, _NUMERAL_CUT_BEFORE]
    else:
        patterns = []
    return _first_match(patterns, before)


def _cut_behind(fragment: str, behind: str) -> str:
    patterns = [_HEDGE_BEHIND, _RANGE_GOES_ON]
    if fragment[-1].isdigit() or fragment[-1] in _NUMERALS:
        patterns += _NUMBER_GOES_ON
    if _MONEY.search(fragment):
        patterns.append(_ORDER_BEHIND)
    if _TIME.search(fragment):
        patterns.append(_TIME_GOES_ON)
    matches = (pattern.match(behind) for pattern in patterns)
    return next((match.group() for match in matches if match), "")


def _first_match(patterns: list[re.Pattern[str]], before: str) -> str:
    matches = (pattern.search(before) for pattern in patterns)
    return next((match.group() for match in matches if match), "")


def _joined(text: str) -> str:
    return re.sub(r"\s+", "", text)


@dataclass(frozen=True)
class Fragment:
    """A printed fragment and the source it is said to stand in; `figure` names its observation, if it is one."""

    place: FilePlace
    printed: str
    source: str
    figure: str | None = None


@dataclass(frozen=True)
class ArticleCheck:
    """What the articles say of the fragments; `unchecked` are those whose article is not at hand."""

    problems: tuple[Problem, ...]
    checked: int
    unchecked: int


def look_up(fragments: tuple[Fragment, ...], sources: Mapping[str, Source], folder: Path | None) -> ArticleCheck:
    """Look every fragment up in `<folder>/<article>.txt`."""
    texts = _articles(sources, folder) if folder else {}
    at_hand = [fragment for fragment in fragments if fragment.source in texts]
    problems = tuple(p for fragment in at_hand for p in _problems(fragment, texts[fragment.source]))
    return ArticleCheck(problems, checked=len(at_hand), unchecked=len(fragments) - len(at_hand))


def printed_fragments(
    indicators: Mapping[str, Indicator],
    milestones: Mapping[str, tuple[Milestone, ...]],
    subjects: Mapping[str, Subject],
    places: Mapping[tuple[str, ...], FilePlace],
) -> Iterator[Fragment]:
    """Every printed fragment of observations and milestones that names its source, and the names of who says them."""
    for name, indicator in indicators.items():
        for index, o in enumerate(indicator.observations):
            if o.printed and o.source:
                place = places["indicators", name, "observations", str(index), "printed"]
                yield Fragment(place, o.printed, o.source, figure=o.id)
            if o.attributed_to and o.attributed_to in subjects and o.source:
                place = places["indicators", name, "observations", str(index), "attributed_to"]
                yield Fragment(place, subjects[o.attributed_to].name.zh, o.source)
    for topic, listed in milestones.items():
        for index, milestone in enumerate(listed):
            place = places["milestones", topic, "milestones", str(index), "printed"]
            yield Fragment(place, milestone.printed, milestone.source)


def _articles(sources: Mapping[str, Source], folder: Path) -> dict[str, str]:
    """Source id to the text of its article, for those that are there."""
    paths = {name: folder / f"{source.article}.txt" for name, source in sources.items()}
    return {name: path.read_text(encoding="utf-8") for name, path in paths.items() if path.is_file()}


def _problems(fragment: Fragment, article: str) -> Iterator[Problem]:
    """A milestone's fragment is any words, so only a figure's may not be cut off its hedge."""
    if not occurrences(article, fragment.printed):
        sentence = f"'{fragment.printed}' does not stand in the article of '{fragment.source}'"
        yield Problem.at(fragment.place, "not-in-article", sentence)
        return
    outside = touching(article, fragment.printed) if fragment.figure else ""
    if outside:
        sentence = f"'{outside}' touches '{fragment.printed}' in the article and belongs to the figure"
        yield Problem.at(fragment.place, "cut-fragment", sentence)
