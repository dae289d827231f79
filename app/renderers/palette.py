"""The colours of charts as literals, for pictures and Plotly; a test holds them to assets/tokens.css."""

from dataclasses import dataclass, fields

from app.charts.layout import Role
from app.charts.scene import Emphasis


@dataclass(frozen=True)
class Palette:
    """One theme's colours by the names of the stylesheet's custom properties."""

    paper: str
    ink: str
    soft: str
    faint: str
    rule: str
    beijing: str
    beijing_soft: str
    other: str
    second: str

    def __getitem__(self, token: str) -> str:
        """A colour by its custom property's name (`beijing-soft`); raises KeyError for a name that is not one."""
        if token not in TOKENS:
            raise KeyError(token)
        value: str = getattr(self, token.replace("-", "_"))
        return value


TOKENS = tuple(field.name.replace("_", "-") for field in fields(Palette))

LIGHT = Palette(
    paper="#fbfaf6",
    ink="#1c1b19",
    soft="#57544e",
    faint="#6b675f",
    rule="#dedad0",
    beijing="#b3261e",
    beijing_soft="#e9c4bd",
    other="#827d74",
    second="#1f5f6b",
)
DARK = Palette(
    paper="#141312",
    ink="#eeeae2",
    soft="#b9b4aa",
    faint="#9c978d",
    rule="#35322d",
    beijing="#ff8a7a",
    beijing_soft="#5d2a25",
    other="#8f8a80",
    second="#7cc4d1",
)

#: The token each role is drawn in, unless an emphasis gives it a hue.
ROLE_TOKEN = {
    Role.GRID: "rule",
    Role.AXIS: "other",
    Role.TICK: "soft",
    Role.LABEL: "ink",
    Role.NAME: "ink",
    Role.NOTE: "soft",
    Role.GAP: "other",
    Role.JOIN: "beijing",
    Role.BAND: "rule",
    Role.LARGE: "ink",
    Role.TITLE: "ink",
    Role.SUBTITLE: "soft",
    Role.SOURCE: "faint",
    Role.QUALIFIER: "beijing",
}
#: Line widths in pixels; other roles are hairlines.
ROLE_WIDTH = {Role.JOIN: 2.0, Role.GAP: 1.2}


#: Texts that may stand on a line and so get a rim of paper around them.
HALOED = frozenset({Role.LABEL, Role.NOTE, Role.NAME})


def token_of(role: Role, emphasis: Emphasis | None) -> str:
    """The colour token of a role, or of the hue it is given."""
    return emphasis.value if emphasis else ROLE_TOKEN[role]
