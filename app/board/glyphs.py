"""The marks of the board as symbols: each is drawn once, as charts draw it, and used wherever it stands."""

from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from itertools import product

from markupsafe import Markup

from app.charts.layout import Form, Mark
from app.charts.scene import Emphasis, Point
from app.data.datum import Openness
from app.model.period import Period
from app.model.text import Lang
from app.quantities.label import Label
from app.quantities.period_text import PeriodText
from app.renderers.svg import Paint, draw_body

_PERIOD = Period.parse("2024")


@cache
def glyph_symbols() -> Markup:
    """`<symbol id="dot-up-beijing">` and its like, around their own zero point."""
    return Markup("").join(_symbols())  # the renderer escapes


def _symbols() -> Iterable[Markup]:
    for target, derived, openness, hue in product(
        (False, True), (False, True), Openness, (Emphasis.BEIJING, Emphasis.OTHER)
    ):
        name = f"{'goal' if target else 'dot'}{'-derived' if derived else ''}-{openness.value}-{hue.value}"
        form = Form.DIAMOND if target else Form.DOT
        mark = Mark(_point(openness, hue, target=target, derived=derived), form, 0, 0, "x", 0, 0)
        drawn = Markup(draw_body(mark, Paint(None, "g")))  # noqa: S704 - the renderer escapes
        yield Markup('<symbol id="{}" overflow="visible">{}</symbol>').format(name, drawn)


def _point(openness: Openness, hue: Emphasis, *, target: bool, derived: bool) -> Point:
    """A figure of which nothing is drawn but its mark."""
    return Point(
        id="",
        name="",
        label=Label(Lang.ZH, "", ""),
        value=Decimal(0),
        low=None,
        high=None,
        openness=openness,
        period=_PERIOD,
        period_text=PeriodText("", "", ()),
        definition="",
        source="",
        href="",
        emphasis=hue,
        derived=derived,
        target=target,
    )
