"""The marks of the board as symbols: each is drawn once, as charts draw it, and used wherever it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import product

from markupsafe import Markup

from app.charts.base_scene import emphasis_of
from app.charts.layout import Form, Mark
from app.charts.scene import Emphasis, Point
from app.data.datum import Datum, Openness
from app.model.period import Period
from app.model.text import Lang
from app.quantities.label import Label
from app.quantities.period_text import PeriodText
from app.renderers.svg import Paint, draw_body

_PERIOD = Period.parse("2024")


@dataclass(frozen=True)
class Glyph:
    """What a mark says of its figure: how it is bound, how it came about, whose it is."""

    openness: Openness
    hue: Emphasis
    is_goal: bool
    is_derived: bool

    @classmethod
    def of(cls, datum: Datum) -> "Glyph":
        return cls(datum.openness, emphasis_of(datum), datum.observation.target, datum.is_derived)

    @property
    def name(self) -> str:
        """The id of its symbol, as `dot-derived-up-beijing`."""
        kind = "goal" if self.is_goal else "dot"
        return f"{kind}{'-derived' if self.is_derived else ''}-{self.openness}-{self.hue}"


@cache
def glyph_symbols() -> Markup:
    """A `<symbol>` for every glyph, around its own zero point."""
    hues = (Emphasis.BEIJING, Emphasis.OTHER)
    return Markup("").join(_symbols(Glyph(*parts) for parts in product(Openness, hues, (False, True), (False, True))))


def _symbols(glyphs: Iterable[Glyph]) -> Iterable[Markup]:
    for glyph in glyphs:
        mark = Mark(_point(glyph), Form.DIAMOND if glyph.is_goal else Form.DOT, 0, 0, "x", 0, 0)
        drawn = Markup(draw_body(mark, Paint(None, "g")))  # noqa: S704 - the renderer escapes
        yield Markup('<symbol id="{}" overflow="visible">{}</symbol>').format(glyph.name, drawn)


def _point(glyph: Glyph) -> Point:
    """A figure of which nothing is drawn but its mark."""
    return Point(
        id="",
        name="",
        label=Label(Lang.ZH, "", ""),
        value=Decimal(0),
        low=None,
        high=None,
        openness=glyph.openness,
        period=_PERIOD,
        period_text=PeriodText("", "", ()),
        definition="",
        source="",
        href="",
        emphasis=glyph.hue,
        derived=glyph.is_derived,
        target=glyph.is_goal,
    )
