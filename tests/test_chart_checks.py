"""A chart file whose figures cannot honestly take its kind is refused at its line, with a sentence."""

import re
from pathlib import Path

import pytest

from app.chart_checks import open_checked_site
from app.commands.check import report
from app.loading.problems import DatasetError
from app.settings import Settings
from tests.beijing import BEIJING
from tests.conftest import TINY
from tests.loading.tiny import copy, edit

CHART = """# yaml-language-server: $schema=../schema/chart.json

kind: {kind}
topic: ai
finding: {{zh: 甲, en: A}}
title: {{zh: 甲, en: A}}
subtitle: {{zh: 乙, en: B}}
select: {select}
related: []
"""
DOLLARS = """# yaml-language-server: $schema=../schema/indicator.json

name: {zh: 市值, en: Market value}
description: {zh: 示例指标。, en: A sample indicator.}
topic: ai
unit: usd
definitions:
  size:
    name: {zh: 规模, en: Size}
    text: {zh: 示例。, en: Sample.}
expect: {count: 1}
measures: size
observations:
  - id: dollars
    value: 5949
    unit: usd
    period: 2024
    geography: beijing
    definition: size
    source: paper-a
    printed: 5949美元
"""
DOLLAR_UNIT = """usd:
  base: usd
  zh: "美元"
  en: {one: dollar, other: dollars}
  en_sign: "$"
  printed: ["美元"]
"""

CASES = [
    ("bars", "{observations: [output-2023, dollars]}", "3:7", "dishonest-chart", "“¥” and “$” are different units"),
    ("series", "{observations: [output-2023, dollars]}", "3:7", "dishonest-chart", "cannot share an axis"),
    ("series", "{observations: [firms-2024, firms-share-half]}", "3:7", "dishonest-chart", "cannot share an axis"),
    ("change", "{observations: [firms-2023, top-firms]}", "3:7", "dishonest-chart", "are defined differently"),
    ("composition", "{observations: [firms-2023, firms-2024]}", "3:7", "dishonest-chart", "is not exact"),
    ("composition", "{observations: [firms-share-cheng, firms-share-half]}", "3:7", "dishonest-chart", "not exact"),
    ("share", "{observations: [firms-2023]}", "3:7", "dishonest-chart", "is no share"),
    ("rank", "{observations: [firms-2023]}", "3:7", "dishonest-chart", "neither a rank"),
    ("series", "{indicators: [firms], categories: [software], definitions: [reported]}", "3:7", "empty-chart", "names"),
]


@pytest.mark.parametrize(("kind", "select", "place", "code", "sentence"), CASES)
def test_a_dishonest_chart_is_refused_at_its_line(
    tmp_path: Path, kind: str, select: str, place: str, code: str, sentence: str
) -> None:
    root = with_chart(tmp_path, kind, select)
    (problem,) = report(Settings(datasets=root), None)
    assert re.match(rf".*charts/dishonest\.yaml:{place}: \[{code}\] ", problem), problem
    assert sentence in problem


def test_a_dishonest_view_is_refused_at_its_own_line(tmp_path: Path) -> None:
    root = with_chart(tmp_path, "change", "{observations: [output-2022, output-2023]}")
    path = root / "charts" / "dishonest.yaml"
    view = "views:\n  both:\n    title: {zh: 甲, en: A}\n    select: {observations: [firms-2023, top-firms]}\n"
    path.write_text(path.read_text(encoding="utf-8") + view, encoding="utf-8")
    (problem,) = report(Settings(datasets=root), None)
    assert "charts/dishonest.yaml:12:5: [dishonest-chart]" in problem


def test_growth_between_bounds_is_refused_where_it_is_asked_for(tmp_path: Path) -> None:
    root = copy(tmp_path)
    growth = "{op: growth, of: firms-2024, base: firms-goal}"
    edit(root, "indicators/firms.yaml", "{op: divide, of: firms-2023, by: 2}", growth)
    problems = report(Settings(datasets=root), None)
    assert any("indicators/firms.yaml:" in each and "[derived-refused]" in each for each in problems), problems


STORY_CASES = [
    ("view: facts", "select: {observations: [output-2023, firms-2023]}", "22:39", "dishonest-chart", "share an axis"),
    ("view: facts", "select: {indicators: [output], categories: [software]}", "22:9", "empty-chart", ""),
    ("[firms-2024], reveal", "[firms-2024, output-2023], reveal", "17:60", "highlight-absent", "not stand in this"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "place", "code", "sentence"), STORY_CASES)
def test_a_story_is_refused_where_its_slide_shows_what_it_cannot(
    tmp_path: Path, old: str, new: str, place: str, code: str, sentence: str
) -> None:
    root = copy(tmp_path)
    edit(root, "stories/sample.yaml", old, new)
    (problem,) = report(Settings(datasets=root), None)
    assert f"stories/sample.yaml:{place}: [{code}" in problem
    assert sentence in problem


def test_serving_refuses_what_check_refuses(tmp_path: Path) -> None:
    root = with_chart(tmp_path, "bars", "{observations: [output-2023, dollars]}")
    with pytest.raises(DatasetError, match="dishonest-chart"):
        open_checked_site(Settings(datasets=root))


@pytest.mark.parametrize("root", [TINY, BEIJING], ids=["tiny", "beijing"])
def test_honest_charts_pass(root: Path) -> None:
    assert report(Settings(datasets=root), None) == []


def with_chart(folder: Path, kind: str, select: str) -> Path:
    """The tiny data with one more chart, on its first topic, and a figure in dollars."""
    root = copy(folder)
    (root / "units.yaml").write_text((root / "units.yaml").read_text(encoding="utf-8") + DOLLAR_UNIT, encoding="utf-8")
    (root / "indicators" / "dollars.yaml").write_text(DOLLARS, encoding="utf-8")
    edit(root, "topics.yaml", "[firms-series, share-bars]", "[firms-series, share-bars, dishonest]")
    (root / "charts" / "dishonest.yaml").write_text(CHART.format(kind=kind, select=select), encoding="utf-8")
    return root
