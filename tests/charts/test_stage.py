"""What stands on a slide is read from the back row: every word of every chart, 24 px of 1080 and more."""

import pytest

from app.charts.frames import (
    HALF,
    SIDE,
    TALL,
    TALL_HALF,
    WIDE,
    Enlargement,
    StageRoom,
    enlarge,
    stage,
    stage_half,
)
from app.model.text import LANGS, Lang
from app.site import Site

STORIES = ("beijing-overview", "ai", "biomed", "unicorns")
READABLE = 24
#: On an upright stage of 720 pixels across: 11 px and more on a phone of 390.
READABLE_UPRIGHT = 20


def smallest(drawn: Enlargement) -> float:
    return min(words.size for words in drawn.layout.words) * drawn.times


def fits(drawn: Enlargement, room: StageRoom) -> bool:
    return drawn.layout.width * drawn.times <= room.width + 0.5 and drawn.layout.height * drawn.times <= room.height


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("story", STORIES)
def test_every_chart_of_every_story_fits_its_slide_and_is_legible(real_site: Site, story: str, lang: Lang) -> None:
    for slide in real_site.deck(story, lang).slides:
        halves = len(slide.exhibits) == 2
        for exhibit in slide.exhibits:
            staged = (stage_half if halves else stage)(exhibit.scene)
            assert fits(staged.wide, HALF if halves else SIDE if staged.beside else WIDE), slide.id
            assert fits(staged.tall, TALL_HALF if halves else TALL), slide.id
            assert smallest(staged.wide) >= READABLE, slide.id
            assert smallest(staged.tall) >= READABLE_UPRIGHT, slide.id


def test_a_chart_too_high_for_any_room_is_drawn_at_the_least(real_site: Site) -> None:
    drawn = enlarge(real_site.chart("milestones-all", Lang.ZH), WIDE)
    assert drawn.times == 1.6
    assert not fits(drawn, WIDE)


def test_words_go_to_the_side_only_where_the_chart_gains_by_it(real_site: Site) -> None:
    assert stage(real_site.chart("ai-models", Lang.ZH)).beside
    assert not stage(real_site.chart("ai-firms", Lang.ZH)).beside


@pytest.mark.parametrize("lang", LANGS)
def test_facts_stand_in_columns_where_that_makes_them_larger(real_site: Site, lang: Lang) -> None:
    drawn = stage(real_site.chart("unicorns", lang)).wide
    across = {round(mark.x) for mark in drawn.layout.marks}
    assert len(across) == 2
    assert drawn.times > 2.4
    assert [mark.point.id for mark in drawn.layout.marks] == [point.id for point in drawn.layout.scene.points]
