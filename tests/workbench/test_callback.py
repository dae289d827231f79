"""The callback's answer: the parts of the page that asks, and its drawings."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from app.charts.layout import WIDTHS
from tests.workbench.body import answered

PLACES: list[dict[str, Any]] = [
    {"kind": "overview"},
    {"kind": "topic", "name": "ai"},
    {"kind": "chart", "name": "firms-series"},
    {"kind": "explore", "chosen": [["i", "firms"], ["i", "output"]]},
    {"kind": "compare"},
]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place["kind"])
def test_every_kind_of_page_is_answered_in_its_language(client: FlaskClient, place: dict[str, Any]) -> None:
    answer = answered(client, **place, lang="en", widths={})
    assert answer["drawings"]
    for name, drawing in answer["drawings"].items():
        assert any(f'data-panel="{name}"' in html for html in answer["parts"].values())
        assert drawing["label"].endswith("Enter opens the evidence.")
    assert answer["parts"]["title"]
    assert not any("<svg" in html for html in answer["parts"].values())


def test_the_address_holds_only_what_differs_from_the_default(client: FlaskClient) -> None:
    assert answered(client)["query"] == []
    assert answered(client, chosen=[["topic", "ai"], ["indicator", "firms"]])["query"] == []
    assert answered(client, chosen=[["indicator", "output"]])["query"] == [["indicator", "output"]]


@pytest.mark.parametrize("width", [0, 287, 288, 500, 5000])
def test_a_drawing_is_as_wide_as_the_widest_that_fits(client: FlaskClient, width: int) -> None:
    drawing = answered(client, widths={"series": width})["drawings"]["series"]
    assert drawing["figure"]["layout"]["width"] == max((w for w in WIDTHS if w <= width), default=WIDTHS[0])


def test_a_panel_that_was_never_seen_is_as_narrow_as_the_narrowest_seen(client: FlaskClient) -> None:
    drawings = answered(client, widths={"series": 530, "breakdown": 326})["drawings"]
    assert drawings["comparison"]["figure"]["layout"]["width"] == 326


def test_a_chosen_stretch_of_time_has_a_neutral_title_and_says_what_was_chosen(client: FlaskClient) -> None:
    whole = answered(client, kind="chart", name="firms-series")
    part = answered(client, kind="chart", name="firms-series", chosen=[["from", "2023"]])
    assert whole["parts"]["heading"] != part["parts"]["heading"]
    assert "起始时间：2023年" in part["parts"]["heading"]
    assert part["query"] == [["from", "2023"]]
    assert part["parts"]["whole"].strip()
    assert not whole["parts"]["whole"].strip()
