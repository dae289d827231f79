"""Times and sizes of the stories and of every chart as PowerPoint files. `python -m tests.bench.bench_slides`."""

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from app.model.text import LANGS
from app.renderers.pptx.deck import write_pptx
from app.settings import Settings
from app.site import Site


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    site = Site.open(Settings(datasets=Path("datasets")))
    for lang in LANGS:
        edition = site.edition(lang)
        for name in site.catalog.stories:
            deck = site.deck(name, lang)
            taken = _timed(lambda d=deck, e=edition: write_pptx(d, e), rounds)  # type: ignore[misc]
            print(f"{name} {lang}, {len(deck.slides)} slides: {taken}")
        singles = [site.chart_deck(name, lang) for name in site.catalog.charts]
        times = [_once(lambda d=deck, e=edition: write_pptx(d, e))[0] for deck in singles]  # type: ignore[misc]
        print(f"{len(singles)} charts {lang}: median {statistics.median(times):.0f} ms, longest {max(times):.0f} ms")


def _timed(write: Callable[[], bytes], rounds: int) -> str:
    first, size = _once(write)
    times = [_once(write)[0] for _ in range(rounds)]
    return f"first {first:.0f} ms, median {statistics.median(times):.0f} ms, {size / 1000:.0f} kB"


def _once(write: Callable[[], bytes]) -> tuple[float, int]:
    began = time.perf_counter()
    size = len(write())
    return (time.perf_counter() - began) * 1000, size


if __name__ == "__main__":
    main()
