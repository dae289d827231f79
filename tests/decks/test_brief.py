"""The items of a brief's address: in order, once each, and what was meant by those there are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.decks.brief import MOST_ITEMS, TooManyItemsError, collect_items, nearest_items
from app.site import Site

CASES = [
    ([], "", ""),
    (["charts/firms-series"], "charts/firms-series", ""),
    (["figures/firms-2024,charts/firms-series"], "figures/firms-2024 charts/firms-series", ""),
    (["figures/firms-2024", "charts/firms-series"], "figures/firms-2024 charts/firms-series", ""),
    (["charts/firms-series,,charts/firms-series,"], "charts/firms-series", ""),
    (
        ["firms-series,charts/firms-2024,figures/firms-series"],
        "",
        "firms-series charts/firms-2024 figures/firms-series",
    ),
    (["charts/firms-series/nope,charts/firms-series/"], "", "charts/firms-series/nope charts/firms-series/"),
    (["charts,charts/,figures,figures/,/,//"], "", "charts charts/ figures figures/ / //"),
    (["CHARTS/firms-series,charts/firms-series\x00"], "", "CHARTS/firms-series charts/firms-series\x00"),
    (["x" * 90], "", "x" * 64),
]


@pytest.mark.parametrize(("asked", "items", "unknown"), CASES)
def test_items_are_read_in_order(site: Site, asked: list[str], items: str, unknown: str) -> None:
    found = collect_items(asked, site.catalog)
    assert found.texts == tuple(items.split())
    assert found.unknown == tuple(unknown.split())


def test_a_chart_and_a_figure_of_one_name_are_two_items(site: Site) -> None:
    both = collect_items(["charts/share-bars,figures/firms-2024"], site.catalog).items
    assert [(item.chart, item.figure) for item in both] == [("share-bars", ""), ("", "firms-2024")]


def test_fifty_items_are_read_and_one_more_is_refused(site: Site) -> None:
    asked = [f"charts/x{n}" for n in range(MOST_ITEMS)]
    assert len(collect_items([",".join(asked)], site.catalog).unknown) == MOST_ITEMS
    with pytest.raises(TooManyItemsError, match="51 items are asked for; 50 are the most"):
        collect_items([",".join(asked), "charts/more"], site.catalog)


MEANT = [
    ("charts/firms-serie", "charts/firms-series"),
    ("firms-series", "charts/firms-series"),
    ("figures/firms-2042", "figures/firms-2024"),
    ("something else", ""),
]


@pytest.mark.parametrize(("unknown", "wanted"), MEANT)
def test_the_nearest_item_is_suggested(site: Site, unknown: str, wanted: str) -> None:
    assert [item.text for item in nearest_items(unknown, site.catalog)] == wanted.split()


@given(asked=st.lists(st.text(max_size=90), max_size=4))
def test_any_text_is_read(site: Site, asked: list[str]) -> None:
    found = collect_items(asked, site.catalog)
    assert all(len(each) <= 64 for each in found.unknown)
    assert not found.items or found.texts[0] in ",".join(asked)
