"""The style and the first script that stand in an embed itself, and the hashes by which its policy knows them.

They are inline so that a chart is painted, in its theme, with the first answer; all else is an asset.
"""

import base64
import hashlib
import re
from collections.abc import Sequence
from functools import cache

from app.assets import FOLDER, read

_STYLES = ("tokens.css", "chart.css", "embed.css")
_SCRIPT = "embed-look.js"


@cache
def style() -> str:
    """The colours, the marks and the embed's own rules, without comments and line breaks."""
    return tight(_STYLES)


def tight(names: Sequence[str]) -> str:
    """Style sheets one after the other, without comments and line breaks."""
    text = "".join((FOLDER / name).read_text(encoding="utf-8") for name in names)
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return re.sub(r"\s*([{};,])\s*", r"\1", re.sub(r"\s+", " ", text)).strip()


@cache
def script() -> str:
    """What theme, accent, title and table the frame's address asks for; it runs before the first paint."""
    return "\n".join(line.strip() for line in read(FOLDER / _SCRIPT).decode().splitlines())


def source_hash(text: str) -> str:
    """The source expression that allows exactly this inline text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
