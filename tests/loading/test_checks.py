# ruff: noqa: E501 - a case of the table is one line
"""Each rule, broken once in a copy of the tiny data set, is told at its place with its code."""

import re
from pathlib import Path

import pytest

import tests.loading.tiny as tiny
from app.loading.dataset import check_report, load
from app.loading.problems import DatasetError

F, S, C = "indicators/firms.yaml", "indicators/firms-share.yaml", "charts/firms-series.yaml"
T = "stories/sample.yaml"

#: file, what stands there, what is put there, where the problem is told, its code and a part of its sentence.
BROKEN = [
    (F, "unit: firm\ndefinitions", "unit: frim\ndefinitions", f"{F}:7:7", "unknown-unit", "did you mean 'firm'"),
    (F, "topic: ai", "topic: ia", f"{F}:6:8", "unknown-topic", "'ia'"),
    (F, "comparison: firms-share", "comparison: x", f"{F}:15:13", "unknown-indicator", "'x'"),
    (F, "measures: firms", "measures: growth", f"{F}:18:11", "indicator-measures", "'firm'"),
    (F, "measures: firms", "measures: frims", f"{F}:18:11", "unknown-measure", "did you mean 'firms'"),
    (F, "measures: firms", "measures: firms\nwhole: list", f"{F}:19:8", "indicator-whole", "is no share"),
    (S, "whole: nation\n", "", f"{S}:16:11", "indicator-whole", "needs 'whole'"),
    (S, "whole: nation", "whole: nation\nscale: loq", f"{S}:18:8", "bad-value", "did you mean 'log'"),
    ("indicators/speed.yaml", "    value: 2\n", "    value: 0\n", "indicators/speed.yaml:13:8", "indicator-scale", "0 or below"),
    ("board.yaml", "columns: [firms, size, share]", "columns: [firms, share]", "board.yaml:10:25", "sector-column", "'output'"),
    ("board.yaml", "indicators: [firms,", "indicators: [firm,", "board.yaml:10:18", "unknown-indicator", "did you mean 'firms'"),
    ("board.yaml", "measures: [share]", "measures: [shares]", "board.yaml:16:18", "unknown-measure", "did you mean 'share'"),
    (F, "category: software", "category: hard", f"{F}:61:15", "unknown-category", "'hard'"),
    (F, "geography: china\n    category", "geography: chian\n    category", f"{F}:60:16", "unknown-geography", ""),
    (F, "of: firms-2023", "of: firms-2032", f"{F}:25:31", "unknown-observation", "did you mean 'firms-20"),
    (F, "share_of: ranked-firms", "share_of: ranked", f"{F}:83:15", "unknown-observation", ""),
    (F, "share_of: ranked-firms", "share_of: speed-up", f"{F}:83:15", "share-of", "times"),
    (F, "share_of: ranked-firms", "share_of: top-firms", f"{F}:83:15", "share-of", "itself"),
    (F, "id: firms-2023", "id: Firms", f"{F}:26:9", "bad-value", "'Firms'"),
    (F, "id: firms-2023", "id: firms-2024", f"{F}:34:9", "duplicate-id", "taken by"),
    (F, "value: 1155", "value: 1,155", f"{F}:27:12", "bad-value", "field 'value': '1,155' is not a plain number"),
    (F, "value: 1155", "value: １１５５", f"{F}:27:12", "bad-value", "field 'value'"),
    (F, "value: 1155", "value: 1156", f"{F}:27:12", "printed-value", "reads 1155, not 1156"),
    (F, "unit: wan-firm", "unit: firm", f"{F}:46:11", "printed-unit", "the unit '万家'"),
    (F, "qualifier: over\n    period: 2024\n    geo", "period: 2024\n    geo", f"{F}:34:5", "printed-qualifier", "over"),
    (F, "qualifier: at_least", "qualifier: atleast", f"{F}:47:16", "bad-value", "did you mean 'at_least'"),
    (F, "printed: 1155家", "printed: 一千一百五家", f"{F}:33:14", "unreadable-fragment", "一千一百五家"),
    (F, "printed: 1155家", "printed: " + "家" * 25, f"{F}:33:14", "bad-value", "24"),
    (F, "    printed: 1155家\n", "", f"{F}:26:5", "value-unproved", "'printed'"),
    (F, "    printed: 1155家\n", "    printed: 1155家\n    attributed_to: nobody\n", f"{F}:34:20", "unknown-subject", "'nobody'"),
    (F, "    derived: {op: divide", "    attributed_to: sample-fund\n    derived: {op: divide", f"{F}:25:20", "attributed-unprinted", "no 'source'"),
    (F, "    value: 1155\n", "", f"{F}:26:5", "value-or-derived", "either"),
    (F, "    value: 1155\n", "", f"{F}:32:14", "value-missing", "no 'value'"),
    (F, "period: 2023", "period: 2023-13", f"{F}:29:13", "bad-value", "is not a period"),
    (F, "period: 2027", "period: 2027\n    period: 2027", f"{F}:49:5", "duplicate-key", "first in line 48"),
    (F, "    target: true\n", "", f"{F}:48:13", "fact-future", "is it a target"),
    (F, "target: true", "target: yes", f"{F}:53:13", "bad-value", "neither true nor false"),
    (F, "    note: {zh: 由上下文推断。, en: Worked out from the context.}\n", "", f"{F}:54:5", "inferred-without-note", ""),
    (F, ", en: Worked out from the context.", "", f"{F}:65:11", "missing-field", "field 'en' is missing"),
    (F, "description:", "descripton:", f"{F}:5:1", "unknown-field", "did you mean 'description'"),
    (F, "name: {zh: 企业数量", "name: {zh: ~", f"{F}:3:12", "empty-field", "'zh' is empty"),
    (F, "aliases: {zh: [公司]", "aliases: {zh: 公司", f"{F}:16:15", "bad-value", "must be a list"),
    (F, "  reported:\n", "  Reported:\n", f"{F}:9:3", "bad-id", "'Reported'"),
    (F, "definition: reported\n    derived", "definition: repotred\n    derived", f"{F}:24:17", "unknown-definition", ""),
    (F, "count: 7", "count: 8", f"{F}:17:17", "expect-count", "7 observations stand here, 8 are expected"),
    (F, "max: 10000", "max: 9999", f"{F}:45:12", "expect-max", "10000 is above"),
    (F, "min: 50", "min: 52", f"{F}:76:12", "expect-min", "51 is below"),
    (F, "op: divide, of: firms-2023, by: 2", "op: divide, of: firms-2023", f"{F}:25:14", "derived-refused", "'by'"),
    (F, "of: firms-2023, by: 2", "of: firms-2022, by: 2", f"{F}:25:14", "derived-cycle", "ring"),
    (F, "op: divide, of: firms-2023, by: 2", "op: ratio, of: firms-2024, base: firms-2023", f"{F}:25:14", "derived-refused", "times"),
    (F, "topic: ai\nunit: firm", "topic: ai\nunit: wan-firm", f"{F}:7:7", "indicator-unit", "base unit"),
    (F, "unit: wan-firm", "unit: yi-cny", f"{F}:46:11", "unit-base", "'yi-cny'"),
    (F, "# yaml-language-server", "# yaml", f"{F}:1:1", "schema-line", "indicator.json"),
    (S, "disputed_by: [firms-share-half]", "disputed_by: []", f"{S}:38:19", "dispute-one-sided", "firms-share-cheng"),
    (S, "disputed_by: [firms-share-half]", "disputed_by: [firms-share-cheng]", f"{S}:28:18", "dispute", "itself"),
    (S, "period: 2023\n    geography: beijing\n    definition: reported\n    source: paper-a", "period: 2024\n    geography: beijing\n    definition: reported\n    source: paper-b", f"{S}:39:9", "repeated-figure", ""),
    (S, "comparable_with: [ranked,", "comparable_with: [rank,", f"{S}:11:23", "unknown-definition", "'ranked'"),
    (S, "firms/ranked]", "firm/ranked]", f"{S}:11:31", "unknown-indicator", "did you mean 'firms'"),
    (S, "of: top-firms, base: ranked-firms", "of: top-firms, base: firms-2023", f"{S}:53:14", "derived-refused", "not comparable"),
    (S, "of: top-firms, base: ranked-firms", "of: top-firms, base: output-2023", f"{S}:53:14", "derived-refused", "together"),
    (S, "op: share, of: top-firms, base: ranked", "op: share, of: firms-2024, base: listed", f"{S}:53:14", "derived-refused", ""),
    ("indicators/output-growth.yaml", "verify: {op: growth, of: output-2023, base: output-2022}", "verify: {op: growth, of: output-2022, base: output-2023}", "indicators/output-growth.yaml:22:13", "verify-fails", "comes out as"),
    ("indicators/speed.yaml", "value_to: 3", "value_to: 1", "indicators/speed.yaml:17:15", "value-range", "before it begins"),
    ("indicators/speed.yaml", "value_to: 3", "value_to: 4", "indicators/speed.yaml:17:15", "printed-value-to", "up to 3, not 4"),
    ("indicators/speed.yaml", "subject: sample-fund", "subject: sample", "indicators/speed.yaml:21:14", "unknown-subject", ""),
    ("indicators/speed.yaml", "source: paper-b", "source: paper-c", "indicators/speed.yaml:23:13", "unknown-source", ""),
    ("indicators/speed.yaml", "topic: ai", "topic: [ai]", "indicators/speed.yaml:5:8", "bad-value", "must be one text"),
    ("indicators/speed.yaml", "expect: {count: 1}", "expect: 1", "indicators/speed.yaml:11:9", "bad-value", "fields of its own"),
    ("units.yaml", "base: firm\n  factor", "base: yi-cny\n  factor", "units.yaml:9:9", "unit-chain", "no base unit"),
    ("units.yaml", "  factor: 10000\n", "  factor: 0\n", "units.yaml:10:11", "unit-factor", "above 0"),
    ("units.yaml", "base: cny\n  zh", "base: cny\n  factor: 2\n  zh", "units.yaml:31:11", "unit-factor", "is 1"),
    ("units.yaml", "  en: {one: firm, other: firms}\n", "", "units.yaml:4:3", "unit-english", "English name"),
    ("units.yaml", 'zh: "万家"', 'zh: "万家"\n  en: {one: a, other: b}', "units.yaml:12:7", "unit-english", "leave it out"),
    ("units.yaml", "base: firm\n  zh", "base: frim\n  zh", "units.yaml:4:9", "unknown-unit", ""),
    ("geographies.yaml", "part_of: china", "part_of: chna", "geographies.yaml:6:12", "unknown-geography", "'china'"),
    ("geographies.yaml", "part_of: china", "part_of: china\n  of: [chna]", "geographies.yaml:7:8", "unknown-geography", "'china'"),
    ("geographies.yaml", "level: nation", "level: state", "geographies.yaml:9:10", "bad-value", "world, nation"),
    ("topics.yaml", "share-bars]", "share-bar]", "topics.yaml:6:26", "unknown-chart", "'share-bars'"),
    ("topics.yaml", "share-bars]", "firms-series]", "topics.yaml:6:26", "chart-twice", "twice"),
    ("topics.yaml", ", share-bars]", "]", "charts/share-bars.yaml:4:8", "chart-unlisted", "topics.yaml"),
    ("topics.yaml", "截至2024年", "共2400家", "topics.yaml:5:14", "bare-figure", "'2400'"),
    ("topics.yaml", "[[firms-2024]] in", "[[firms-2042]] in", "topics.yaml:5:47", "unknown-observation", "did you mean"),
    ("topics.yaml", "[[firms-2024]] in", "[[firms-2024] in", "topics.yaml:5:47", "bad-reference", "[["),
    ("overview.yaml", "top-firms, ", "", "overview.yaml:6:10", "bad-value", "at least 6"),
    ("overview.yaml", "speed-up]", "speed]", "overview.yaml:6:86", "unknown-observation", "did you mean 'speed-up'"),
    ("overview.yaml", "speed-up]", "speed-up]\nviews: {ai: fact}", "overview.yaml:7:13", "unknown-view", "did you mean 'facts'"),
    ("overview.yaml", "speed-up]", "speed-up]\nviews: {bio: facts}", "overview.yaml:7:14", "unknown-topic", "'bio'"),
    ("overview.yaml", "非真实数字", "共三千、3000", "overview.yaml:5:12", "bare-figure", "'3000'"),
    (C, "kind: series", "kind: serie", f"{C}:3:7", "bad-value", "did you mean 'series'"),
    (C, "topic: ai", "topic: bio", f"{C}:4:8", "unknown-topic", ""),
    (C, "definitions: [reported]", "definitions: [reprted]", f"{C}:10:17", "unknown-definition", "'reported'"),
    (C, "definitions: [reported]", "lanes: [plam]", f"{C}:10:11", "unknown-lane", "did you mean 'plan'"),
    (C, "definitions: [reported]", "milestones: [x]", f"{C}:10:16", "unknown-milestone", ""),
    (C, "  indicators: [firms]\n", "", f"{C}:9:3", "empty-selection", "indicators or observations"),
    (C, "[firms-2023, firms-2024]", "[firms-2023, firms-x]", f"{C}:15:41", "unknown-observation", ""),
    (C, "related: [share-bars]", "related: [share]", f"{C}:11:11", "unknown-chart", ""),
    (C, "2022–2024", "2022–2024, 3 points", f"{C}:7:35", "bare-figure", "'3'"),
    (C, "zh: 企业数量, en: Number of firms}\nsub", "zh: 企业数量, en: =Number}\nsub", f"{C}:6:23", "text-start", "'='"),
    (C, "zh: 企业数量, en: Number of firms}\nsub", 'zh: 企业数量, en: "a\\tb"}\nsub', f"{C}:6:23", "text-character", "tab"),
    (C, "zh: 企业数量, en: Number of firms}\nsub", 'zh: 企业数量, en: " b"}\nsub', f"{C}:6:23", "text-edge", ""),
    ("milestones/ai.yaml", "source: paper-b", "source: paper", "milestones/ai.yaml:9:13", "unknown-source", ""),
    ("milestones/ai.yaml", "id: sample-model", "id: firms-2024", "milestones/ai.yaml:4:9", "duplicate-id", ""),
    ("milestones/ai.yaml", "lane: release", "lane: releases", "milestones/ai.yaml:6:11", "bad-value", "'release'"),
    (T, "minutes: 5", "minutes: 0", f"{T}:5:10", "bad-value", "greater than or equal to 1"),
    (T, "id: shares", "id: series", f"{T}:18:9", "slide-twice", "'series'"),
    (T, "kind: chart", "kind: cover", f"{T}:17:13", "slide-parts", "a slide of kind cover has 0 charts, not 1"),
    (T, "kind: facts", "kind: figures", f"{T}:27:11", "bad-value", "did you mean 'figure'"),
    (T, "chart: firms-series, h", "chart: firms-serie, h", f"{T}:17:22", "unknown-chart", "did you mean 'firms-series'"),
    (T, "view: facts", "view: fact", f"{T}:22:37", "unknown-view", "did you mean 'facts'"),
    (T, "view: facts", "view: facts, select: {observations: [firms-2024]}", f"{T}:22:52", "view-or-select", "both"),
    (T, "view: facts", "select: {observations: [firms-2042]}", f"{T}:22:55", "unknown-observation", "did you mean"),
    (T, "view: facts", "select: {indicators: [firms], definitions: [rank]}", f"{T}:22:75", "unknown-definition", ""),
    (T, "highlight: [firms-2024]", "highlight: [firms-2042]", f"{T}:17:48", "unknown-highlight", "did you mean"),
    (T, "kind: chart", "kind: timeline", f"{T}:17:22", "slide-timeline", "kind events"),
    (T, "[firms-2024, firms-2023]", "[firms-2024, firms-x]", f"{T}:29:27", "unknown-observation", ""),
    (T, "zh: 各有各的时点", "zh: 共2400家", f"{T}:24:16", "bare-figure", "'2400'"),
    (T, "[[firms-2024]] in all the", "2400 in all the", f"{T}:13:13", "bare-figure", "'2400'"),
    (T, '"[[firms-2024]] in all"', '"[[firms-2042]] in all"', f"{T}:16:28", "unknown-observation", "did you mean"),
    ("sources/paper-a.yaml", '"901"', '"902"', "sources/paper-b.yaml:3:10", "article-twice", "'paper-a'"),
    ("sources/paper-a.yaml", '"901"', '"91"', "sources/paper-a.yaml:3:10", "bad-value", "[0-9]{3}"),
    ("sources/paper-a.yaml", "publisher: unknown", "publisher: nobody", "sources/paper-a.yaml:6:12", "bad-value", "unknown"),
    ("sources/paper-a.yaml", "author: {zh: 某人, en: Someone}", "author: {zh: 某人}", "sources/paper-a.yaml:7:9", "missing-field", "'en'"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "place", "code", "part"), BROKEN)
