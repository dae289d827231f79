"""How large the program is and how far one figure travels in it. `python -m tests.bench.bench_house [--root CHECKOUT]`.

Read off the code: lines, files, classes, functions, names that mean two things, private functions used once. Traced
while it runs: the functions and files entered for the loading, one chart page and one PowerPoint slide, and how
often a chart page builds its scene and lays it out.
"""

import argparse
import ast
import json
import re
import statistics
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

CHART = "ai-firms"
#: What builds a scene and what lays it out, by file and name: today's, and those of checkouts before them.
BUILDS = ("charts/registry.py:build_scene", "charts/build.py:build_scene", "scene/build.py:build")
LAYOUTS = (
    "charts/registry.py:layout_chart",
    "charts/layout_chart.py:layout_chart",
    "charts/build.py:layout_chart",
    "layout/place.py:place",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=Path(), help="the checkout to measure (this one)")
    root = parser.parse_args().root.resolve()
    for name, value in (*_sizes(root), *_traces(root)):
        print(f"{name:<58} {value}")


def _sizes(root: Path) -> Iterator[tuple[str, str]]:
    texts = {path: path.read_text(encoding="utf-8") for path in sorted((root / "app").rglob("*.py"))}
    trees = {path: ast.parse(text) for path, text in texts.items()}
    functions = [node for tree in trees.values() for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    lengths = [_body_lines(node) for node in functions]
    templates = list((root / "app").rglob("*.html"))
    yield "files, lines of Python in app/", f"{len(texts)}, {sum(text.count(chr(10)) for text in texts.values()):,}"
    yield "templates in app/", str(len(templates))
    yield "files under 30 / 50 lines, over 300", "{} / {}, {}".format(*_short_and_long(list(texts.values())))
    yield "functions, median lines of their bodies", f"{len(functions):,}, {statistics.median(lengths):.0f}"
    yield "functions over 25 / over 40 lines", f"{sum(n > 25 for n in lengths)} / {sum(n > 40 for n in lengths)}"
    yield "private functions used in exactly one place", str(_used_once(texts, trees))
    classes = [node for tree in trees.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    yield "classes", str(len(classes))
    yield "class names defined in more than one file", str(len(_twice(trees, ast.ClassDef)))
    yield "public function names defined in more than one file", str(len(_twice(trees, ast.FunctionDef)))
    branch = re.compile(r'lang (?:is Lang\.ZH|== "zh")')
    yield "branches on the language", str(sum(len(branch.findall(text)) for text in texts.values()))
    yield "asserts", str(sum(isinstance(node, ast.Assert) for tree in trees.values() for node in ast.walk(tree)))


def _body_lines(node: ast.FunctionDef) -> int:
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def _short_and_long(texts: list[str]) -> tuple[int, int, int]:
    lines = [text.count("\n") for text in texts]
    return sum(n < 30 for n in lines), sum(n < 50 for n in lines), sum(n > 300 for n in lines)


def _used_once(texts: dict[Path, str], trees: dict[Path, ast.Module]) -> int:
    """Private functions of a module whose name stands in it once beside its definition."""
    return sum(
        1
        for path, tree in trees.items()
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        and node.name.startswith("_")
        and len(re.findall(rf"\b{node.name}\b", texts[path])) == 2
    )


def _twice(trees: dict[Path, ast.Module], kind: type[ast.ClassDef] | type[ast.FunctionDef]) -> list[str]:
    where: dict[str, set[Path]] = defaultdict(set)
    for path, tree in trees.items():
        for node in tree.body:
            if isinstance(node, kind) and not node.name.startswith("_"):
                where[node.name].add(path)
    return sorted(name for name, paths in where.items() if len(paths) > 1)


def _traces(root: Path) -> Iterator[tuple[str, str]]:
    ran = subprocess.run([sys.executable, "-c", _TRACE, CHART], cwd=root, check=True, capture_output=True, text=True)
    calls: dict[str, dict[str, int]] = json.loads(ran.stdout.splitlines()[-1])
    seen: set[str] = set()
    for name, entered in calls.items():
        yield f"{name}: functions, files entered", _spread(set(entered))
        seen |= set(entered)
        if name != "loading":
            yield "… with what was entered before", _spread(seen)
    page = Counter(calls["chart page"])
    yield "scenes built for one chart page", str(sum(page[name] for name in BUILDS))
    yield "layouts made for one chart page", str(sum(page[name] for name in LAYOUTS))


def _spread(entered: set[str]) -> str:
    return f"{len(entered)}, {len({name.split(':')[0] for name in entered})}"


#: Runs in the measured checkout: what it is asked over HTTP stays, whatever its modules are called.
_TRACE = r"""
import collections, json, os, sys
sys.path.insert(0, os.getcwd())
from app.server import create_app
from app.settings import Settings
from app.site import Site

ROOT = os.path.join(os.getcwd(), "app") + os.sep
calls, entered = {}, None

def watch(frame, event, arg):
    if event == "call" and entered is not None:
        code = frame.f_code
        if code.co_filename.startswith(ROOT) and not code.co_name.startswith("<"):
            entered[code.co_filename[len(ROOT):] + ":" + code.co_qualname] += 1

def traced(name, work):
    global entered
    entered = calls[name] = collections.Counter()
    sys.setprofile(watch)
    answer = work()
    sys.setprofile(None)
    return answer

traced("loading", lambda: Site.open(Settings.read()))
client = create_app(Settings.read()).test_client()
chart = sys.argv[1]
assert traced("chart page", lambda: client.get(f"/zh/charts/{chart}")).status_code == 200
assert traced("PowerPoint slide", lambda: client.get(f"/zh/charts/{chart}.pptx")).status_code == 200
print(json.dumps(calls))
"""


if __name__ == "__main__":
    main()
