"""Checking: the files first, and where these are good, whether all can honestly be drawn and releases be read."""

from pathlib import Path

from app.honesty import honest_site
from app.loading.problems import DatasetError
from app.loading.report import check_report
from app.settings import Settings


def report(settings: Settings, articles: Path | None) -> list[str]:
    """Every problem as `file:line:column: [code] sentence`, in file order; empty when all is well."""
    return check_report(settings.datasets, articles) or _site_report(settings)


def _site_report(settings: Settings) -> list[str]:
    try:
        site = honest_site(settings)
    except DatasetError as error:
        return [str(problem) for problem in error.problems]
    return [str(problem) for frozen in site.releases.ordered for problem in frozen.unreadable()]
