"""The name of a release: the year and month it was made in, and a count where a month has several."""

import re

_PATTERN = re.compile(r"(20[0-9]{2})\.(0[1-9]|1[0-2])(?:\.([2-9]|[1-9][0-9]))?", re.ASCII)


def order(version: str) -> tuple[int, ...]:
    """What releases are sorted by; raises ValueError for what is not a version."""
    match = _PATTERN.fullmatch(version)
    if match is None:
        raise ValueError(f"'{version}' is not a version; write 2026.11, or 2026.11.2 for the second of that month")
    return tuple(int(part or 1) for part in match.groups())
