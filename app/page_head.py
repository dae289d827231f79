"""The style and the first script that stand in every page itself; what only some pages need is an asset."""

from functools import cache

from app import inline

_STYLES = ("tokens.css", "site.css", "chart.css")
_SCRIPT = "theme.js"


@cache
def style() -> str:
    """The colours, the page and the marks of its drawings."""
    return inline.style(_STYLES)


@cache
def script() -> str:
    """Dark or light, as the reader chose; it runs before the first paint."""
    return inline.script(_SCRIPT)
