"""How two dumps differ: the artefacts by name, and the first lines of each that are not the same."""

import difflib
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from tests.same.dump import Dump

#: What an artefact is, by its name; the first that fits.
_KINDS = {
    "header": r"headers .*",
    "command": r"COMMAND .*",
    "board": r"BOARD .*",
    "claim": r"(CLAIMS|CHECK) .*",
    "slides": r".*\.pptx\b.*",
    "workbook": r".*\.xlsx\b.*",
    "pixels": r".*\.png\b.*|.*\.wechat\.zip.*",
    "drawing": r".*\.svg\b.*",
    "citation": r".*\.(bib|ris|txt|csl\.json)",
    "file": r".*\.(csv|json|zip|xml|css|js|html)\b.*",
    "API": r".*/api/v1/.*",
    "embed": r".*/embed/.*",
    "stage": r".*/present\b.*",
    "oEmbed": r".*/oembed.*",
}
_WIDEST = 150


@dataclass(frozen=True)
class Difference:
    """One artefact that differs; `base` and `own` are its first lines that do, empty where it is not there at all."""

    name: str
    state: str
    base: str = ""
    own: str = ""

    @property
    def kind(self) -> str:
        return kind(self.name)


def kind(name: str) -> str:
    return next((which for which, pattern in _KINDS.items() if re.fullmatch(pattern, name, re.DOTALL)), "page")


def compare(base: Dump, own: Dump) -> list[Difference]:
    """Every artefact that is not the same in both, by name."""
    names = sorted(base.artefacts.keys() | own.artefacts.keys())
    return [found for name in names if (found := _difference(base, own, name))]


def _difference(base: Dump, own: Dump, name: str) -> Difference | None:
    if name not in own.artefacts:
        return Difference(name, "missing")
    if name not in base.artefacts:
        return Difference(name, "new")
    if base.artefacts[name] == own.artefacts[name]:
        return None
    pairs = zip_longest(lines(base.content(name)), lines(own.content(name)), fillvalue="")
    before, after = next((pair for pair in pairs if pair[0] != pair[1]), ("", ""))
    return Difference(name, "differs", *_shorten(before, after))


def lines(content: bytes) -> list[str]:
    """Lines to be read, a tag or a JSON value each. They hold all of the content: where it differs, a line does."""
    text = content.decode(errors="backslashreplace")
    if text[:1] in "[{":
        try:
            pretty = json.dumps(json.loads(text), ensure_ascii=False, indent=1)
            return [*pretty.split("\n"), *_broken(r"(?<=,)", text)]
        except ValueError:
            pass
    return _broken(r"(?<=>)(?=<)", text) if text[:1] == "<" else text.split("\n")


def _broken(pattern: str, text: str) -> list[str]:
    """Lines that are broken at a pattern too; those end in a mark, as a break of ours is none of the text."""
    return re.sub(pattern, "↩\n", text).split("\n")


def _shorten(before: str, after: str) -> tuple[str, str]:
    """The part of two long lines in which they begin to differ."""
    same = next((at for at, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), None)
    begin = max(0, min(len(before), len(after)) - 60 if same is None else same - 60)
    return before[begin : begin + _WIDEST], after[begin : begin + _WIDEST]


def show(base: Dump, own: Dump, name: str) -> Iterator[str]:
    """A unified diff of one artefact."""
    before, after = (lines(dump.content(name)) if name in dump.artefacts else [] for dump in (base, own))
    yield from difflib.unified_diff(before, after, f"base {name}", f"own {name}", lineterm="", n=2)


def summary(differences: Sequence[Difference], most: int) -> Iterator[str]:
    """Counts by kind, then what differs in the same way together; no more than `most` lines."""
    counts: Mapping[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    alike: dict[tuple[str, ...], list[Difference]] = defaultdict(list)
    for each in differences:
        counts[each.kind][each.state] += 1
        alike[each.kind, each.state, each.base, each.own].append(each)
    written = [
        f"{which}: {', '.join(f'{number} {state}' for state, number in states.items())}"
        for which, states in counts.items()
    ]
    for together in sorted(alike.values(), key=len, reverse=True):
        if len(written) > most - 4:
            written.append("…")
            break
        written += _lines_of(together)
    yield from written


def _lines_of(together: Sequence[Difference]) -> Iterator[str]:
    first = together[0]
    others = f" and {len(together) - 1} more alike" if len(together) > 1 else ""
    yield f"{first.state}: {first.name}{others}"
    if first.state == "differs":
        yield f"  - {first.base}"
        yield f"  + {first.own}"


def report(differences: Sequence[Difference]) -> str:
    """Every artefact that differs, with its first lines."""
    return "\n".join(line for each in differences for line in _lines_of([each])) + "\n"
