"""The tiny data set, copied and edited, as the tests of the loader need it."""

import shutil
from pathlib import Path

TINY = Path(__file__).parents[1] / "data" / "tiny"
ARTICLES = Path(__file__).with_name("articles")


def copy(folder: Path) -> Path:
    """A copy to break, in a folder named as in production."""
    root = folder / "datasets"
    shutil.copytree(TINY, root)
    return root


def edit(root: Path, file: str, old: str, new: str) -> None:
    """Replace the one occurrence of `old`; an edit that does not fit is a mistake of the test."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")
