"""The data package is valid, whole, and is read back to exactly the same observations."""

import hashlib
import io
import json
import subprocess
import sys
import warnings
import zipfile
from collections.abc import Mapping
from decimal import Decimal
from os import environ
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app.data.table import ColumnType
from app.loading.dataset import load
from app.model.text import LANGS, Lang
from app.renderers.package import write_dataset_yaml, write_package
from app.renderers.tabular import unshielded
from app.site import Site
from app.urls import SITE_URLS, Urls

pytestmark = pytest.mark.whole


@pytest.fixture(scope="module")
def folder(real_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package, unpacked."""
    data = write_package(real_site.tables, write_dataset_yaml(real_site.catalog), real_site.edition(Lang.EN))
    root = tmp_path_factory.mktemp("package")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        archive.extractall(root)
    return root


def test_it_is_a_valid_data_package(folder: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # those of the validator's own dependencies
        from frictionless import validate

        report = validate(str(folder / "datapackage.json"))
    assert report.valid, report.to_summary()
    assert report.stats["tasks"] == 11


def test_every_file_is_the_one_described(folder: Path) -> None:
    described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for resource in described["resources"]:
        data = (folder / resource["path"]).read_bytes()
        assert len(data) == resource["bytes"]
        assert f"sha256:{hashlib.sha256(data).hexdigest()}" == resource["hash"]


def test_its_files_are_read_back_to_the_same_catalog(folder: Path, real_site: Site) -> None:
    catalog = load(folder / "datasets").catalog
    assert catalog == real_site.catalog
    assert list(catalog.observations) == list(real_site.catalog.observations)
    assert Site.over(catalog, real_site.settings).version == real_site.version


def test_the_command_checks_its_files(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "app", "check"],
        env=environ | {"DATASETS": str(folder / "datasets")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_its_tables_are_read_back_to_the_same_rows(folder: Path, real_site: Site) -> None:
    """Read by their own schema with a reader that is not ours: exact numbers, days, truths and texts."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from frictionless import Package

        for resource in Package(str(folder / "datapackage.json")).resources:
            table = real_site.tables[str(resource.name)]
            read = [tuple(row.to_dict().values()) for row in resource.read_rows()]
            expected = [tuple(map(_as_read, row, (c.type for c in table.columns))) for row in table.rows]
            assert [tuple(map(_unshielded, row)) for row in read] == expected, resource.name


def _as_read(value: object, kind: ColumnType) -> object:
    return Decimal(str(value)) if kind is ColumnType.NUMBER and value is not None else value


def _unshielded(value: object) -> object:
    return unshielded(value) if isinstance(value, str) else value


def test_it_is_the_same_each_time(real_site: Site, reader: FlaskClient) -> None:
    again = Site.over(real_site.catalog, real_site.settings)
    made = write_package(again.tables, write_dataset_yaml(again.catalog), again.edition(Lang.EN))
    assert reader.get(SITE_URLS.package()).data == made


def test_the_page_describes_it_for_search_engines(reader: FlaskClient) -> None:
    for lang in LANGS:
        text = reader.get(Urls(lang).data()).text
        inside = text.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
        page = json.loads(inside)
        described: Mapping[str, object] = page["mainEntity"]
        assert (page["@context"], described["@type"]) == ("https://schema.org", "Dataset")
        assert "<" not in inside
        for each in described["distribution"]:  # type: ignore[attr-defined]
            answer = reader.get(each["contentUrl"])
            assert (answer.status_code, answer.mimetype) == (200, each["encodingFormat"])
