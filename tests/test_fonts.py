"""Fonts are found in folders and asked, character by character, what they hold; a missing one is a sentence."""

import time
from pathlib import Path

import pytest

from app.font_file import FontFile
from app.fonts import FOLDERS, Fonts, NoFontError


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts.find()


def test_this_machine_can_write_what_charts_say(fonts: Fonts) -> None:
    """The image and the README install fonts-noto-cjk; without such a font this test says so."""
    files = fonts.holding("北京超2,400家（推断）¥976.1 billion ↑ ·", ["Noto Sans CJK SC"])
    assert files
    assert all("Noto Sans CJK SC" in file.families for file in files[:1] if "Noto" in file.path.name)


def test_finding_fonts_is_cheap() -> None:
    began = time.perf_counter()
    found = Fonts.find()
    assert time.perf_counter() - began < 1.0
    assert len({file.path for file in found.files}) == len(found.files)


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
    assert all(not file.holds("京") for file in latin)
    assert all(isinstance(file, FontFile) and file.families for file in fonts.files)


def test_the_folders_are_those_of_systems() -> None:
    assert all(folder.is_absolute() or ":" in str(folder) for folder in FOLDERS)
