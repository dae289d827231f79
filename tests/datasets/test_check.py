"""Good data pass every check; where the articles lie beside the project, each printed fragment stands in its own."""

from pathlib import Path

from app.commands.check import report
from app.settings import Settings
from tests.datasets.conftest import ARTICLES


def test_there_is_no_problem(folder: Path) -> None:
    assert report(Settings(datasets=folder), ARTICLES if ARTICLES.is_dir() else None) == []
