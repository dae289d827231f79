"""What a page must carry so that the workbench can start in it: data only, made by the server."""

from dataclasses import dataclass


@dataclass(frozen=True)
class WorkbenchStart:
    """The JSON the starter reads, the addresses of Dash's scripts in it; nothing of it runs before first intent."""

    config_json: str = "{}"
