"""The data as they are today, and the frozen data with an article more: what holds here holds for any good data."""

from pathlib import Path

import pytest

from app.settings import Settings
from app.site import Site
from tests.datasets.article import with_article

#: What is published from this folder.
TODAY = Path(__file__).parents[2] / "datasets"
ARTICLES = TODAY.parents[1] / "shared" / "articles"


@pytest.fixture(scope="session", params=["today", "an article more"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return TODAY if request.param == "today" else with_article(tmp_path_factory.mktemp("more"))


@pytest.fixture(scope="session")
def any_site(folder: Path) -> Site:
    return Site.open(Settings(datasets=folder))
