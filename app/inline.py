"""Styles and scripts as they stand in a page itself, and the hashes by which its policy knows them.

What a page is painted with is in its first answer: on a slow line each further request costs the reader a round trip.
"""

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from app.assets import FOLDER, read


def inline_style(names: Sequence[str]) -> str:
    """Style sheets one after the other, without comments and line breaks."""
    text = "".join((FOLDER / name).read_text(encoding="utf-8") for name in names)
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return re.sub(r"\s*([{};,])\s*", r"\1", re.sub(r"\s+", " ", text)).strip()


def inline_script(names: Sequence[str]) -> str:
    """Scripts one after the other, without comments and indents."""
    lines = (line for name in names for line in read(FOLDER / name).decode().splitlines())
    return "\n".join(line.strip() for line in lines)


def source_hash(text: str) -> str:
    """The source expression that allows exactly this inline text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@dataclass(frozen=True)
class Head:
    """What a page is painted with: its style sheets and the scripts that run before the first paint, by their names."""

    styles: tuple[str, ...]
    first: tuple[str, ...]

    @cached_property
    def style(self) -> str:
        return inline_style(self.styles)

    @cached_property
    def script(self) -> str:
        return inline_script(self.first)


#: Runs the scripts that a page carries in templates, once it is painted.
AFTER_PAINT = "after-paint.js"
#: Every page; what only some pages need is an asset. One of its scripts knows dark or light, as the reader chose.
PAGE = Head(("tokens.css", "site.css", "listing.css", "chart.css"), ("theme.js", AFTER_PAINT))
#: An embed. One of its scripts knows what theme, accent, title and table the frame's address asks for.
EMBED = Head(("tokens.css", "chart.css", "embed.css"), ("embed-look.js", AFTER_PAINT))
