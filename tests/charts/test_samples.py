"""Every kind in every state, at every width, in both languages: legible, spoken, the same each time."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest

from app.charts.layout import Form, Role
from app.charts.pictures import poster
from app.charts.registry import CHART_TYPES, layout_chart
from app.charts.samples import samples
from app.charts.scene import Scene
from app.data.datum import Openness
from app.model.chart import ChartKind
from app.model.text import LANGS, Lang
from app.renderers.palette import LIGHT
from app.renderers.picture import PictureMetadata, write_picture
from tests.charts.test_room import WIDTHS, faults

ALL = {lang: samples(lang) for lang in LANGS}
#: Events have no values, so none that is open at an end.
VALUED = [kind for kind in CHART_TYPES if kind is not ChartKind.EVENTS]


def named(chart_id: str, lang: Lang = Lang.ZH) -> Scene:
    return next(scene for scene in ALL[lang] if scene.chart_id == chart_id)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", WIDTHS)
def test_every_sample_has_room_for_every_word(width: int, lang: Lang) -> None:
    found = {scene.chart_id: faults(layout_chart(scene, width)) for scene in ALL[lang]}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_every_kind_is_shown_and_every_sample_says_it_is_one() -> None:
    assert {scene.kind for scene in ALL[Lang.ZH]} == set(ChartKind)
    assert all(scene.title.startswith("示例") for scene in ALL[Lang.ZH])
    assert all(scene.title.startswith("Sample") for scene in ALL[Lang.EN])
    assert max(Counter(scene.chart_id for scene in ALL[Lang.ZH]).values()) == 1


@pytest.mark.parametrize("width", [326, 720])
def test_each_figure_has_exactly_one_mark_and_it_speaks(width: int) -> None:
    for scene in ALL[Lang.EN]:
        moves = [point.change.id for point in scene.points if point.change]
        wanted = [*(point.id for point in scene.points), *moves, *(event.id for event in scene.events)]
        layout = layout_chart(scene, width)
        assert sorted(mark.point.id for mark in layout.marks) == sorted(wanted), scene.chart_id
        assert all(mark.point.spoken for mark in layout.marks)


@pytest.mark.parametrize("width", [280, 440, 720])
@pytest.mark.parametrize("kind", VALUED)
def test_no_number_stands_without_its_qualifier(kind: ChartKind, width: int) -> None:
    said = [words for lang in LANGS for scene in ALL[lang] if scene.kind is kind for words in _bounds(scene, width)]
    assert said
    assert [words for words in said if not _hedged(words)] == []


def _bounds(scene: Scene, width: int) -> Iterator[str]:
    """What is written at each mark that is open at an end."""
    layout = layout_chart(scene, width)
    for mark in layout.marks:
        if mark.point.openness is not Openness.CLOSED and mark.form is not Form.SPAN:
            words = " ".join(each.text for each in layout.words if each.point == mark.point.id)
            yield from [words] if words else []


def _hedged(words: str) -> bool:
    return any(hedge in words for hedge in ("超", "近", "约", "至少", "至多", "over", "nearly", "about", "at "))


def test_a_layout_is_the_same_each_time() -> None:
    first, again = samples(Lang.ZH), samples(Lang.ZH)
    assert [
        write_picture(poster(layout_chart(one, 530)), id_prefix="c", palette=LIGHT, imprint=PictureMetadata())
        for one in first
    ] == [
        write_picture(poster(layout_chart(one, 530)), id_prefix="c", palette=LIGHT, imprint=PictureMetadata())
        for one in again
    ]


def test_a_share_is_counted_out() -> None:
    mark = layout_chart(named("sample-share-exact"), 530).marks[0]
    assert (mark.form, len(mark.squares), mark.filled) == (Form.SQUARES, 100, 51)
    assert len({box.y for box in mark.squares}) == 10


def test_a_composition_of_few_is_counted_and_of_many_is_stacked() -> None:
    assert {mark.form for mark in layout_chart(named("sample-composition-exact"), 326).marks} == {Form.SQUARES}
    stacked = layout_chart(named("sample-composition-mixed"), 530).marks
    assert {mark.form for mark in stacked} == {Form.BAR}
    assert len({mark.pattern for mark in stacked}) == 3
    boxes = [mark.box for mark in stacked[:3] if mark.box]
    assert all(one.right <= other.x for one, other in pairwise(boxes))


def test_ties_share_a_bracket_and_are_called_ties() -> None:
    layout = layout_chart(named("sample-rank-mixed"), 530)
    assert "并列" in {words.text for words in layout.words}
    assert "↑ 升3位" in {words.text for words in layout.words}
    assert [stroke for stroke in layout.strokes if len(stroke.points) == 4]


def test_ranks_run_downwards() -> None:
    layout = layout_chart(named("sample-rank-mixed"), 530)
    middles = [mark.y for mark in layout.marks if mark.form is Form.DOT]
    assert middles == sorted(middles)


@pytest.mark.parametrize(("width", "has_axis"), [(720, True), (390, False)])
def test_events_are_lanes_on_an_axis_and_a_list_on_a_phone(width: int, has_axis: bool) -> None:
    layout = layout_chart(named("sample-events-undated"), width)
    assert (layout.x is not None) is has_axis
    assert "未定期限" in {words.text for words in layout.words}


def test_unlike_facts_have_no_axis_and_their_qualifier_is_set_apart() -> None:
    layout = layout_chart(named("sample-facts-over"), 530)
    assert layout.x is layout.y is None
    assert {words.text for words in layout.words if words.role is Role.QUALIFIER} == {"超"}
    assert "2,400" in {words.text for words in layout.words if words.role is Role.LARGE}
