"""Finds the numbers of a text and reads them; dates and numbers in names are left out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from app.claims.date_span import DateSpan
from app.claims.number import (
    NumberSort,
    PrintedNumber,
    captured_qualifier,
    rank,
    rank_place,
    scale_behind,
    scale_between,
    share,
    step,
    value_of,
)
from app.claims.pattern import UnitIndex, number_pattern, rank_pattern, share_pattern
from app.model.quantity import Quantity


@dataclass(frozen=True)
class Scanner:
    """The patterns over the data set's unit words, made once."""

    ruler: UnitIndex
    numbers: re.Pattern[str] = field(init=False)
    shares: re.Pattern[str] = field(init=False)
    ranks: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "numbers", re.compile(number_pattern(self.ruler)))
        object.__setattr__(self, "shares", re.compile(share_pattern()))
        object.__setattr__(self, "ranks", re.compile(rank_pattern()))

    def mentions(self, folded: str, dates: Sequence[DateSpan]) -> tuple[PrintedNumber, ...]:
        """All numbers in order; none overlaps another or a date."""
        taken = {at for span in dates for at in range(span.start, span.end)}
        mentions: list[PrintedNumber] = []
        for mention in self._all(folded):
            own = range(mention.start, mention.end)
            if taken.isdisjoint(own):
                taken.update(own)
                mentions.append(mention)
        return tuple(sorted(mentions, key=lambda mention: mention.start))

    def _all(self, folded: str) -> Iterator[PrintedNumber]:
        for pattern, read in ((self.shares, share), (self.ranks, rank), (self.numbers, self._number)):
            for match in pattern.finditer(folded):
                mention = read(match)
                if mention is not None:
                    yield mention

    def _number(self, match: re.Match[str]) -> PrintedNumber | None:
        first, second = value_of(match, "1"), value_of(match, "2")
        if first is None or not _is_figure(match):
            return None
        scale = scale_behind(match)
        value, upper = first * (scale if not second or _is_scaled(match) else 1), None
        if second is not None:
            own = scale_between(match)
            value, upper = first * (own or scale), second * scale
            if upper <= value:
                return None
        sort, bases = self._unit(match)
        quantity = Quantity(value, captured_qualifier(match), upper)
        return PrintedNumber(*rank_place(match), sort, quantity, bases, step(match, scale))

    def _unit(self, match: re.Match[str]) -> tuple[NumberSort, Mapping[str, Decimal]]:
        word = (match["unit"] or match["unit_en"] or "").strip().replace("-", "")
        money = _money(match["money"])
        if money:
            return NumberSort.MEASURE, {money: Decimal(1)}
        if not word:
            counts = {name: Decimal(1) for name in self.ruler.counts}
            is_money = bool(match["scale"] and "亿" in match["scale"]) or bool(match["scale_en"])
            return NumberSort.BARE, {**counts, **({"cny": Decimal(1), "usd": Decimal(1)} if is_money else {})}
        bases = self.ruler.meanings[word]
        if "percent" in bases:
            return NumberSort.PERCENT, bases
        if "times" in bases:
            return NumberSort.TIMES, bases
        return (NumberSort.COUNT if self.ruler.counts & bases.keys() else NumberSort.MEASURE), bases


def _is_figure(match: re.Match[str]) -> bool:
    """Not a bare Chinese digit, an article or a digit in a name: 一区, 一家, 三城, GPT-4, 3.0."""
    han, word = match["han1"], match["word1"]
    text, end = match.string, rank_place(match)[1]
    if word:
        return word != "one" or bool(match["scale_en"])
    if han:
        if re.match(r"[0-9.]", text[end : end + 1]) or (
            han in ("一", "万", "亿", "十", "百", "千") and not match["unit"]
        ):
            return False
        return (bool(match["unit"]) and han != "一") or (
            len(han) > 1 and bool(match["unit"] or set(han) & set("百千万亿"))
        )
    is_bare = not (match["unit"] or match["scale"] or match["unit_en"] or match["scale_en"] or match["money"])
    before, behind = text[max(match.start("digits1") - 1, 0) : match.start("digits1")], text[end : end + 1]
    is_glued = (
        bool(re.match(r"[a-z_#“”\"]", before))
        or bool(is_bare and re.match(r"[a-z_]", behind))
        or (before in "-." and before != "")
    )
    if is_bare and "." in match["digits1"] and "\u3400" <= before <= "\u9fff":
        return False
    return match["money"] is not None or not is_glued


def _money(sign: str | None) -> str:
    if not sign:
        return ""
    bare = sign.replace(" ", "")
    return {"us$": "usd", "$": "usd", "usd": "usd", "¥": "cny", "rmb": "cny", "cny": "cny"}.get(bare, "foreign")


def _is_scaled(match: re.Match[str]) -> bool:
    return match["digits2"] is None and match["han2"] is None and match["word2"] is None
