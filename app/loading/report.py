"""All problems of a dataset folder as lines to print."""

from pathlib import Path

from app.loading.checks import problems_of
from app.loading.dataset import check_draft, read_draft


def check_report(root: Path, articles: Path | None) -> list[str]:
    """Every problem as `file:line:column: [code] sentence`, in file order; empty when all is well."""
    draft, problems = read_draft(root)
    problems += problems_of(draft)
    if articles is not None:
        problems += check_draft(draft, articles).problems
    return [str(problem) for problem in sorted(set(problems))]
