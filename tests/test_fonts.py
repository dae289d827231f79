"""Fonts are found in folders and asked, character by character, what they hold; a missing one is a sentence."""

from pathlib import Path

import pytest

from app.fonts import FOLDERS, Fonts, NoFontError


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts.find()


TEXT = "北京超2,400家（推断）¥976.1 billion ↑ ·"


def test_this_machine_can_write_what_charts_say(fonts: Fonts) -> None:
    """The image and the README install fonts-noto-cjk; without such a font this test says so."""
    files = fonts.holding(TEXT, ["Noto Sans CJK SC"])
    assert all(any(file.holds(character) for file in files) for character in TEXT if character != " ")


def test_the_wanted_family_comes_first(fonts: Fonts) -> None:
    family = min(fonts.files[-1].families)
    assert family in fonts.holding(TEXT, [family])[0].families


def test_every_font_is_found_once(fonts: Fonts) -> None:
    assert len({file.path for file in fonts.files}) == len(fonts.files) > 0


@pytest.mark.parametrize("folders", [[], ["nowhere"], ["."]])
def test_a_machine_without_fonts_is_refused_in_one_sentence(tmp_path: Path, folders: list[str]) -> None:
    fonts = Fonts.find([tmp_path / folder for folder in folders])
    assert fonts.files == ()
    with pytest.raises(NoFontError, match="no font that holds 京 北; install one") as caught:
        fonts.holding("北京 ", ["Noto Sans CJK SC"])
    assert "\n" not in str(caught.value)


def test_a_character_that_no_font_holds_is_named(fonts: Fonts) -> None:
    with pytest.raises(NoFontError, match="no font that holds \U000f1234"):
        fonts.holding("2024 \U000f1234", [])


def test_many_missing_characters_are_not_all_named() -> None:
    with pytest.raises(NoFontError, match="…"):
        Fonts(()).holding("一二三四五六七八九十", [])


BROKEN = [b"", b"not a font", b"ttcf" + b"\xff" * 40, b"\x00\x01\x00\x00" + b"\xff" * 400, b"\x00" * 64]


@pytest.mark.parametrize("data", BROKEN)
def test_a_broken_font_is_like_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "broken.ttf").write_bytes(data)
    assert Fonts.find([tmp_path]).files == ()


def test_only_what_a_font_holds_is_said_to_be_held(fonts: Fonts) -> None:
    latin = [file for file in fonts.files if not file.holds("北") and file.holds("a")]
    assert latin
    assert not any(file.holds("京") for file in latin)
    assert all(file.families for file in fonts.files)


def test_the_folders_are_those_of_systems() -> None:
    assert FOLDERS
    assert all(folder.is_absolute() or ":" in str(folder) for folder in FOLDERS)
