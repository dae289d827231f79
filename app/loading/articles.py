"""Whether every printed fragment stands in its article, whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.loading.draft import Draft
from app.loading.problems import Problem
from app.loading.touching import occurrences, touching
from app.loading.yaml_source import Path as DataPath


@dataclass(frozen=True)
class Fragment:
    """A printed fragment, where it stands in the files, and the source it is said to stand in."""

    path: DataPath
    printed: str
    source: str


@dataclass(frozen=True)
class ArticleCheck:
    """What the articles say of the fragments; `unchecked` are those whose article is not at hand."""

    problems: tuple[Problem, ...]
    checked: int
    unchecked: int


def article_problems(draft: Draft, folder: Path) -> ArticleCheck:
    """Look every fragment up in `<folder>/<article>.txt`."""
    texts = _articles(draft, folder)
    at_hand = [fragment for fragment in fragments(draft) if fragment.source in texts]
    problems = [p for fragment in at_hand for p in _problems(draft, fragment, texts[fragment.source])]
    total = sum(1 for _ in fragments(draft))
    return ArticleCheck(tuple(problems), checked=len(at_hand), unchecked=total - len(at_hand))


def fragments(draft: Draft) -> Iterator[Fragment]:
    """Every printed fragment of observations and milestones that names its source."""
    for path, _, _, observation in draft.observations():
        if observation.printed and observation.source:
            yield Fragment((*path, "printed"), observation.printed, observation.source)
    for path, milestone in draft.all_milestones():
        yield Fragment((*path, "printed"), milestone.printed, milestone.source)


def _articles(draft: Draft, folder: Path) -> dict[str, str]:
    """Source id to the text of its article, for those that are there."""
    paths = {name: folder / f"{source.article}.txt" for name, source in draft.sources.items()}
    return {name: path.read_text(encoding="utf-8") for name, path in paths.items() if path.is_file()}


def _problems(draft: Draft, fragment: Fragment, article: str) -> Iterator[Problem]:
    if not occurrences(article, fragment.printed):
        sentence = f"'{fragment.printed}' does not stand in the article of '{fragment.source}'"
        yield draft.problem(fragment.path, "not-in-article", sentence)
        return
    outside = touching(article, fragment.printed)
    if outside and fragment.path[0] == "indicators":
        sentence = f"'{outside}' touches '{fragment.printed}' in the article and belongs to the figure"
        yield draft.problem(fragment.path, "cut-fragment", sentence)
