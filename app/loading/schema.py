"""JSON Schemas of the dataset files: an editor completes fields and marks mistakes while one writes."""

from typing import Any

from app.loading.files import FOLDERS, SINGLE_FILES

#: The newest dialect that the usual YAML editors all read.
_DIALECT = "http://json-schema.org/draft-07/schema#"


def schemas() -> dict[str, dict[str, Any]]:
    """Schema name (`indicator`, `units`) to its JSON Schema, for every kind of file."""
    kinds = (*SINGLE_FILES.values(), *FOLDERS.values())
    return {kind.schema: {"$schema": _DIALECT, **kind.record.model_json_schema()} for kind in kinds}
