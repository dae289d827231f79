"""How colours and numbers are written into an SVG: as classes for the site, as literals for pictures."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.renderers.palette import Palette


@dataclass(frozen=True)
class Paint:
    """Writes a colour token as a class (`f-beijing`, `s-beijing`), or as a literal when there is a palette."""

    palette: Palette | None
    prefix: str
    target: str = ""
    lit: frozenset[str] = frozenset()

    @property
    def link_target(self) -> str:
        """Where a link opens, when not in its own window."""
        return f' target="{self.target}" rel="noopener"' if self.target else ""

    def fill(self, token: str) -> str:
        return f' fill="{self.palette[token]}"' if self.palette else f' class="f-{token}"'

    def line(self, token: str, *, width: float) -> str:
        """A stroke without fill."""
        colour = f' stroke="{self.palette[token]}"' if self.palette else f' class="s-{token}"'
        return f'{colour} stroke-width="{number(width)}" fill="none"'

    def both(self, fill: str, stroke: str, *, width: float) -> str:
        if self.palette:
            colour = f' fill="{self.palette[fill]}" stroke="{self.palette[stroke]}"'
        else:
            colour = f' class="f-{fill} s-{stroke}"'
        return f'{colour} stroke-width="{number(width)}"'

    def text(self, token: str, *, haloed: bool) -> str:
        """A text's colour, and the rim of paper that keeps it legible on a line."""
        if not haloed:
            return self.fill(token)
        if self.palette is None:
            return f' class="f-{token} halo"'
        rim = f' stroke="{self.palette["paper"]}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"'
        return self.fill(token) + rim


def number(value: float) -> str:
    """At most one decimal, no trailing zero, no negative zero."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def svg_points(path: Iterable[tuple[float, float]]) -> str:
    return "L".join(f"{number(x)} {number(y)}" for x, y in path)
