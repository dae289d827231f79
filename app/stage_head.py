"""The style and the scripts of the stage, as one file carries them, and the hashes by which its policy knows them."""

from functools import cache

from app import inline
from app.inline import source_hash

STYLES = ("tokens.css", "chart.css", "stage.css")
#: Before the first paint; and, in this order, after it.
FIRST = ("stage-look.js", inline.AFTER_PAINT)
SCRIPTS = ("stage.js", "stage-keys.js", "stage-speaker.js", "stage-kiosk.js", "stage-start.js")


@cache
def style() -> str:
    """All rules of the stage without comments and line breaks."""
    return inline.inline_style(STYLES)


@cache
def look() -> str:
    """What language, theme and window the address asks for; and what runs the rest."""
    return inline.inline_script(FIRST)


@cache
def script() -> str:
    """Everything else that runs."""
    return inline.inline_script(SCRIPTS)


@cache
def policy() -> str:
    """What a deck in one file may do: run and look as it was written, and nothing from anywhere."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {source_hash(look())} {source_hash(script())}",
            f"style-src {source_hash(style())}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


@cache
def stage_policy() -> str:
    """What a stage may do: look as it was written, run its own scripts, and ask for itself at night."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' {source_hash(look())}",
            f"style-src {source_hash(style())}",
            "img-src data:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
