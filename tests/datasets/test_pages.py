"""Whatever good data hold, every page of them is there."""

import pytest

from app.server import build_server
from app.site import Site
from app.workbench.scripts import scripts
from tests.pages.conftest import addresses

pytestmark = pytest.mark.whole


def test_every_page_answers(any_site: Site) -> None:
    reader = build_server(any_site, scripts()).test_client()
    statuses = {path: reader.get(path).status_code for path in addresses(any_site)}
    assert len(statuses) > len(any_site.catalog.observations)
    assert {path: status for path, status in statuses.items() if status != 200} == {}
