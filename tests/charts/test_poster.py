"""Pictures in a shape: exactly of the size asked for, everything inside, words large enough, or refused."""

from itertools import pairwise

import pytest

from app.charts.geometry.text import width
from app.charts.layout import Box, Role, Words
from app.charts.pictures import (
    CARD,
    LEAST_ALONE,
    LEAST_IN_FEED,
    SQUARE,
    WIDTH,
    Poster,
    TextCard,
    TooHighError,
    long_picture,
    poster,
    shape_poster,
    text_card,
)
from app.charts.registry import layout_chart
from app.charts.samples import samples
from app.charts.scene import Scene
from app.model.text import LANGS, Lang

SHAPES = [CARD, SQUARE, (428, 760), (1000, 250)]
#: Every ninth sample has every kind in one state or another.
SCENES = [scene for lang in LANGS for scene in samples(lang)[::9] if not scene.empty]
LONG = {
    "zh": "北京市人工智能与医药健康等多个领域的企业数量、营业收入和投资金额在最近几年中的变化情况" * 2,
    "en": "The number of firms, their revenue and the money invested in artificial intelligence and biomedicine " * 2,
}


@pytest.mark.parametrize("size", SHAPES)
def test_a_shaped_picture_has_its_size_and_holds_all_of_the_chart(size: tuple[int, int]) -> None:
    made = [each for scene in SCENES if (each := _shaped(scene, size)) is not None]
    assert len(made) > len(SCENES) / 4
    for each in made:
        assert (each.width, each.height) == size
        assert each.zoom >= LEAST_ALONE
        _check_inside(each)
        _check_apart(each)


def test_words_in_a_feed_are_larger_than_elsewhere() -> None:
    made = [each for scene in SCENES if (each := _shaped(scene, CARD, least=LEAST_IN_FEED)) is not None]
    assert len(made) > len(SCENES) / 4
    assert min(each.zoom for each in made) >= LEAST_IN_FEED > LEAST_ALONE


def test_what_is_too_high_is_refused() -> None:
    tallest = max(SCENES, key=lambda scene: layout_chart(scene, 720).height)
    with pytest.raises(TooHighError, match=tallest.chart_id):
        shape_poster(tallest, (760, 190), least=LEAST_ALONE)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("size", [CARD, SQUARE])
@pytest.mark.parametrize("title", ["短 Short", LONG["zh"], LONG["en"]])
def test_words_alone_stay_in_the_frame_and_apart(lang: Lang, size: tuple[int, int], title: str) -> None:
    made = text_card(TextCard(lang, "北京创新指标", title, LONG[Lang.EN], LONG[Lang.ZH]), size)
    _check_inside(made)
    lines = sorted(made.words, key=lambda words: words.y)
    for above, below in pairwise(lines):
        assert below.y - above.y >= below.size * 1.1, (above.text, below.text)
    assert "".join(each.text for each in made.words if each.role is Role.TITLE).replace(" ", "") == title.replace(
        " ", ""
    )


@pytest.mark.parametrize("address", ["", "https://figures.example.org/a/long/path/zh/charts/a-chart-with-a-long-name"])
def test_the_long_picture_says_everything_and_has_a_code_only_where_there_is_an_address(address: str) -> None:
    for scene in SCENES:
        made = long_picture(scene, site_name="北京创新指标", invitation="扫码看每个数字的出处", address=address)
        assert made.width == WIDTH
        assert (made.code is not None) == bool(address)
        _check_inside(made)
        said = bare("".join(each.text for each in made.words))
        for text in (scene.title, *scene.notes, address):
            assert bare(text) in said
        if made.code:
            assert made.code.bottom <= made.height
            assert not any(_box(each).meets(made.code) for each in made.words)


def test_a_picture_in_its_own_height_is_the_chart_and_its_words() -> None:
    for scene in SCENES:
        made = poster(layout_chart(scene, 530), signed="https://example.org/zh/charts/x")
        assert made.layout is not None
        assert made.width == 570
        assert made.words[-1].text == "https://example.org/zh/charts/x"
        _check_inside(made)
        _check_apart(made)


def bare(text: str) -> str:
    """Without what a break takes away."""
    return text.replace(" ", "").replace("·", "")


def _shaped(scene: Scene, size: tuple[int, int], *, least: float = LEAST_ALONE) -> Poster | None:
    try:
        return shape_poster(scene, size, least=least, signed="https://example.org/zh/charts/x")
    except TooHighError:
        return None


def _box(words: Words) -> Box:

    return Box(words.x, words.y - words.size, width(words.text, words.size), words.size * 1.2)


def _check_inside(made: Poster) -> None:
    wide, high = made.width / made.zoom, made.height / made.zoom
    for each in made.words:
        assert each.x >= 0
        assert each.x + width(each.text, each.size, each.bold) <= wide, each.text
        assert 0 < each.y <= high - 4, each.text
    if made.layout is not None:
        assert made.left + made.layout.width <= wide
        assert made.top + made.layout.height <= high


def _check_apart(made: Poster) -> None:
    """No line of the words around the chart stands in it."""
    assert made.layout is not None
    for each in made.words:
        assert each.y <= made.top or each.y - each.size >= made.top + made.layout.height - 0.5, each.text
