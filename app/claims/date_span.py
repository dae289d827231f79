"""The periods a claim names, and the stretches of text that are dates and so no figures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.model.period import Grain, Period

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{name}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?<![0-9.,])(?P<{name}>(?:19|20)[0-9]{{2}})(?![0-9])(?![.,][0-9])"
_NUMBERS = "一二三四"


def _year(name: str) -> str:
    return _YEAR.format(name=name)


_ZH = re.compile(
    rf"{_year('year')}\s*年?\s*(?:"
    r"第?(?P<quarter>[一二三四1-4])季度|前(?P<quarters>[二三两23])个?季度|(?P<half>[上下])半年"
    r"|1\s*[-—–~至到]\s*(?P<till>1[0-2]|[1-9])\s*月份?"
    r"|(?P<month>1[0-2]|0?[1-9])\s*月(?:份)?(?:(?P<day>[12][0-9]|3[01]|0?[1-9])\s*[日号])?"
    r"|(?P<end>年?底|年?末))|(?<![0-9.,])(?P<plain>(?:19|20)[0-9]{2})\s*年(?:度|初|全年|中(?![关国心小央西东]))?"
)
_EN = re.compile(
    rf"(?:{_MONTH.format(name='month')}\s*(?:(?P<day>[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?)?,?"
    rf"\s+(?:of\s+)?{_year('year')})"
    rf"|(?:(?P<day2>[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?\s+{_MONTH.format(name='month2')},?\s+{_year('year2')})"
    rf"|(?:(?P<quarters>first (?:three|3) quarters|first nine months|q1\s*[-–—to ]+\s*q3)"
    rf"\s*(?:of|in)?\s*{_year('year3')})"
    rf"|(?:(?P<quarter>q[1-4]|(?:first|second|third|fourth) quarter)\s*(?:of|in)?\s*{_year('year4')})"
    rf"|(?:(?P<half>h[12]|(?:first|second) half)\s*(?:of|in)?\s*{_year('year5')})"
    rf"|(?:(?P<end>end of|year-end|late|close of)\s*{_year('year6')})"
)
_ISO = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])(?:-[0-3][0-9])?(?![0-9])")
_BARE_YEAR = re.compile(_year("year"))
#: What makes four digits a count and not a year: 2000家, 2000 firms; but 2025 startup report, 2024 presented.
_COUNTED = re.compile(
    r"\s*(?:[多余]?[家个款项只件名人位例台套所条亿万元美%％](?!月)|p(?![a-z])|\+|(?:ai\s+)?(?:firms|companies|enterprises"
    r"|models|unicorns|start-?ups|projects|hospitals|institutes)\b|(?:million|billion|trillion|yuan|percent|per\s?cent"
    r"|people|little\s+giants)\b)"
)
#: Numbers in a name or a rate's base: 万亿级集群, 百强, 每万人.
_TIER = re.compile(
    r"[十百千]?[万亿]亿?元?级(?=的?(?:产业|集群|企业|赛道|行业))|前[0-9.]+%|\btop[ -][0-9]+%?"
    r"|[0-9]+强(?!于)|前[0-9]+强|每[十百千万亿]+[人家户]"
    r"|\b(?:per|(?:for )?(?:every|each)) [0-9,]+ (?:people|residents|inhabitants|persons)"
)
#: Dates without a year, and names that carry digits: they are no figures and no periods.
_OTHER = re.compile(
    r"[前第][一二三四1-4]个?季度|[上下]半年|(?:1[0-2]|[1-9])月(?:份|底|末|初)?(?:[0-3]?[0-9][日号])?"
    r"|(?<![0-9])[0-3]?[0-9][日号](?!均)"
    r"|第[0-9一二三四五六七八九十]+[届次批期轮章节条个名季步]"
    r"|(?:十二?|十三|十四|十五)五(?=规划|时期|期间|末)|“?十[三四五]五”?"
    r"|\bq[1-4]\b|\bh[12]\b|\bfirst (?:three|3) quarters\b|\b(?:first|second|third|fourth) (?:quarter|half)\b"
    rf"|\b{_MONTH.format(name='m')}\s+[0-3]?[0-9](?:st|nd|rd|th)?\b(?!\s*(?:firm|compan|%))"
    rf"|\b[0-3]?[0-9](?:st|nd|rd|th)?\s+{_MONTH.format(name='n')}\b"
)
_TO = re.compile(r"\s*(?:[-–—~～至到]+|\bto\b|\bthrough\b)\s*")
_EN_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}


@dataclass(frozen=True)
class DateSpan:
    """A stretch of text that is a date; `period` is None where it names no year.

    One that `is_tier` is no date but the size in a name (万亿级产业集群), and so no figure either.
    """

    start: int
    end: int
    period: Period | None
    is_tier: bool = False


def date_spans(folded: str) -> tuple[DateSpan, ...]:
    """All dates of a folded text in order, the longest reading of each."""
    spans: list[DateSpan] = []
    for span in _all(folded):
        if not any(other.start < span.end and span.start < other.end for other in spans):
            spans.append(span)
    return _joined(sorted(spans, key=lambda span: span.start), folded)


def _joined(spans: list[DateSpan], folded: str) -> tuple[DateSpan, ...]:
    """Two years with “to” between them are one period: 2018年至2022年, 2018-2022, from 2018 to 2022."""
    rows: list[DateSpan] = []
    for span in spans:
        before = rows[-1] if rows else None
        tied = before and _TO.fullmatch(folded, before.end, span.start)
        period = _parsed(f"{_year_of(before)}/{_year_of(span)}") if before and tied else None
        if before and period:
            rows[-1] = DateSpan(before.start, span.end, period)
        else:
            rows.append(span)
    return tuple(rows)


def _year_of(span: DateSpan) -> str:
    """2018, where the date is a year and no more."""
    period = span.period
    is_year = period is not None and not period.is_span and period.first.grain is Grain.YEAR
    return period.text if period and is_year else ""


def _all(folded: str) -> Iterator[DateSpan]:
    for pattern, read in ((_ISO, re.Match.group), (_ZH, _zh), (_EN, _en)):
        for match in pattern.finditer(folded):
            yield DateSpan(match.start(), match.end(), _parsed(read(match)))
    for match in _BARE_YEAR.finditer(folded):
        is_money = match.start() > 0 and folded[match.start() - 1] in "$¥€£"
        if not _COUNTED.match(folded, match.end()) and not is_money:
            yield DateSpan(match.start(), match.end(), _parsed(match["year"]))
    for match in _TIER.finditer(folded):
        yield DateSpan(match.start(), match.end(), None, is_tier=True)
    for match in _OTHER.finditer(folded):
        yield DateSpan(match.start(), match.end(), None)


def _parsed(text: str) -> Period | None:
    try:
        return Period.parse(text)
    except ValueError:
        return None


def _zh(match: re.Match[str]) -> str:
    groups = match.groupdict()
    if groups["plain"]:
        return str(groups["plain"])
    year = groups["year"]
    if groups["quarter"]:
        return f"{year}-Q{_digit(groups['quarter'])}"
    if groups["quarters"]:
        return f"{year}-Q1/{year}-Q{2 if groups['quarters'] in '二两2' else 3}"
    if groups["half"]:
        return f"{year}-H{1 if groups['half'] == '上' else 2}"
    if groups["till"]:
        return f"{year}-01/{year}-{int(groups['till']):02}" if groups["till"] != "1" else f"{year}-01"
    return f"{year}-12-31" if groups["end"] else _month(year, int(groups["month"]), groups["day"])


def _digit(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS.index(text) + 1


def _en(match: re.Match[str]) -> str:
    groups = match.groupdict()
    if groups["quarters"]:
        return f"{groups['year3']}-Q1/{groups['year3']}-Q3"
    if groups["quarter"]:
        name = groups["quarter"]
        number = name[1] if name[1].isdigit() else _EN_NUMBERS[name.split()[0]]
        return f"{groups['year4']}-Q{number}"
    if groups["half"]:
        name = groups["half"]
        return f"{groups['year5']}-H{name[1] if name[1].isdigit() else _EN_NUMBERS[name.split()[0]]}"
    if groups["end"]:
        return f"{groups['year6']}-12-31"
    year, month = groups["year"] or groups["year2"], groups["month"] or groups["month2"]
    return _month(year, _MONTHS.index(month[:3]) + 1, groups["day"] or groups["day2"])


def _month(year: str, month: int, day: str | None) -> str:
    return f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")