def test_a_broken_rule_is_told_at_its_place(
    tmp_path: Path, file: str, old: str, new: str, place: str, code: str, part: str
) -> None:
    root = tiny.copy(tmp_path)
    tiny.edit(root, file, old, new)
    told = check_report(root, tiny.ARTICLES)
    assert any(line.startswith(f"datasets/{place}: [{code}] ") and part in line for line in told), told


def test_the_tiny_data_set_is_good() -> None:
    assert check_report(tiny.TINY, tiny.ARTICLES) == []


def test_problems_of_many_files_are_told_together(tmp_path: Path) -> None:
    root = tiny.copy(tmp_path)
    tiny.edit(root, "units.yaml", "base: firm\n  zh", "base: frim\n  zh")
    tiny.edit(root, C, "kind: series", "kind: serie")
    tiny.edit(root, F, "value: 1155", "value: 1156")
    with pytest.raises(DatasetError) as error:
        load(root)
    assert {problem.file for problem in error.value.problems} >= {f"datasets/{n}" for n in ("units.yaml", C, F)}


def test_a_mistake_in_one_file_is_not_told_again_by_those_that_name_it(tmp_path: Path) -> None:
    root = tiny.copy(tmp_path)
    tiny.edit(root, "indicators/output.yaml", "topic: ai", "topic: [ai]")
    assert [re.sub(r" .*", "", line) for line in check_report(root, None)] == ["datasets/indicators/output.yaml:5:8:"]


