"""Checking: the files first, and where these are good, whether every chart can honestly be drawn."""

from pathlib import Path

from app.honesty import honest_site
from app.loading.problems import DatasetError
from app.loading.report import check_report
from app.settings import Settings


def report(settings: Settings, articles: Path | None) -> list[str]:
    """Every problem as `file:line:column: [code] sentence`, in file order; empty when all is well."""
    return check_report(settings.datasets, articles) or _chart_report(settings)


def _chart_report(settings: Settings) -> list[str]:
    try:
        honest_site(settings)
    except DatasetError as error:
        return [str(problem) for problem in error.problems]
    return []
