"""What a filter of the address says."""

from collections.abc import Mapping


def chosen_of(args: Mapping[str, str], name: str, values: Mapping[str, str]) -> str:
    """The value in an address; an unknown one falls back to all."""
    value = args.get(name, "")
    return value if value in values else ""
