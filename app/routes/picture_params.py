"""How a picture should look, read from its address."""

import re
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from app.api_error import ApiError
from app.charts.frames.poster import MARGIN
from app.charts.layout_chart import NARROWEST, WIDEST
from app.renderers.palette import DARK, LIGHT, Palette

_THEMES = {"light": LIGHT, "dark": DARK}
#: The token that a picture stands on.
_GROUNDS = {"paper": "paper", "transparent": ""}
_SCALES = (1, 3)
_SIDE = r"([1-9][0-9]?(?:\.[0-9]{1,2})?)"
#: Neither side may be longer than this many times the other.
_SLIMMEST = 4.0


@dataclass(frozen=True)
class PictureParams:
    """`width` is that of the whole picture, in units that `scale` multiplies; without an `aspect` it is as high as
    the chart needs (0)."""

    width: int
    scale: int
    palette: Palette
    ground: str
    aspect: float

    @classmethod
    def read(cls, arguments: "MultiDict[str, str]") -> "PictureParams":
        """From a query; what is not given has a default, and what cannot be met raises Refusal 400."""
        return cls(
            _number(arguments, "width", 760, (int(NARROWEST), int(WIDEST))),
            _number(arguments, "scale", 2, _SCALES),
            _THEMES[_one_of(_THEMES, arguments, "theme")],
            _GROUNDS[_one_of(_GROUNDS, arguments, "ground")],
            _aspect(arguments),
        )

    @property
    def margin(self) -> float:
        """What is left of the width beside the narrowest chart, up to the usual margin."""
        return min(MARGIN, (self.width - NARROWEST) / 2)

    @property
    def size(self) -> tuple[float, float]:
        """The frame that an aspect makes of the width."""
        return self.width, round(self.width / self.aspect)


def _one_of(known: "dict[str, Palette] | dict[str, str]", arguments: "MultiDict[str, str]", name: str) -> str:
    given = arguments.get(name, next(iter(known)))
    if given not in known:
        raise ApiError(400, f"bad-{name}", f"{name} must be one of {', '.join(known)}", name)
    return given


def _number(arguments: "MultiDict[str, str]", name: str, default: int, limits: tuple[int, int]) -> int:
    given = arguments.get(name, str(default))
    least, most = limits
    if not re.fullmatch(r"[0-9]{1,4}", given, re.ASCII) or not least <= int(given) <= most:
        raise ApiError(400, f"bad-{name}", f"{name} must be a whole number from {least} to {most}", name)
    return int(given)


def _aspect(arguments: "MultiDict[str, str]") -> float:
    given = arguments.get("aspect")
    if given is None:
        return 0.0
    found = re.fullmatch(f"{_SIDE}:{_SIDE}", given, re.ASCII)
    ratio = float(found[1]) / float(found[2]) if found else 0.0
    if not 1 / _SLIMMEST <= ratio <= _SLIMMEST:
        raise ApiError(400, "bad-aspect", "aspect must be two numbers such as 16:9, from 1:4 to 4:1", "aspect")
    return ratio
