"""The style and the scripts of the stage, as one file carries them, and the hashes by which its policy knows them."""

from functools import cache

from app.assets import FOLDER, read
from app.embed_head import source_hash, tight

STYLES = ("tokens.css", "chart.css", "stage.css")
#: Before the first paint; and, in this order, when all slides are there.
LOOK = "stage-look.js"
SCRIPTS = ("stage.js", "stage-keys.js", "stage-speaker.js", "stage-kiosk.js")


@cache
def style() -> str:
    """All rules of the stage without comments and line breaks."""
    return tight(STYLES)


@cache
def look() -> str:
    """What language, theme and window the address asks for."""
    return _script(LOOK)


@cache
def script() -> str:
    """Everything else that runs."""
    return "\n".join(map(_script, SCRIPTS))


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


def _script(name: str) -> str:
    return "\n".join(line.strip() for line in read(FOLDER / name).decode().splitlines())
