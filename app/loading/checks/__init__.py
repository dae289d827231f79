"""The rules that one file cannot know, one noun a file; each yields problems with a code and a sentence."""

from app.loading.checks import charts, formulas, observations, references, texts
from app.loading.draft import Draft
from app.loading.problems import Problem

_RULES = (
    references.problems,
    observations.problems,
    formulas.problems,
    charts.problems,
    texts.problems,
)


def problems_of(draft: Draft) -> tuple[Problem, ...]:
    """Every problem that the files have together."""
    return tuple(problem for rule in _RULES for problem in rule(draft))
