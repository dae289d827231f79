"""The tiny data set released twice: in 2026.12 a value was corrected, one was taken away, and one was added."""

import shutil
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.assets import Assets
from app.commands.release import release
from app.fonts import Fonts
from app.model.text import Text
from app.pages.problem import problem_page
from app.pages.route import pages
from app.routes import errors, headers
from app.routes.feeds import feeds
from app.routes.files import files
from app.routes.front_door import install_language
from app.routes.oembed import oembed
from app.routes.released_files import released_files
from app.server import build_server
from app.settings import Settings
from app.site import Site
from app.start import WorkbenchStart
from app.workbench.scripts import scripts
from tests.loading.tiny import copy, edit

DAY = date(2026, 11, 22)
WHY = Text(zh="首次发布。", en="First release.")
CORRECTED = Text(zh="报社更正了数字。", en="The paper corrected the figure.")
FIRMS = "indicators/firms.yaml"
ADDED = """
  - id: firms-2024-h1
    value: 1900
    unit: firm
    period: 2024-H1
    geography: beijing
    definition: reported
    source: paper-a
    printed: 1900家
"""
CORRECTIONS = """# yaml-language-server: $schema=schema/corrections.json

firms-2024: {zh: 报社更正了数字。, en: The paper corrected the figure.}
firms-2023: {zh: 抄写有误。, en: It was copied wrongly.}
firms-goal: {zh: 计划取消了。, en: The plan was given up.}
"""


def released(root: Path, version: str = "2026.11") -> Path:
    return release(Settings(datasets=root), version, WHY, DAY)


def change(root: Path) -> None:
    """Correct two values (from one of which another is computed), take one away, add one; with their reasons."""
    edit(root, FIRMS, "value: 2400", "value: 2800")
    edit(root, FIRMS, "printed: 突破2400家", "printed: 突破2800家")
    edit(root, FIRMS, "value: 1155", "value: 1199")
    edit(root, FIRMS, "printed: 1155家", "printed: 1199家")
    text = (root / FIRMS).read_text(encoding="utf-8")
    start, end = text.index("  - id: firms-goal"), text.index("  - id: listed-firms")
    (root / FIRMS).write_text(text[:start] + text[end:].rstrip("\n") + ADDED, encoding="utf-8")
    (root / "corrections.yaml").write_text(CORRECTIONS, encoding="utf-8")


def reader_of(root: Path, public_url: str = "") -> FlaskClient:
    """A server of pages, released charts and feeds alone: it is there at once."""
    site, assets = Site.open(Settings(datasets=root, public_url=public_url)), Assets.open()
    server = Flask("releases", static_folder=None)
    install_language(server)
    headers.install_headers(server, public_url=public_url, data_version=site.version)
    server.register_blueprint(pages(site, assets.href, WorkbenchStart()))
    server.register_blueprint(released_files(site, Fonts.find()))
    server.register_blueprint(oembed(site))
    server.register_blueprint(files(assets))
    server.register_blueprint(feeds(site))
    errors.install_errors(server, partial(problem_page, site, assets.href))
    return server.test_client()


@pytest.fixture(scope="session")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset folder with two releases; not to be written to."""
    root = copy(tmp_path_factory.mktemp("twice"))
    released(root)
    change(root)
    released(root, "2026.12")
    return root


@pytest.fixture(scope="session")
def twice_reader(twice: Path) -> FlaskClient:
    """The whole server over it."""
    return build_server(Site.open(Settings(datasets=twice)), scripts()).test_client()


@pytest.fixture
def once(tmp_path: Path, once_released: Path) -> Path:
    """A dataset folder with one release, to be changed."""
    root = tmp_path / "datasets"
    shutil.copytree(once_released, root)
    return root


@pytest.fixture(scope="session")
def once_released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy(tmp_path_factory.mktemp("once"))
    released(root)
    return root
