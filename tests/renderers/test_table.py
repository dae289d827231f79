"""The table gives every figure with its qualifier, date, definition and source, each leading to its evidence."""

from app.model.chart import ChartKind, LabelBy
from app.model.quantity import Qualifier
from app.model.text import Lang
from app.renderers import words
from app.renderers.words import write_table
from tests.figures import datum, scene


def test_a_row_holds_all_that_a_reader_needs() -> None:
    drawn = write_table(scene(datum("a", qualifier=Qualifier.OVER), kind=ChartKind.BARS, label_by=LabelBy.GEOGRAPHY))
    assert (
        '<tr><th scope="row">北京</th><td><a href="/zh/figures/a">超2,400家</a></td>'
        "<td>2024年</td><td>reported</td><td>paper</td></tr>"
    ) in drawn


def test_text_from_the_data_is_escaped_and_nothing_is_styled() -> None:
    drawn = write_table(scene(datum("a", source="<b>"), kind=ChartKind.SERIES))
    assert "<b>" not in drawn
    assert "style=" not in drawn


def test_the_words_begin_with_the_title() -> None:
    drawn = scene(datum("a"), kind=ChartKind.SERIES, lang=Lang.EN)
    assert words.scene_words(drawn) == "Title. Measure. 2,400 firms (2024)."
    assert [point.spoken for point in drawn.points] == ["2,400 firms · 2024 · reported · paper"]
