"""Mutated dataset files load whole or are refused with a place: no traceback, no crash, no silent loss."""

import multiprocessing
import random
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

import tests.loading.mutants as mutants
import tests.loading.tiny as tiny
from app.loading.dataset import check_report
from tests.beijing import BEIJING

pytestmark = pytest.mark.whole

SEED = 20261122
COUNT = 5_000
FILES = sorted(path for root in (tiny.TINY, BEIJING) for path in root.rglob("*.yaml"))


def test_five_thousand_mutated_files_load_whole_or_are_refused_with_a_place() -> None:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=context, initializer=mutants.limit_memory) as pool:
        shares = [pool.submit(mutants.verdicts, FILES, seed=SEED + n, count=COUNT // 2) for n in range(2)]
        verdicts = sum((share.result(timeout=120) for share in shares), Counter[str]())
    assert verdicts.total() == COUNT
    assert set(verdicts) == {"loaded", "refused"}, verdicts
    assert min(verdicts.values()) > COUNT // 20, "a fuzz that only loads or only refuses shows nothing"


def test_a_mutated_file_among_good_ones_never_breaks_the_checks(tmp_path: Path) -> None:
    root = tiny.copy(tmp_path)
    chance = random.Random(SEED)
    for path in chance.choices(sorted(root.rglob("*.yaml")), k=200):
        data = path.read_bytes()
        path.write_bytes(mutants.mutant(data, chance))
        assert all(line.startswith("datasets/") for line in check_report(root, tiny.ARTICLES))
        path.write_bytes(data)
