"""What a page must carry so that the workbench can start in it: data only, made by the server."""

from dataclasses import dataclass


@dataclass(frozen=True)
class WorkbenchStart:
    """The scripts Dash needs, in order, and the JSON the starter reads; nothing of it runs before first intent."""

    scripts: tuple[str, ...] = ()
    config_json: str = "{}"
