"""Milestones: in time order, the undated last, each saying how its date is known."""

from pathlib import Path

from app.charts.events import select_events, sort_events
from app.charts.samples import samples
from app.loading.dataset import load
from app.model.chart import ChartSelection
from app.model.milestone import LANES
from app.model.text import LANGS, Lang
from app.site import Site
from app.strings import word

TINY = Path(__file__).parents[1] / "data" / "tiny"


def test_every_lane_of_the_model_has_a_name_in_both_languages() -> None:
    assert all(word(f"lane_{lane}", lang) for lane in LANES for lang in LANGS)


def test_events_come_in_time_order_and_the_undated_last() -> None:
    for scene in samples(Lang.ZH):
        dated = [event.dated for event in scene.events]
        assert dated == sorted(dated, reverse=True)
        ends = [event.period.end for event in scene.events if event.dated]
        assert ends == sorted(ends)
        assert sort_events(scene.events[::-1]) == scene.events


def test_a_selection_names_milestones_or_topics_and_lanes(site: Site) -> None:
    catalog = load(TINY).catalog
    topic = next(iter(catalog.milestones))
    rows = catalog.milestones[topic]
    everything = _selection(topics=(topic,))
    assert {event.id for event in select_events(catalog, everything, Lang.ZH)} == {row.id for row in rows}
    one = _selection(milestones=(rows[0].id,))
    assert [event.id for event in select_events(catalog, one, Lang.EN)] == [rows[0].id]
    lane = _selection(topics=(topic,), lanes=(rows[0].lane,))
    assert {event.lane for event in select_events(catalog, lane, Lang.ZH)} == {rows[0].lane}


def _selection(**fields: tuple[str, ...]) -> ChartSelection:
    return ChartSelection.model_validate(fields)


def test_a_plan_known_only_from_its_report_says_that_it_has_no_deadline(real_site: Site) -> None:
    catalog = real_site.catalog
    undated = tuple(row.id for row in catalog.milestone_by_id.values() if row.is_undated)
    for lang in LANGS:
        events = select_events(catalog, _selection(milestones=undated), lang)
        assert len(events) == len(undated) > 0
        start = "未定期限，截至" if lang is Lang.ZH else "no deadline given, as reported in"
        assert all(event.period_text.startswith(start) for event in events)
    released = tuple(row.id for row in catalog.milestone_by_id.values() if row.lane == "release")
    assert not any(
        "未定期限" in event.period_text for event in select_events(catalog, _selection(milestones=released), Lang.ZH)
    )
