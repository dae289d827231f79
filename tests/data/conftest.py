"""The tiny data set, resolved once for all query tests."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from app.data.datum import Datum, resolve_data
from app.loading.dataset import load
from app.model.catalog import Catalog

TINY = Path(__file__).parents[1] / "data" / "tiny"


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return load(TINY).catalog


@pytest.fixture(scope="session")
def all_readings(catalog: Catalog) -> Mapping[str, Datum]:
    return resolve_data(catalog)
