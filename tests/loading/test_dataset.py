"""The folder is loaded whole, or refused with every problem."""

from pathlib import Path

import pytest

import tests.loading.tiny as tiny
from app.loading.dataset import check_articles, load
from app.loading.files import schemas
from app.loading.problems import DatasetError, FilePlace


def test_good_data_become_a_catalog_in_file_order() -> None:
    catalog = load(tiny.TINY).catalog
    assert list(catalog.indicators) == ["firms", "firms-share", "output", "output-growth", "speed"]
    assert len(catalog.observations) == 16


def test_every_value_has_its_place() -> None:
    places = load(tiny.TINY).places
    assert places["indicators", "firms", "observations", "2", "unit"] == FilePlace("tiny/indicators/firms.yaml", 36, 11)
    assert places["units", "firm", "base"] == FilePlace("tiny/units.yaml", 4, 9)


STRAY = [
    ("units.yml", "", "units.yml", "unknown-file"),
    ("indicator", "folder", "indicator", "unknown-file"),
    ("charts/notes.txt", "", "charts/notes.txt", "unknown-file"),
    ("charts/Firms.yaml", "", "charts/Firms.yaml", "file-name"),
    ("charts/a_b.yaml", "", "charts/a_b.yaml", "file-name"),
    ("charts/" + "a" * 65 + ".yaml", "", "charts/" + "a" * 65 + ".yaml", "file-name"),
    ("charts/new.yaml", "link", "charts/new.yaml", "link"),
    ("releases", "link", "releases", "link"),
]


@pytest.mark.parametrize(("name", "kind", "place", "code"), STRAY)
def test_what_does_not_belong_in_the_folder_is_refused(
    tmp_path: Path, name: str, kind: str, place: str, code: str
) -> None:
    root = tiny.copy(tmp_path)
    if kind == "folder":
        (root / name).mkdir()
    elif kind == "link":
        (root / name).symlink_to(tmp_path)
    else:
        (root / name).write_text("a: 1\n")
    with pytest.raises(DatasetError) as error:
        load(root)
    assert (f"datasets/{place}", code) in {(problem.file, problem.code) for problem in error.value.problems}


@pytest.mark.parametrize("name", ["README.md", "schema", "releases"])
def test_what_people_and_commands_put_beside_the_data_is_left_alone(tmp_path: Path, name: str) -> None:
    root = tiny.copy(tmp_path)
    (root / name).mkdir()
    assert load(root).catalog.charts


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    root = tiny.copy(tmp_path)
    (root / "overview.yaml").unlink()
    with pytest.raises(DatasetError, match=r"datasets/overview.yaml:1:1: \[missing-file\]"):
        load(root)


def test_subjects_and_categories_may_be_absent(tmp_path: Path) -> None:
    root = tiny.copy(tmp_path)
    for name in ("subjects", "categories"):
        (root / f"{name}.yaml").unlink()
    tiny.edit(root, "indicators/firms.yaml", "    category: software\n", "")
    tiny.edit(
        root,
        "indicators/firms.yaml",
        "    period: 2024\n    period_basis: inferred",
        "    period: 2023\n    period_basis: inferred",
    )
    tiny.edit(root, "indicators/speed.yaml", "    subject: sample-fund\n", "")
    assert load(root).catalog.subjects == {}


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="missing-folder"):
        load(tmp_path / "none")


def test_every_fragment_is_looked_up_in_its_article() -> None:
    result = check_articles(load(tiny.TINY), tiny.ARTICLES)
    assert (result.problems, result.checked, result.unchecked) == ((), 14, 0)


def test_fragments_without_an_article_at_hand_are_counted(tmp_path: Path) -> None:
    (tmp_path / "901.txt").write_bytes((tiny.ARTICLES / "901.txt").read_bytes())
    result = check_articles(load(tiny.TINY), tmp_path)
    assert (result.checked, result.unchecked) == (7, 7)


def test_a_fragment_that_is_not_in_its_article_is_told(tmp_path: Path) -> None:
    (tmp_path / "901.txt").write_text("1155家", encoding="utf-8")
    problems = check_articles(load(tiny.TINY), tmp_path).problems
    assert {problem.code for problem in problems} == {"not-in-article"}
    assert len(problems) == 6


def test_there_is_a_schema_for_every_kind_of_file() -> None:
    named = {path.read_text(encoding="utf-8").splitlines()[0].rpartition("/")[2] for path in tiny.TINY.rglob("*.yaml")}
    released_only = {"corrections.json"}
    assert named | released_only == {f"{name}.json" for name in schemas()}


@pytest.mark.parametrize("field", ["value", "factor", "count"])
def test_a_number_written_plain_fits_its_schema(field: str) -> None:
    definitions = [part for schema in schemas().values() for part in schema["$defs"].values()]
    found = [part["properties"][field] for part in definitions if field in part.get("properties", {})]
    kinds = [{option["type"] for option in given.get("anyOf", [given])} for given in found]
    assert kinds
    assert all("integer" in kind for kind in kinds)
