"""Broken variants of real dataset files, and what the loader makes of each."""

import random
import re
import resource
from collections import Counter
from pathlib import Path

import yaml

from app.loading.files import FOLDERS, SINGLE_FILES
from app.loading.problems import DatasetError
from app.loading.validation import validated
from app.loading.yaml_source import Document, Value, read_yaml

_TOKENS = [
    *("&a ", "*a", "!!str ", "<<: ", "---\n", "...\n", "%YAML 1.1\n", "? ", "- ", ": ", "[", "]", "{", "}", "~", "# "),
    *('"', "'", "|\n", ">-\n", "\t", "\r", "\x00", "\x85", "\u2028", "\u00a0", "\u200b", "\ufeff", "\u202e", "２"),
    *("NO", "0123", "1e3", ".nan", "12:30", "null", "超", "近", "万", "[[x]]", "9" * 5000, "[" * 30, "- " * 40, "\\"),
]
_PLACED = re.compile(r"[^:]+:[1-9][0-9]*:[1-9][0-9]*: \[[a-z0-9-]+\] \S.*", re.DOTALL)


def limit_memory() -> None:
    """For a child process: 1 GB of addresses, so that a bomb kills the child and not the machine."""
    resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000, 1_000_000_000))


def verdicts(paths: list[Path], *, seed: int, count: int) -> Counter[str]:
    """Mutate and read `count` files: how many are `loaded`, `refused` at a place, or show a fault of the loader."""
    chance = random.Random(seed)
    return Counter(_verdict(path, mutant(path.read_bytes(), chance)) for path in chance.choices(paths, k=count))


def mutant(data: bytes, chance: random.Random) -> bytes:
    """One to three edits of bytes, lines or tokens."""
    for _ in range(chance.randint(1, 3)):
        data = chance.choice((_byte_edit, _line_edit, _token_edit))(data, chance)
    return data


def _byte_edit(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    new = bytes([chance.randrange(256)]) if chance.random() < 0.7 else b""
    return data[:at] + new + data[at + chance.randint(0, 2) :]


def _line_edit(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    edit = chance.choice(("drop", "double", "swap", "indent", "cut"))
    if edit == "drop":
        del lines[at]
    elif edit == "double":
        lines.insert(other, lines[at])
    elif edit == "swap":
        lines[at], lines[other] = lines[other], lines[at]
    elif edit == "indent":
        lines[at] = b" " * chance.randint(1, 3) + lines[at]
    else:
        lines = lines[:at]
    return b"\n".join(lines)


def _token_edit(data: bytes, chance: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    words = [match.span() for match in re.finditer(r"[^\s,:\[\]{}]+|[:,\[\]{}]", text)] or [(0, 0)]
    start, end = chance.choice(words)
    keep = "" if chance.random() < 0.5 else text[start:end]
    return (text[:start] + chance.choice(_TOKENS) + keep + text[end:]).encode()


def _verdict(path: Path, data: bytes) -> str:
    kind = FOLDERS.get(path.parent.name) or SINGLE_FILES[path.stem]
    try:
        document = read_yaml(data, path.name)
        lost = _losses(document, data)
        validated(document, kind.record)
    except DatasetError as error:
        badly_told = [str(p) for p in error.problems if _PLACED.fullmatch(str(p)) is None]
        return f"a refusal without a place: {badly_told[:1]}" if badly_told or not error.problems else "refused"
    return f"lost {lost}" if lost else "loaded"


def _losses(document: Document, data: bytes) -> Counter[str]:
    """The scalars of the file, read a second way, less those in the value tree."""
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    events = (event for event in yaml.parse(text, Loader=yaml.CLoader) if isinstance(event, yaml.ScalarEvent))
    written = Counter(
        "" if e.style in ("", None) and e.value in ("~", "null", "Null", "NULL") else e.value for e in events
    )
    read = Counter(_scalars(document.value))
    written.subtract(read)
    return Counter({text: count for text, count in written.items() if count})


def _scalars(value: Value) -> list[str]:
    if isinstance(value, dict):
        return [scalar for key, item in value.items() for scalar in (key, *_scalars(item))]
    if isinstance(value, tuple):
        return [scalar for item in value for scalar in _scalars(item)]
    return [value or ""]
