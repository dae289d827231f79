"""Mutated dataset files load whole or are refused with a place: no traceback, no crash, no silent loss."""

import multiprocessing
import random
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import tests.loading.mutants as mutants
import tests.loading.tiny as tiny
from app.loading.report import check_report

SEED = 20261122
COUNT = 5_000
REAL = Path(__file__).parents[2] / "datasets"
FILES = sorted(path for root in (tiny.TINY, REAL) for path in root.rglob("*.yaml"))


def test_five_thousand_mutated_files_load_whole_or_are_refused_with_a_place() -> None:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=context, initializer=mutants.limit_memory) as pool:
        shares = [pool.submit(mutants.outcomes, FILES, seed=SEED + n, count=COUNT // 2) for n in range(2)]
        found = [outcome for share in shares for outcome in share.result(timeout=120)]
    verdicts = Counter(outcome.verdict for outcome in found)
    assert len(found) == COUNT
    assert set(verdicts) == {"loaded", "refused"}, verdicts
    assert min(verdicts.values()) > COUNT // 20, "a fuzz that only loads or only refuses shows nothing"
    assert max(outcome.seconds for outcome in found) < 2


def test_a_mutated_file_among_good_ones_never_breaks_the_checks(tmp_path: Path) -> None:
    root = tiny.copy(tmp_path)
    chance = random.Random(SEED)
    for path in chance.choices(sorted(root.rglob("*.yaml")), k=200):
        data = path.read_bytes()
        path.write_bytes(mutants.mutant(data, chance))
        assert all(line.startswith("datasets/") for line in check_report(root, tiny.ARTICLES))
        path.write_bytes(data)
