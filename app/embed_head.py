"""The style and the first script that stand in an embed itself; all else of it is an asset."""

from functools import cache

from app import inline

_STYLES = ("tokens.css", "chart.css", "embed.css")
_SCRIPT = "embed-look.js"


@cache
def style() -> str:
    """The colours, the marks and the embed's own rules."""
    return inline.style(_STYLES)


@cache
def script() -> str:
    """What theme, accent, title and table the frame's address asks for; it runs before the first paint."""
    return inline.script(_SCRIPT)