@pytest.mark.parametrize(
    "text",
    [
        "截至2024年12月31日",
        "2022–2024",
        "“2+8”集群",
        "《2023年度计划》",
        "on 31 December 2024",
        "AI+ and 6G, Q1–Q3 2024",
        "[[firms-2024]] firms",
        "3月",
    ],
)
def test_years_dates_names_and_references_are_no_bare_figures(tmp_path: Path, text: str) -> None:
    root = tiny.copy(tmp_path)
    tiny.edit(root, "topics.yaml", '"[[firms-2024]] in 2024."', f'"{text}"')
    assert check_report(root, None) == []


@pytest.mark.parametrize("text", ["2400 firms", "2024家企业", "9.48%", "over 5,000", "2400", "12000P", "1.2万", "３家"])
def test_figures_are_bare_outside_references(tmp_path: Path, text: str) -> None:
    root = tiny.copy(tmp_path)
    tiny.edit(root, "topics.yaml", '"[[firms-2024]] in 2024."', f'"{text}"')
    assert "[bare-figure]" in "".join(check_report(root, None))


def test_every_code_of_the_loader_has_a_broken_example() -> None:
    """Codes are the hyphenated words in quotes; those made of parts (unknown-unit, printed-value) have theirs above."""
    program = "".join(path.read_text(encoding="utf-8") for path in Path("app/loading").rglob("*.py"))
    examples = "".join(path.read_text(encoding="utf-8") for path in Path("tests/loading").glob("test_*.py"))
    codes = set(re.findall(r'"([a-z]+(?:-[a-z0-9]+)+)"', program)) - {"utf-8"}
    assert {code for code in codes if f'"{code}"' not in examples and f"[{code}" not in examples} == set()


def test_a_chart_in_the_list_of_another_topic_is_told(tmp_path: Path) -> None:
    root = tiny.copy(tmp_path)
    topic = "bio:\n  name: {zh: 医药, en: Medicine}\n  lead: {zh: 示例。, en: Sample.}\n  charts: [share-bars]\n"
    (root / "topics.yaml").write_text((root / "topics.yaml").read_text(encoding="utf-8") + topic, encoding="utf-8")
    assert check_report(root, None) == [
        "datasets/topics.yaml:10:12: [chart-topic] the chart 'share-bars' belongs to the topic 'ai'"
    ]


def test_a_correction_is_held_to_what_every_text_is(tmp_path: Path) -> None:
    root = tiny.copy(tmp_path)
    text = '# yaml-language-server: $schema=schema/corrections.json\n\nfirms-2024:\n  zh: "[[no-such-id]]有误。"\n  en: "It was wrong. "\n'
    (root / "corrections.yaml").write_text(text, encoding="utf-8")
    codes = [line.split("[")[1].split("]")[0] for line in check_report(root, None)]
    assert codes == ["unknown-observation", "text-edge"]
