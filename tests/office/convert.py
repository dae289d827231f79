"""Slides as other programs open them: `make test-office`, or `python -m tests.office.convert --pictures DIR`.

Writes every story and a chart of each kind, in both languages; holds each to the schemas of Office, converts it
with LibreOffice, and compares pages and labels. Needs soffice, pdftotext, pdftoppm and openxml-audit.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.decks.deck import Deck
from app.model.text import LANGS
from app.renderers.pptx.deck import write_pptx
from app.site import Site
from tests import beijing
from tests.renderers.pptx.opened import opened

_LONGEST = 600


@dataclass(frozen=True)
class Written:
    """A file, the deck it was made from, and how many slides it has."""

    path: Path
    deck: Deck
    slides: int


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=Path, help="a folder for a PNG of every slide")
    pictures = parser.parse_args().pictures
    site = beijing.site()
    with tempfile.TemporaryDirectory() as folder:
        files = list(_written(site, Path(folder)))
        _convert([each.path for each in files], Path(folder))
        problems = [problem for each in files for problem in _problems(each)]
        if pictures:
            _draw(files, pictures)
    print(
        "\n".join(problems) or f"{len(files)} files, {sum(each.slides for each in files)} slides: all as they should be"
    )
    return int(bool(problems))


def _written(site: Site, folder: Path) -> Iterator[Written]:
    kinds: Mapping[str, str] = {chart.kind.value: name for name, chart in site.catalog.charts.items()}
    for lang in LANGS:
        for deck in (
            *(site.deck(name, lang) for name in site.catalog.stories),
            *(site.chart_deck(name, lang) for name in kinds.values()),
        ):
            data = write_pptx(deck, site.edition(lang))
            path = folder / f"{deck.id}-{lang}.pptx"
            path.write_bytes(data)
            yield Written(path, deck, len(opened(data).slides))


def _convert(paths: list[Path], folder: Path) -> None:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    _run("soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), *map(str, paths))


def _problems(file: Written) -> Iterator[str]:
    audit = _run(sys.executable, "-m", "openxml_audit", "--policy", "strict", str(file.path))
    if "Errors: 0" not in audit:
        yield f"{file.path.name}: {audit}"
    pdf = file.path.with_suffix(".pdf")
    if not pdf.exists():
        yield f"{file.path.name}: LibreOffice did not open it"
        return
    text = _close(_run("pdftotext", "-layout", str(pdf), "-"))
    pages = text.count("\f")
    if pages != file.slides:
        yield f"{file.path.name}: {pages} pages of {file.slides} slides"
    for label in _labels(file.deck):
        if _close(label) not in text:
            yield f"{file.path.name}: '{label}' is not on its pages"


def _labels(deck: Deck) -> Iterator[str]:
    """The numbers of every figure shown: the rest of a label may be set apart, or broken into lines."""
    for slide in deck.slides:
        yield from (point.label.number for e in slide.exhibits for point in e.scene.points)


def _close(text: str) -> str:
    """Without spaces; a page ends in a form feed, which stays."""
    return re.sub(r"[^\S\f]", "", text)


def _draw(files: list[Written], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for each in files:
        _run("pdftoppm", "-r", "80", "-png", str(each.path.with_suffix(".pdf")), str(folder / each.path.stem))


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=_LONGEST, check=False)
    return done.stdout + done.stderr


if __name__ == "__main__":
    sys.exit(main())
