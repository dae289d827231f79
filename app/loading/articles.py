"""Whether every printed fragment stands in its article, whole."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.loading.fragment_edges import occurrences, touching
from app.loading.problems import FilePlace, Problem, problem
from app.model.indicator import Indicator
from app.model.milestone import Milestone
from app.model.source import Source
from app.model.vocabulary import Subject


@dataclass(frozen=True)
class Fragment:
    """A printed fragment and the source it is said to stand in; `figure` names its observation, if it is one."""

    place: FilePlace
    printed: str
    source: str
    figure: str | None = None


@dataclass(frozen=True)
class ArticleCheck:
    """What the articles say of the fragments; `unchecked` are those whose article is not at hand."""

    problems: tuple[Problem, ...]
    checked: int
    unchecked: int


def look_up(fragments: tuple[Fragment, ...], sources: Mapping[str, Source], folder: Path | None) -> ArticleCheck:
    """Look every fragment up in `<folder>/<article>.txt`."""
    texts = _articles(sources, folder) if folder else {}
    at_hand = [fragment for fragment in fragments if fragment.source in texts]
    problems = tuple(p for fragment in at_hand for p in _problems(fragment, texts[fragment.source]))
    return ArticleCheck(problems, checked=len(at_hand), unchecked=len(fragments) - len(at_hand))


def printed_fragments(
    indicators: Mapping[str, Indicator],
    milestones: Mapping[str, tuple[Milestone, ...]],
    subjects: Mapping[str, Subject],
    places: Mapping[tuple[str, ...], FilePlace],
) -> Iterator[Fragment]:
    """Every printed fragment of observations and milestones that names its source, and the names of who says them."""
    for name, indicator in indicators.items():
        for index, o in enumerate(indicator.observations):
            if o.printed and o.source:
                place = places["indicators", name, "observations", str(index), "printed"]
                yield Fragment(place, o.printed, o.source, figure=o.id)
            if o.attributed_to and o.attributed_to in subjects and o.source:
                place = places["indicators", name, "observations", str(index), "attributed_to"]
                yield Fragment(place, subjects[o.attributed_to].name.zh, o.source)
    for topic, listed in milestones.items():
        for index, milestone in enumerate(listed):
            place = places["milestones", topic, "milestones", str(index), "printed"]
            yield Fragment(place, milestone.printed, milestone.source)


def _articles(sources: Mapping[str, Source], folder: Path) -> dict[str, str]:
    """Source id to the text of its article, for those that are there."""
    paths = {name: folder / f"{source.article}.txt" for name, source in sources.items()}
    return {name: path.read_text(encoding="utf-8") for name, path in paths.items() if path.is_file()}


def _problems(fragment: Fragment, article: str) -> Iterator[Problem]:
    """A milestone's fragment is any words, so only a figure's may not be cut off its hedge."""
    if not occurrences(article, fragment.printed):
        sentence = f"'{fragment.printed}' does not stand in the article of '{fragment.source}'"
        yield problem(fragment.place, "not-in-article", sentence)
        return
    outside = touching(article, fragment.printed) if fragment.figure else ""
    if outside:
        sentence = f"'{outside}' touches '{fragment.printed}' in the article and belongs to the figure"
        yield problem(fragment.place, "cut-fragment", sentence)
