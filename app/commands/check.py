"""Checking: the files first, and where these are good, whether all can honestly be drawn and releases be read."""

from pathlib import Path

from app.chart_checks import open_checked_site
from app.loading.dataset import check_articles, check_report, load
from app.loading.problems import DatasetError
from app.settings import Settings


def report(settings: Settings, articles: Path | None) -> list[str]:
    """Every problem as `file:line:column: [code] sentence`, in file order; empty when all is well."""
    return check_report(settings.datasets, articles) or _site_report(settings)


def coverage(settings: Settings, articles: Path | None) -> str:
    """How many printed fragments of good data were held to their articles, in words."""
    check = check_articles(load(settings.datasets), articles)
    every = check.checked + check.unchecked
    if not check.unchecked:
        return f"all {every} printed fragments stand in their articles"
    hint = "" if articles else " (--articles DIR does that)"
    return f"{check.unchecked} of {every} printed fragments were not held to their articles{hint}"


def _site_report(settings: Settings) -> list[str]:
    try:
        site = open_checked_site(settings)
    except DatasetError as error:
        return [str(problem) for problem in error.problems]
    return [str(problem) for archive in site.releases.ordered for problem in archive.unreadable()]
