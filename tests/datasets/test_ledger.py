"""What the releases of this project have ever promised is kept."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app.model.text import LANGS
from app.settings import Settings
from app.site import Site
from app.urls import Urls
from tests.releases.conftest import reader_of

DATASETS = Path(__file__).parents[2] / "datasets"
#: The files that every release was made with; a line is added for a new release, and none is ever changed.
LEDGER: Mapping[str, str] = json.loads(Path(__file__).with_name("ledger.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def site() -> Site:
    return Site.open(Settings(datasets=DATASETS))


@pytest.fixture(scope="module")
def everything() -> FlaskClient:
    return reader_of(DATASETS)


def test_no_release_is_ever_taken_away_or_changed(site: Site) -> None:
    """`release.json` names the digest of every other file, and opening the site holds each file to it."""
    made = {frozen.version: digest(frozen.version) for frozen in site.releases.ordered}
    assert made == LEDGER, "write the new release into tests/datasets/ledger.json; what stands there never changes"


def digest(version: str) -> str:
    return hashlib.sha256((DATASETS / "releases" / version / "release.json").read_bytes()).hexdigest()


def test_every_scene_of_every_release_is_read(site: Site) -> None:
    assert [str(problem) for frozen in site.releases.ordered for problem in frozen.unreadable()] == []


def test_every_released_chart_and_view_is_still_a_live_one(site: Site) -> None:
    live = {Urls(lang).chart(name, view) for lang in LANGS for name, view in charts(site)}
    promised = {address for address in site.releases.addresses() if not address.startswith("/v/")}
    assert set() < promised <= live


def charts(site: Site) -> list[tuple[str, str]]:
    return [(name, view) for name, chart in site.catalog.charts.items() for view in ("", *chart.views)]


@pytest.mark.ledger
def test_every_address_there_ever_was_answers(site: Site, everything: FlaskClient) -> None:
    statuses = {address: everything.get(address).status_code for address in site.releases.addresses()}
    assert statuses
    assert {address: status for address, status in statuses.items() if status != 200} == {}
