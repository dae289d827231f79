"""Making a release: what is in it, that it is the same each time, and what is refused."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from app.__main__ import main
from app.commands.check import report
from app.commands.release import ReleaseError
from app.loading.problems import DatasetError
from app.releases.record import FILE, Release
from app.releases.scene_file import SCENE_VERSION
from app.settings import Settings
from tests.loading.tiny import copy, edit
from tests.releases.conftest import CORRECTED, CORRECTIONS, FIRMS, change, released


def record(root: Path, version: str) -> Release:
    return Release.model_validate_json((root / "releases" / version / FILE).read_bytes())


def test_the_first_release_lists_its_charts_and_no_changes(once: Path) -> None:
    made = record(once, "2026.11")
    assert (made.version, made.date.isoformat(), made.reason.zh) == ("2026.11", "2026-11-22", "首次发布。")
    assert made.charts == {"firms-series": ("facts",), "share-bars": ()}
    assert made.counts.model_dump() == {"figures": 16, "milestones": 1, "charts": 2}
    assert made.changes == ()


def test_the_same_data_give_the_same_bytes(once: Path, tmp_path: Path) -> None:
    again = released(copy(tmp_path / "again"))
    first = once / "releases" / "2026.11"
    files = sorted(path.relative_to(first) for path in first.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(again) for path in again.rglob("*") if path.is_file())
    assert [(first / name).read_bytes() for name in files] == [(again / name).read_bytes() for name in files]


def test_figures_are_kept_with_what_was_printed_and_how_they_read(once: Path) -> None:
    text = (once / "releases" / "2026.11" / "data" / "observations.csv").read_text(encoding="utf-8")
    header, *rows = text.splitlines()
    assert {"qualifier", "period_basis", "printed", "shown_zh", "when_en", "name_zh"} <= set(header.split(","))
    (row,) = [row for row in rows if row.startswith("firms-2024,")]
    assert "突破2400家" in row
    assert "超2,400家" in row


def test_a_later_release_tells_what_changed_and_why(twice: Path) -> None:
    changes = {each.id: each for each in record(twice, "2026.12").changes}
    assert [each.kind for each in changes.values()] == ["corrected"] * 3 + ["removed", "added"]
    corrected = changes["firms-2024"]
    assert corrected.before is not None
    assert corrected.after is not None
    assert (corrected.before.zh, corrected.after.zh) == ("超2,400家", "超2,800家")
    assert corrected.reason == CORRECTED
    assert changes["firms-goal"].after is None
    assert (changes["firms-2024-h1"].before, changes["firms-2024-h1"].reason) == (None, None)


def test_a_computed_figure_has_the_reason_of_the_one_it_is_computed_from(twice: Path) -> None:
    computed = next(each for each in record(twice, "2026.12").changes if each.id == "firms-2022")
    assert computed.reason is not None
    assert computed.reason.en == "It was copied wrongly."


def test_the_release_takes_the_reasons_over(twice: Path) -> None:
    assert not (twice / "corrections.yaml").exists()
    assert report(Settings(datasets=twice), None) == []


def test_a_changed_wording_of_ours_is_no_correction(once: Path) -> None:
    edit(once, FIRMS, "由上下文推断。", "从上下文推断出来。")
    edit(once, FIRMS, "上榜企业", "榜上企业")
    released(once, "2026.12")
    assert record(once, "2026.12").changes == ()


def without_a_reason(root: Path) -> None:
    change(root)
    (root / "corrections.yaml").write_text(CORRECTIONS.replace("firms-goal", "# firms-goal"), encoding="utf-8")


def a_problem(root: Path) -> None:
    edit(root, FIRMS, "value: 1155", "value: 1199")


def without_a_chart(root: Path) -> None:
    (root / "charts" / "share-bars.yaml").unlink()
    (root / "stories" / "sample.yaml").unlink()
    edit(root, "charts/firms-series.yaml", "related: [share-bars]\n", "")
    edit(root, "topics.yaml", "charts: [firms-series, share-bars]", "charts: [firms-series]")


def without_a_view(root: Path) -> None:
    (root / "stories" / "sample.yaml").unlink(missing_ok=True)
    text = (root / "charts" / "firms-series.yaml").read_text(encoding="utf-8")
    (root / "charts" / "firms-series.yaml").write_text(text[: text.index("views:")], encoding="utf-8")


def an_idle_reason(root: Path) -> None:
    (root / "corrections.yaml").write_text(CORRECTIONS, encoding="utf-8")


REFUSED: list[tuple[Callable[[Path], None], str, str]] = [
    (without_a_reason, "no-reason", "firms-goal was “at least 10,000 firms (target) (2027)” and is “taken away”"),
    (a_problem, "printed-value", "indicators/firms.yaml:"),
    (without_a_chart, "removed-chart", "charts/share-bars.yaml:1:1"),
    (without_a_view, "removed-view", "the view 'facts' was released in 2026.11"),
    (an_idle_reason, "idle-correction", "corrections.yaml:3:13"),
]


@pytest.mark.parametrize(("break_it", "code", "told"), REFUSED)
def test_what_would_break_a_promise_is_not_released(
    once: Path, break_it: Callable[[Path], None], code: str, told: str
) -> None:
    break_it(once)
    with pytest.raises(DatasetError) as refusal:
        released(once, "2026.12")
    assert code in {problem.code for problem in refusal.value.problems}
    assert told in str(refusal.value)
    assert [path.name for path in (once / "releases").iterdir()] == ["2026.11"]


@pytest.mark.parametrize("break_it", [without_a_chart, without_a_view, an_idle_reason])
def test_check_says_so_too(once: Path, break_it: Callable[[Path], None]) -> None:
    break_it(once)
    assert report(Settings(datasets=once), None)


@pytest.mark.parametrize(
    ("version", "told"),
    [
        ("2026.11", "release 2026.11 exists, and what is released never changes"),
        ("2026.10", "release 2026.10 would come before 2026.11"),
        ("next", "'next' is not a version"),
    ],
)
def test_a_version_that_exists_or_is_none_is_refused(once: Path, version: str, told: str) -> None:
    before = {path: path.read_bytes() for path in once.rglob("*") if path.is_file()}
    with pytest.raises(ReleaseError, match=told):
        released(once, version)
    assert {path: path.read_bytes() for path in once.rglob("*") if path.is_file()} == before


def test_the_command_says_what_it_made_and_what_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copy(tmp_path)
    monkeypatch.setenv("DATASETS", str(root))
    words = ["release", "--version", "2026.11", "--reason", "首次发布。", "First release."]
    assert main(words) == 0
    assert re.fullmatch(rf"{root}/releases/2026\.11: 16 files, [0-9,]+ bytes\n", capsys.readouterr().out)
    assert main(words) == 1
    assert capsys.readouterr().err.startswith("release 2026.11 exists")
    without_a_view(root)
    assert main(words) == 1
    assert capsys.readouterr().err.endswith("1 problem\n")
    with pytest.raises(SystemExit):
        main([*words[:-1], " "])
    assert "it must be a sentence" in capsys.readouterr().err


def test_what_is_written_can_be_compared_line_by_line(once: Path) -> None:
    text = (once / "releases" / "2026.11" / "charts" / "firms-series.json").read_text(encoding="utf-8")
    assert json.loads(text)["scene_version"] == SCENE_VERSION
    assert max(map(len, text.splitlines())) < 400
