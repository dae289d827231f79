"""Releasing: today's site is frozen into a folder of its own, or it is said why it cannot be."""

import hashlib
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from app.chart_checks import open_checked_site
from app.loading.problems import DatasetError
from app.model.text import Text
from app.releases.ledger import unexplained
from app.releases.record import FILE, Counts, Release, order
from app.releases.release_files import freeze
from app.releases.scene_file import SCENE_VERSION
from app.settings import Settings
from app.site import Site


class ReleaseError(ValueError):
    """A release that may not be made; its text says why."""


def release(settings: Settings, version: str, reason: Text, on: date) -> Path:
    """Make the release and return its folder; raises ReleaseError, or DatasetError for what must be put right first.

    The reasons in corrections.yaml are taken over, and the file is taken away: they belong to this release now.
    """
    _check_version(version)
    site = open_checked_site(settings)
    _check_order(site, version)
    problems = tuple(unexplained(site.release_diff, shown=settings.datasets.name))
    if problems:
        raise DatasetError(problems)
    files = freeze(site.catalog, site.export, site.published, version)
    record = _record(site, version, reason, on, files)
    folder = _write(settings.datasets / "releases" / version, {**files, FILE: record.text().encode()})
    (settings.datasets / "corrections.yaml").unlink(missing_ok=True)
    return folder


def _check_version(version: str) -> None:
    try:
        order(version)
    except ValueError as error:
        raise ReleaseError(str(error)) from None


def _check_order(site: Site, version: str) -> None:
    latest = site.releases.latest
    if latest is None or order(version) > order(latest.version):
        return
    if any(each.version == version for each in site.releases.ordered):
        raise ReleaseError(f"release {version} exists, and what is released never changes; choose a later version")
    raise ReleaseError(f"release {version} would come before {latest.version}; choose a later version")


def _record(site: Site, version: str, reason: Text, on: date, files: Mapping[str, bytes]) -> Release:
    catalog = site.catalog
    return Release(
        version=version,
        date=on,
        reason=reason,
        data_version=site.version,
        public_url=site.settings.public_url,
        scene_version=SCENE_VERSION,
        counts=Counts(
            figures=len(catalog.observations), milestones=len(catalog.milestone_by_id), charts=len(catalog.charts)
        ),
        charts={name: tuple(chart.views) for name, chart in catalog.charts.items()},
        changes=site.release_diff.pending,
        files={name: hashlib.sha256(body).hexdigest() for name, body in files.items()},
    )


def _write(folder: Path, files: Mapping[str, bytes]) -> Path:
    """All files or none: they are written beside the folder, which then takes its name."""
    unfinished = folder.with_name(f".{folder.name}")
    shutil.rmtree(unfinished, ignore_errors=True)
    try:
        for name, body in files.items():
            path = unfinished / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(body)
        unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return folder
