"""Texts hold no number but by reference, and nothing that a spreadsheet or a browser would take for code."""

import re
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from app.loading.draft import Draft
from app.loading.problems import Problem, did_you_mean
from app.model.reference import Path

_REFERENCE = re.compile(r"\[\[([^\[\]]*)\]\]")
#: What a reference may ask for behind its bar (`query/quote.py` writes them out): [[id|number]], [[id|period]].
_FORMS = ("number", "period")
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
#: What may hold digits and is no figure: references, quoted names, years, dates, Q3 and 6G, the plus of AI+.
_NOT_A_FIGURE = re.compile(
    r"\[\[[^\[\]]*\]\]"
    r"|《[^《》]*》|“[^“”]*”|‘[^‘’]*’"
    r"|(?<![0-9.,])(?:19|20)[0-9]{2}(?![0-9.,]?[0-9]|\s?[家款个项只亿万元倍件名人]|%)"
    r"|(?<![0-9])[0-9]{1,2}月(?:[0-9]{1,2}日)?"
    rf"|(?<![0-9])[0-9]{{1,2}} (?:{_MONTH})|(?:{_MONTH}) [0-9]{{1,2}}(?![0-9])"
    r"|(?<![0-9])[56]G(?![A-Za-z])"
    r"|[A-Za-z][0-9]+(?:\.[0-9]+)?"
)
_CODE_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
#: Noun to the fields in which prose would go stale when a figure changes.
_PROSE: Mapping[str, frozenset[str]] = {
    "charts": frozenset({"finding", "title", "subtitle", "caveats"}),
    "topics": frozenset({"lead"}),
    "stories": frozenset({"title", "summary", "headline", "text", "notes"}),
    "overview": frozenset({"name", "headline", "lead"}),
}


def problems(draft: Draft) -> Iterator[Problem]:
    for place, record in draft.records():
        for path, text in _in(record, place):
            yield from _hygiene_problems(draft, path, text)
            yield from _reference_problems(draft, path, text)
            if _is_prose(path):
                yield from _digit_problems(draft, path, text)


def _in(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Records nest a fixed number of levels, so this recursion is as deep as the model, not as the file."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in value.model_fields_set:
            yield from _in(getattr(value, name), (*path, name))
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _in(item, (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _in(item, (*path, index))


def _is_prose(path: Path) -> bool:
    fields = _PROSE.get(str(path[0]), frozenset())
    return any(step in fields for step in path[1:-1])


def _hygiene_problems(draft: Draft, path: Path, text: str) -> Iterator[Problem]:
    if text.startswith(_CODE_STARTS):
        sentence = f"a text may not begin with '{text[0]}'; a spreadsheet would compute it"
        yield draft.problem(path, "text-start", sentence)
    if "\t" in text or "\r" in text:
        yield draft.problem(path, "text-character", "a text holds no tab and no carriage return")
    if text != text.strip():
        yield draft.problem(path, "text-edge", "a text neither begins nor ends with white space (>- instead of >)")


def _reference_problems(draft: Draft, path: Path, text: str) -> Iterator[Problem]:
    for reference in _REFERENCE.findall(text):
        name, bar, form = reference.partition("|")
        if not draft.has("observations", name):
            hint = did_you_mean(name, draft.ids["observations"])
            yield draft.problem(path, "unknown-observation", f"[[{reference}]] names no observation{hint}")
        if bar and form not in _FORMS:
            sentence = f"[[{reference}]] ends in no form; write [[{name}]], or a bar and one of {', '.join(_FORMS)}"
            yield draft.problem(path, "bad-reference", sentence)
    rest = _REFERENCE.sub("", text)
    if "[[" in rest or "]]" in rest:
        yield draft.problem(path, "bad-reference", "a reference is written [[observation-id]]")


def _digit_problems(draft: Draft, path: Path, text: str) -> Iterator[Problem]:
    figure = re.search(r"[0-9０-９]+", _NOT_A_FIGURE.sub(" ", text))
    if figure:
        sentence = f"'{figure.group()}' is a bare figure; write a reference such as [[ai-firms-2024]]"
        yield draft.problem(path, "bare-figure", sentence)
