"""The dataset folder as a `Catalog`, or every problem of every file at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from app.loading.articles import ArticleCheck, look_up, printed_fragments
from app.loading.checks import problems_of
from app.loading.draft import Draft
from app.loading.files import FOLDERS, RECORD_FILES, SINGLE_FILES, DatasetFile, dataset_files, header_problems
from app.loading.problems import DatasetError, FilePlace, Problem
from app.loading.validation import validated
from app.loading.yaml_source import Document, read_yaml
from app.model.catalog import Catalog
from app.model.milestone import LANES

#: A folder whose files hold a list of records with ids: the list's field, and the noun of its records.
_ITEMS = {"indicators": ("observations", "observations"), "milestones": ("milestones", "events")}


@dataclass(frozen=True)
class Dataset:
    """Good data: the catalog, and the place of every value.

    A path is (`indicators`, id, `observations`, `0`, `unit`) or (`units`, id, `factor`): noun first.
    """

    catalog: Catalog
    places: Mapping[tuple[str, ...], FilePlace]


def load(root: Path) -> Dataset:
    """Read the folder; raises DatasetError with every problem that can be found."""
    draft, problems = read_draft(root)
    problems += problems_of(draft)
    if problems:
        raise DatasetError(problems)
    return Dataset(draft.catalog(), _places(draft.documents))


def check_articles(dataset: Dataset, folder: Path | None) -> ArticleCheck:
    """Whether the printed fragments stand in their articles, `<folder>/<article>.txt`, uncut; without a folder none is
    checked."""
    catalog = dataset.catalog
    fragments = tuple(printed_fragments(catalog.indicators, catalog.milestones, catalog.subjects, dataset.places))
    return look_up(fragments, catalog.sources, folder)


def check_draft(draft: Draft, folder: Path) -> ArticleCheck:
    """The same for data that may have other problems."""
    milestones = {topic: file.milestones for topic, file in draft.milestones.items()}
    fragments = tuple(printed_fragments(draft.indicators, milestones, draft.subjects, _places(draft.documents)))
    return look_up(fragments, draft.sources, folder)


def read_draft(root: Path) -> tuple[Draft, tuple[Problem, ...]]:
    """All records that could be read, and what is wrong with single files."""
    files, misplaced = dataset_files(root)
    problems = list(misplaced)
    documents: dict[tuple[str, ...], Document] = {}
    records: dict[tuple[str, ...], BaseModel] = {}
    for file in files:
        try:
            data = file.path.read_bytes()
            problems += header_problems(data, file)
            documents[file.path_in_dataset] = read_yaml(data, file.shown)
            records[file.path_in_dataset] = validated(documents[file.path_in_dataset], file.kind.record)
        except DatasetError as error:
            problems += error.problems
    return _draft(files, documents, records), tuple(problems)


def _draft(
    files: Iterable[DatasetFile],
    documents: Mapping[tuple[str, ...], Document],
    records: Mapping[tuple[str, ...], BaseModel],
) -> Draft:
    parts: dict[str, Any] = {noun: _root(records.get((noun,))) for noun in SINGLE_FILES.keys() - RECORD_FILES}
    for noun in FOLDERS:
        parts[noun] = {path[1]: record for path, record in records.items() if path[0] == noun and path[1:]}
    return Draft(
        # By their files they are an Overview and a Board.
        overview=records.get(("overview",)),  # type: ignore[arg-type]
        board=records.get(("board",)),  # type: ignore[arg-type]
        **parts,
        ids=_ids(files, documents),
        documents=documents,
    )


def _root(record: Any) -> dict[str, Any]:
    return {} if record is None else dict(record.root)


def _ids(files: Iterable[DatasetFile], documents: Mapping[tuple[str, ...], Document]) -> dict[str, frozenset[str]]:
    """The ids that the files give: a mistake in one file is not told again by all that refer to it."""
    ids: dict[str, set[str]] = {noun: set() for noun in FOLDERS} | {"lanes": set(LANES)}
    ids |= {noun: set() for _, noun in _ITEMS.values()}
    unread: set[str] = set()
    for file in files:
        document = documents.get(file.path_in_dataset)
        value = document.value if document else None
        field, items = _ITEMS.get(file.noun, ("", ""))
        if file.id:
            ids[file.noun].add(file.id)
        if not isinstance(value, dict):
            unread.update({items} if file.id else {file.noun})
        elif items:
            ids[items].update(_item_ids(value.get(field)))
        elif not file.id:
            ids[file.noun] = set(value)
    return {noun: frozenset(each) for noun, each in ids.items() if noun not in unread}


def _item_ids(items: Any) -> Iterable[str]:
    if not isinstance(items, tuple):
        return []
    ids = (item.get("id") for item in items if isinstance(item, dict))
    return [value for value in ids if isinstance(value, str)]


def _places(documents: Mapping[tuple[str, ...], Document]) -> dict[tuple[str, ...], FilePlace]:
    return {
        (*name, *map(str, path)): place
        for name, document in documents.items()
        for path, place in document.places.items()
    }


def check_report(root: Path, articles: Path | None) -> list[str]:
    """Every problem as `file:line:column: [code] sentence`, in file order; empty when all is well."""
    draft, problems = read_draft(root)
    problems += problems_of(draft)
    if articles is not None:
        problems += check_draft(draft, articles).problems
    return [str(problem) for problem in sorted(set(problems))]
