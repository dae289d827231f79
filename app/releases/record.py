"""What a release says of itself: its version and its `release.json`."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from app.model.record import Id
from app.model.text import Text

#: The year and month it was made in, and a count where a month has several.
_VERSION = re.compile(r"(20[0-9]{2})\.(0[1-9]|1[0-2])(?:\.([2-9]|[1-9][0-9]))?", re.ASCII)


def order(version: str) -> tuple[int, ...]:
    """What releases are sorted by; raises ValueError for what is not a version."""
    match = _VERSION.fullmatch(version)
    if match is None:
        raise ValueError(f"'{version}' is not a version; write 2026.11, or 2026.11.2 for the second of that month")
    return tuple(int(part or 1) for part in match.groups())


#: The name of the file in the release's folder; it lists all the others.
FILE = "release.json"

Noun = Literal["figure", "milestone"]


def _version(text: str) -> str:
    order(text)
    return text


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class Change(_Part):
    """A figure or milestone that was added, corrected or taken away, as readers saw it before and see it after."""

    id: Id
    noun: Noun
    kind: Literal["added", "corrected", "removed"]
    name: Text
    before: Text | None = None
    after: Text | None = None
    reason: Text | None = None


class Counts(_Part):
    """How much there is in a release."""

    figures: int
    milestones: int
    charts: int


class Release(_Part):
    """A release. `public_url` is empty where the site's address was not set when it was made.

    `charts` are the charts with their views, whose addresses answer for ever. `changes` are those since the release
    before; the first one has none. `files` are the others of its folder, by path, with their SHA-256.
    """

    version: Annotated[str, AfterValidator(_version)]
    date: date
    reason: Text
    data_version: str
    public_url: str
    scene_version: int
    counts: Counts
    charts: Mapping[Id, tuple[Id, ...]]
    changes: tuple[Change, ...]
    files: Mapping[str, Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]]

    def text(self) -> str:
        return self.model_dump_json(indent=1) + "\n"
