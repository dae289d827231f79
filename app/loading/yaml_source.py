"""A strict YAML reader: mappings, sequences and the text as it was written, each with its place.

YAML's guesses never apply: `NO`, `12:30`, `0123`, `.nan` are texts; only a plain `~`, `null` or nothing is
None.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

import yaml

from app.loading.problems import DatasetError, FilePlace, Problem
from app.loading.text_checks import clean_text, strange_character
from app.model.reference import Path

Value: TypeAlias = "dict[str, Value] | tuple[Value, ...] | str | None"


class _Mark(Protocol):
    """A spot in a file as the parser counts it, from 0; its C and Python kinds share no base class."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


#: Real files nest 8 deep.
MAX_DEPTH = 20
MAX_EVENTS = 200_000
#: A file wrong in every line is named by its first ones.
MAX_PROBLEMS = 200

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_PLAIN_STYLES = frozenset({"", None})
_BLOCK_STYLES = frozenset({"|", ">"})


@dataclass(frozen=True)
class Document:
    """The value tree of one file. `places` are those of values, `keys` those of mapping keys."""

    file: str
    value: Value
    places: Mapping[Path, FilePlace]
    keys: Mapping[Path, FilePlace]
    #: How many scalars the file holds, keys included; the fuzz test counts them a second way.
    scalars: int

    def place(self, path: Path) -> FilePlace:
        """The place of a value, or of its nearest ancestor that is in the file."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places[path]


def read_yaml(data: bytes, file: str) -> Document:
    """Read one file; raises DatasetError with every problem that can be found, each with its place."""
    text = clean_text(data, file)
    reader = _Reader(file=file, lines=text.split("\n"))
    reader.read(text)
    if reader.problems:
        raise DatasetError(reader.problems)
    return Document(file, reader.root[0], reader.places, reader.keys, reader.scalars)


@dataclass
class _Open:
    """A mapping or sequence that has not ended; in a mapping `key` is the key that waits for its value."""

    path: Path
    items: "dict[str, Value] | list[Value]"
    key: str | None = None


@dataclass
class _Reader:
    """Builds the tree from parse events with a stack of its own: depth costs nothing and is refused early."""

    file: str
    lines: list[str]
    problems: list[Problem] = field(default_factory=list)
    places: dict[Path, FilePlace] = field(default_factory=dict)
    keys: dict[Path, FilePlace] = field(default_factory=dict)
    root: list[Value] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    scalars: int = 0
    documents: int = 0

    def read(self, text: str) -> None:
        try:
            if not self.is_too_long(text):
                self.build(text)
        except yaml.MarkedYAMLError as error:
            self.problems.append(Problem.at(self.error_place(error), "yaml", _sentence(error)))
        except yaml.YAMLError as error:
            self.problems.append(Problem(self.file, 1, 1, "yaml", f"this is not YAML: {error}"))
        if not self.root and not self.problems:
            self.problems.append(Problem(self.file, 1, 1, "empty", "the file is empty"))

    def is_too_long(self, text: str) -> bool:
        """Events are counted before anything is built; a text has no more of them than characters.

        The count ends at a depth that is refused anyway: the parser takes minutes for one of 100,000.
        """
        depth = 0
        for number, event in enumerate(_events(text) if len(text) > MAX_EVENTS else ()):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                return False
            if number >= MAX_EVENTS:
                self.refuse(event, "too-long", f"the file has more than {MAX_EVENTS:,} parts")
                return True
        return False

    def build(self, text: str) -> None:
        for event in _events(text):
            if not self.take(event):
                return

    def take(self, event: yaml.Event) -> bool:
        """Build one event in; False when nothing after it is worth reading."""
        if isinstance(event, yaml.DocumentStartEvent):
            self.start_document(event)
        elif isinstance(event, yaml.AliasEvent):
            self.refuse(event, "alias", f"the alias *{event.anchor} is not allowed; write the value again")
            self.put(None)
        elif isinstance(event, yaml.ScalarEvent):
            self.scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self.start(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.end()
        return self.documents < 2 and len(self.stack) <= MAX_DEPTH and len(self.problems) < MAX_PROBLEMS

    def start_document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            self.refuse(event, "documents", "a file holds one document; take the '---' out")
        if event.version or event.tags:
            self.refuse(event, "directive", "%-directives are not allowed")

    def start(self, event: yaml.CollectionStartEvent) -> None:
        self.no_anchor_or_tag(event)
        if len(self.stack) >= MAX_DEPTH:
            self.refuse(event, "too-deep", f"the file is nested deeper than {MAX_DEPTH}")
        if self.waits_for_key():
            self.refuse(event, "key", "a key must be a plain text")
        items: dict[str, Value] | list[Value] = {} if isinstance(event, yaml.MappingStartEvent) else []
        path = self.next_path()
        self.places[path] = self.at(event.start_mark)
        self.stack.append(_Open(path, items))

    def end(self) -> None:
        items = self.stack.pop().items
        self.put(items if isinstance(items, dict) else tuple(items))

    def scalar(self, event: yaml.ScalarEvent) -> None:
        self.scalars += 1
        self.no_anchor_or_tag(event)
        self.no_strange_character(event)
        if self.waits_for_key():
            self.key(event)
            return
        self.no_comment_behind(event)
        nothing = event.style in _PLAIN_STYLES and event.value in _NOTHING
        self.places[self.next_path()] = self.at(event.start_mark)
        self.put(None if nothing else event.value)

    def key(self, event: yaml.ScalarEvent) -> None:
        top = self.stack[-1]
        path = (*top.path, event.value)
        if event.style in _BLOCK_STYLES or (event.style in _PLAIN_STYLES and event.value in _NOTHING):
            self.refuse(event, "key", "a key must be a plain text")
        if event.value == "<<" and event.style in _PLAIN_STYLES:
            self.refuse(event, "merge", "merge keys (<<) are not allowed; write the fields out")
        if path in self.keys:
            first = self.keys[path].line
            self.refuse(event, "duplicate-key", f"'{event.value}' is given twice, first in line {first}")
        self.keys.setdefault(path, self.at(event.start_mark))
        top.key = event.value

    def put(self, value: Value) -> None:
        """Hang a finished value into its parent."""
        if not self.stack:
            self.root.append(value)
            return
        top = self.stack[-1]
        if isinstance(top.items, list):
            top.items.append(value)
        elif top.key is None:
            top.key = ""  # an alias or a collection stood as a key and was refused
        else:
            top.items[top.key] = value
            top.key = None

    def waits_for_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1].items, dict) and self.stack[-1].key is None

    def next_path(self) -> Path:
        if not self.stack:
            return ()
        top = self.stack[-1]
        return (*top.path, len(top.items) if isinstance(top.items, list) else top.key or "")

    def no_anchor_or_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self.refuse(event, "anchor", f"the anchor &{event.anchor} is not allowed")
        if event.tag is not None:
            self.refuse(event, "tag", f"the tag {event.tag} is not allowed")

    def no_strange_character(self, event: yaml.ScalarEvent) -> None:
        """The file's own characters are clean by now, so only an escape can bring a strange one."""
        character = strange_character(event.value) if event.style == '"' else None
        if character:
            self.refuse(event, "character", f"the text holds {character}, which is not allowed")

    def no_comment_behind(self, event: yaml.ScalarEvent) -> None:
        """`x #y` would silently lose its end; who means a comment writes it on a line of its own."""
        if event.style not in _PLAIN_STYLES or not event.value:
            return
        end = _mark(event.end_mark)
        rest = self.lines[end.line][end.column :]
        if rest.lstrip(" \t").startswith("#"):
            sentence = "what follows ' #' would be lost; quote the text, or put the comment on its own line"
            self.problems.append(Problem.at(self.at(end), "comment", sentence))

    def refuse(self, event: yaml.Event, code: str, sentence: str) -> None:
        self.problems.append(Problem.at(self.at(event.start_mark), code, sentence))

    def at(self, mark: _Mark | None) -> FilePlace:
        mark = _mark(mark)
        return FilePlace(self.file, mark.line + 1, mark.column + 1)

    def error_place(self, error: yaml.MarkedYAMLError) -> FilePlace:
        mark = error.problem_mark or error.context_mark
        return self.at(mark) if mark else FilePlace(self.file, 1, 1)


def _mark(mark: _Mark | None) -> _Mark:
    """The parser gives every event its marks, which its types do not say."""
    if mark is None:
        raise TypeError("an event has no mark")
    return mark


def _events(text: str) -> Iterator[yaml.Event]:
    yield from yaml.parse(text, Loader=yaml.CLoader)


def _sentence(error: yaml.MarkedYAMLError) -> str:
    parts = (error.context, error.problem)
    return "this is not YAML: " + ", ".join(part for part in parts if part)
