"""A generated data set of any size: the tiny one with many indicators of a hundred observations beside it."""

import shutil
from pathlib import Path

TINY = Path(__file__).parents[1] / "data" / "tiny"
_PER_INDICATOR = 100

_HEAD = """# yaml-language-server: $schema=../schema/indicator.json

name: {{zh: 生成指标{n}, en: Generated indicator {n}}}
description: {{zh: 为测速生成。, en: Generated to measure speed.}}
topic: ai
unit: firm
definitions:
  reported:
    name: {{zh: 报道口径, en: As reported}}
    text: {{zh: 示例。, en: Sample.}}
expect: {{count: {count}, min: 1, max: 100000}}
observations:
"""
_OBSERVATION = """  - id: generated-{n}-{k}
    value: {value}
    unit: firm
    qualifier: over
    period: {year}-{month:02d}
    geography: beijing
    definition: reported
    source: paper-a
    printed: 超{value}家
"""


def generate(folder: Path, observations: int) -> Path:
    """A good data set with at least `observations` observations, in `folder`/datasets."""
    root = folder / "datasets"
    shutil.copytree(TINY, root)
    for n in range(-(-observations // _PER_INDICATOR)):
        (root / "indicators" / f"generated-{n}.yaml").write_text(_indicator(n), encoding="utf-8")
    return root


def _indicator(n: int) -> str:
    rows = (
        _OBSERVATION.format(n=n, k=k, value=1000 + n + k, year=2010 + k // 12, month=k % 12 + 1)
        for k in range(_PER_INDICATOR)
    )
    return _HEAD.format(n=n, count=_PER_INDICATOR) + "".join(rows)
