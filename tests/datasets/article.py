"""The frozen data and one article more: what a curator adds without a line of the program."""

import shutil
from pathlib import Path

from tests.beijing import BEIJING
from tests.loading.tiny import edit

SOURCE = """# yaml-language-server: $schema=../schema/source.json

article: "901"
title: {zh: 示例文章, en: A sample article}
short: {zh: 示例（2026）, en: A sample (2026)}
publisher: unknown
author: unknown
published: 2026-03-02
published_basis: stated
address: unknown
dating: {zh: 报头印有日期。, en: The date is printed on the page.}
"""
#: One figure more of an indicator there is.
FIRMS = """  - id: ai-firms-2025
    value: 2750
    unit: firm
    qualifier: nearly
    period: 2025
    geography: beijing
    definition: reported
    source: sample-2026
    printed: 近2750家
"""
INDICATOR = """# yaml-language-server: $schema=../schema/indicator.json

name: {zh: 示例专项资金, en: "Sample fund for laboratories"}
short: {zh: 示例资金, en: "Sample fund"}
description: {zh: 示例资金的规模。, en: "The size of a sample fund."}
topic: clusters
unit: cny
measures: size
definitions:
  reported:
    name: {zh: 报道口径, en: "As reported"}
    text: {zh: 照报道所写。, en: "As the article has it."}
expect: {count: 2}
observations:
  - id: sample-fund-size-2024
    value: 31.5
    unit: yi-cny
    period: 2024
    geography: beijing
    definition: reported
    source: sample-2026
    printed: 31.5亿元
  - id: sample-fund-size-2025
    value: 40
    unit: yi-cny
    qualifier: over
    period: 2025
    geography: beijing
    definition: reported
    source: sample-2026
    printed: 超40亿元
"""
CHART = """# yaml-language-server: $schema=../schema/chart.json

kind: series
topic: clusters
finding: {zh: "示例资金2025年达[[sample-fund-size-2025]]", en: "The sample fund had [[sample-fund-size-2025]] in 2025"}
title: {zh: 示例资金规模, en: "Size of the sample fund"}
subtitle: {zh: 每年一个数字, en: "One figure a year"}
select: {indicators: [sample-fund-size]}
related: [fund-goal]
"""


def with_article(folder: Path) -> Path:
    """A copy of the frozen data with a source, an indicator, a chart, and a figure of an indicator there was."""
    root = folder / "datasets"
    shutil.copytree(BEIJING, root)
    for name, text in (
        ("sources/sample-2026.yaml", SOURCE),
        ("indicators/sample-fund-size.yaml", INDICATOR),
        ("charts/sample-fund-size.yaml", CHART),
    ):
        (root / name).write_text(text, encoding="utf-8")
    firms = root / "indicators" / "ai-firms.yaml"
    firms.write_text(firms.read_text(encoding="utf-8").rstrip("\n") + "\n" + FIRMS, encoding="utf-8")
    edit(root, "indicators/ai-firms.yaml", "count: 2,", "count: 3,")
    edit(root, "topics.yaml", "    - fund-goal\n", "    - fund-goal\n    - sample-fund-size\n")
    return root
