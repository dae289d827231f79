"""The reader returns what was written, or refuses it at its line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.loading.problems import DatasetError, Problem
from app.loading.yaml_source import Value, read_yaml
from tests.work import calls

DATASET_FILES = sorted(Path("tests/data/tiny").rglob("*.yaml"))

AS_WRITTEN = [
    *("NO", "off", "on", "yes", "true", "12:30", "0123", "08512", "1_000", "1e3", "1.10", "1.0e+400", "0x1F"),
    *(".nan", ".inf", "2020-13-45", "2020-01-01", "2001-1-1", "1,234", "12%", "1,5", "=", "-5", "+1", "９家"),
    *("NULL!", "x#y", "5" * 5000, "a: b".replace(": ", ":"), "−5", "١٢", "12：30"),
]


@pytest.mark.parametrize("text", AS_WRITTEN, ids=lambda text: text[:12])
def test_a_plain_scalar_is_the_text_that_was_written(text: str) -> None:
    assert read_yaml(f"key: {text}\n".encode(), "f.yaml").value == {"key": text}


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("a: ~\nb: null\nc:\n", {"a": None, "b": None, "c": None}),
        ('a: "~"\nb: \'null\'\nc: ""\n', {"a": "~", "b": "null", "c": ""}),
        ("true: a\n1: b\n1.0: c\n", {"true": "a", "1": "b", "1.0": "c"}),
        ("- [x, {y: z}]\n- {}\n- []\n", (("x", {"y": "z"}), {}, ())),
        ("a: >-\n  one\n  two\nb: |\n  three\n", {"a": "one two", "b": "three\n"}),
        ("# only a comment before\na: 1\n", {"a": "1"}),
        ('a: "x # y"\n', {"a": "x # y"}),
        ('a: "\\u4eac"\n', {"a": "京"}),
    ],
)
def test_values_are_mappings_sequences_texts_and_nothing(source: str, value: Value) -> None:
    assert read_yaml(source.encode(), "f.yaml").value == value


@pytest.mark.parametrize("change", [lambda data: b"\xef\xbb\xbf" + data, lambda data: data.replace(b"\n", b"\r\n")])
@pytest.mark.parametrize("path", DATASET_FILES, ids=lambda path: path.stem)
def test_a_byte_order_mark_and_windows_line_ends_change_nothing(path, change) -> None:  # type: ignore[no-untyped-def]
    data = path.read_bytes()
    assert read_yaml(change(data), "f.yaml") == read_yaml(data, "f.yaml")


REFUSED = [
    ("a: 1\nb: 2\na: 3\n", "3:1", "duplicate-key"),
    ("x:\n  - {a: 1, a: 2}\n", "2:12", "duplicate-key"),
    ("a: &x 1\n", "1:4", "anchor"),
    ("a: &x [1]\n", "1:4", "anchor"),
    ("a: *x\n", "1:4", "alias"),
    ("a: !!binary eA==\n", "1:4", "tag"),
    ("a: !x {b: 1}\n", "1:4", "tag"),
    ("a: ! b\n", "1:4", "tag"),
    ("<<: {a: 1}\n", "1:1", "merge"),
    ("a: 1\n---\nb: 2\n", "2:1", "documents"),
    ("%YAML 1.2\n---\na: 1\n", "1:1", "directive"),
    ("%TAG ! tag:x,2000:\n---\na: 1\n", "1:1", "directive"),
    ("? [a]\n: b\n", "1:3", "key"),
    ("? {a: b}\n: c\n", "1:3", "key"),
    ("? |\n  a\n: c\n", "1:3", "key"),
    ("~: 1\n", "1:1", "key"),
    ("a: x #y\n", "1:5", "comment"),
    ("", "1:1", "empty"),
    ("# nothing\n", "1:1", "empty"),
    ("a: [1, 2\n", "2:1", "yaml"),
    ("a: b: c\n", "1:5", "yaml"),
    ("a:\n\tb: 1\n", "2:1", "yaml"),
    ("%FOO x\n---\na: 1\n", "1:5", "yaml"),
    ('a: "\\ud800"\n', "1:7", "yaml"),
    ("a: 1\rb: 2\n", "1:5", "character"),
    ("a: \x07\n", "1:4", "character"),
    ("a: \x00\n", "1:4", "character"),
    ("a: b\x85c: d\n", "1:5", "character"),
    ("a: b\u2028c\n", "1:5", "character"),
    ("a: b\u2029c\n", "1:5", "character"),
    ("a:\n\u00a0 b: 1\n", "2:1", "character"),
    ("a: 京\u200b华\n", "1:5", "character"),
    ("a: \u202eabc\n", "1:4", "character"),
    ("a: b\ufeffc\n", "1:5", "character"),
    ("a: \ufffd\n", "1:4", "character"),
    ('a: "\\x07"\n', "1:4", "character"),
    ('a: "\\u202e"\n', "1:4", "character"),
    ('a: "\\N"\n', "1:4", "character"),
]


@pytest.mark.parametrize(("source", "place", "code"), REFUSED, ids=lambda given: repr(given)[:24])
def test_what_yaml_would_guess_or_hide_is_refused_at_its_place(source: str, place: str, code: str) -> None:
    with pytest.raises(DatasetError) as error:
        read_yaml(source.encode("utf-8", "surrogatepass"), "f.yaml")
    assert str(error.value.problems[0]).startswith(f"f.yaml:{place}: [{code}] ")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "latin-1", "cp932", "gb18030"])
def test_other_encodings_are_refused_at_their_first_character(encoding: str) -> None:
    text = "a: é\n" if encoding == "latin-1" else "a: 東京\n"
    with pytest.raises(DatasetError) as error:
        read_yaml(text.encode(encoding), "f.yaml")
    assert error.value.problems[0].code in {"not-utf-8", "character"}


def test_a_refused_character_is_named() -> None:
    with pytest.raises(DatasetError, match=r"U\+200B ZERO WIDTH SPACE"):
        read_yaml("a: 京\u200b\n".encode(), "f.yaml")


def test_all_problems_of_a_file_are_told_at_once() -> None:
    with pytest.raises(DatasetError) as error:
        read_yaml(b"a: &x 1\na: *x\nb: !t c #d\n", "f.yaml")
    assert [(p.line, p.code) for p in error.value.problems] == [
        (1, "anchor"),
        (2, "duplicate-key"),
        (2, "alias"),
        (3, "tag"),
        (3, "comment"),
    ]


BOMBS = {
    "depth 21": (b"[" * 21 + b"]" * 21, "too-deep"),
    "depth 200,000": (b"[" * 200_000, "too-deep"),
    "block depth 200,000": (b"- " * 200_000, "too-deep"),
    "mapping depth": (b"{a: " * 100_000, "too-deep"),
    "aliases": (b"a: &a [x]\n" + b"".join(b"b%d: &b%d [*a, *a]\n" % (n, n) for n in range(9)), "anchor"),
    "100,000 keys": (b"".join(b"k%d: v\n" % n for n in range(100_000)), "too-long"),
    "50 MB": (b"a: " + b"x" * 50_000_000, "too-large"),
    "merges": (b"a: {<<: [" + b"*x, " * 1_000 + b"]}", "merge"),
    "strange characters": (b"a: " + "\u200b".encode() * 500_000, "character"),
}


#: Of functions, until a bomb is refused: nearly nothing, but for what has as many keys as a file may have lines.
MOST_CALLS = {"100,000 keys": 1_500_000}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_before_it_is_read(name: str) -> None:
    data, code = BOMBS[name]
    problems: list[Problem] = []

    def read() -> None:
        with pytest.raises(DatasetError) as error:
            read_yaml(data, "f.yaml")
        problems.extend(error.value.problems)

    assert calls(read) < MOST_CALLS.get(name, 10_000)
    assert code in {problem.code for problem in problems}


def test_depth_20_is_read() -> None:
    assert read_yaml(b"[" * 20 + b"]" * 20, "f.yaml").scalars == 0


def test_every_key_and_item_has_its_place() -> None:
    document = read_yaml(b"a:\n  - b: c\n  - d\n", "f.yaml")
    spots = {path: (place.line, place.column) for path, place in document.places.items()}
    assert spots == {(): (1, 1), ("a",): (2, 3), ("a", 0): (2, 5), ("a", 0, "b"): (2, 8), ("a", 1): (3, 5)}
    assert (document.keys["a", 0, "b"].line, document.keys["a", 0, "b"].column) == (2, 5)


TEXTS = st.text(st.characters(min_codepoint=32, max_codepoint=0x9FFF, categories=("L", "N", "P")), min_size=1)
TREES = st.recursive(
    TEXTS | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=12,
)


@given(TREES)
def test_any_tree_written_in_quotes_is_read_back(tree: object) -> None:
    assert read_yaml(_written(tree).encode(), "f.yaml").value == _frozen(tree)


def _written(tree: object) -> str:
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{_written(key)}: {_written(item)}" for key, item in tree.items()) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(map(_written, tree)) + "]"
    return "~" if tree is None else "'" + str(tree).replace("'", "''") + "'"


def _frozen(tree: object) -> object:
    if isinstance(tree, dict):
        return {key: _frozen(item) for key, item in tree.items()}
    return tuple(map(_frozen, tree)) if isinstance(tree, list) else tree
