"""The palettes are the stylesheet's colours, and can be told from the paper."""

import re
from pathlib import Path

import pytest

from app.renderers.palette import DARK, LIGHT, TOKENS, Palette

ASSETS = Path(__file__).parents[2] / "assets"


def _blocks(css: str) -> list[dict[str, str]]:
    blocks = re.findall(r"\{([^{}]*--paper:[^{}]*)\}", css)
    return [dict(re.findall(r"--([a-z-]+):\s*(#[0-9a-f]{6})", block)) for block in blocks]


def test_the_palettes_are_the_tokens_of_the_stylesheet() -> None:
    light, *darks = _blocks((ASSETS / "tokens.css").read_text(encoding="utf-8"))
    assert {token: light[token] for token in TOKENS} == {token: LIGHT[token] for token in TOKENS}
    assert darks
    for dark in darks:
        assert {token: dark[token] for token in TOKENS} == {token: DARK[token] for token in TOKENS}


def test_the_chart_stylesheet_has_a_fill_and_a_stroke_for_every_token() -> None:
    css = (ASSETS / "chart.css").read_text(encoding="utf-8")
    for token in TOKENS:
        assert f".f-{token} {{ fill: var(--{token}); }}" in css
        assert f".s-{token} {{ stroke: var(--{token}); }}" in css


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize(
    ("token", "least"),
    [("ink", 7), ("soft", 4.5), ("faint", 4.5), ("beijing", 4.5), ("second", 4.5), ("other", 3)],
)
def test_colours_stand_out_from_the_paper(palette: Palette, token: str, least: float) -> None:
    assert contrast(palette[token], palette.paper) >= least


def test_an_unknown_token_is_an_error() -> None:
    with pytest.raises(KeyError):
        LIGHT["vermilion"]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
