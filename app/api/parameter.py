"""A parameter as it is described: in OpenAPI, and to people."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.api.query import MOST_ROWS, USUAL_ROWS, ApiQuery, Ids, parameter_names
from app.model.text import LANGS, Text
from app.strings import word

#: What of a field's JSON Schema is told, in this order.
_KEYS = ("type", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum", "default")


@dataclass(frozen=True)
class Parameter:
    """`schema` is its JSON Schema, `example` one good value."""

    name: str
    schema: Mapping[str, Any]
    example: str
    is_required: bool

    @property
    def about(self) -> Text:
        zh, en = (word(f"parameter_{self.name}", lang).format(usual=USUAL_ROWS, most=MOST_ROWS) for lang in LANGS)
        return Text(zh=zh, en=en)


def parameters(model: type[ApiQuery], ids: Ids) -> tuple[Parameter, ...]:
    """The fields of a model as they are described; `ids` are those that the data give it."""
    whole = model.model_json_schema()
    required = whole.get("required", ())
    return tuple(
        _parameter(name, whole["properties"][name], ids, is_required=name in required)
        for name in parameter_names(model)
    )


def _parameter(name: str, field: Mapping[str, Any], ids: Ids, *, is_required: bool) -> Parameter:
    found = field["anyOf"][0] if "anyOf" in field else field  # beside it stands null, for what is not there
    schema = {key: found[key] for key in _KEYS if key in found}
    if isinstance(schema.get("enum"), str):
        schema["enum"] = list(ids[schema["enum"]])
    examples = found.get("examples") or schema.get("enum") or [""]
    return Parameter(name, schema, examples[0], is_required)
