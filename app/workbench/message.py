"""The body of a callback request, as the browser sends it: read once, refused with the place of what is wrong."""

import json
import math
from collections.abc import Mapping
from typing import Annotated, Any, Literal, NoReturn

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

from app.api_error import ApiError
from app.data.page_query import PageKind, PageRef
from app.model.catalog import Catalog
from app.model.text import Lang
from app.urls import Query

LARGEST = 64 * 1024
DEEPEST = 12

_Id = Annotated[str, StringConstraints(max_length=64)]
_Name = Annotated[str, StringConstraints(max_length=200)]
_Panel = Annotated[str, StringConstraints(max_length=80)]
_Width = Annotated[int, Field(ge=0, le=20_000)]
#: The width of a panel that the page has not shown yet, where it has shown none.
_UNSEEN = 440


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class WorkbenchRequest(_Strict):
    """What the page tells: what it is, its language and theme, its panels' widths, and what its form holds."""

    kind: Annotated[PageKind, Field(strict=False)]
    name: _Id
    view: _Id
    lang: Annotated[Lang, Field(strict=False)]
    theme: Literal["light", "dark"]
    widths: Annotated[dict[_Panel, _Width], Field(max_length=100)]
    chosen: Annotated[list[Annotated[list[_Id], Field(min_length=2, max_length=2)]], Field(max_length=400)]

    @property
    def place(self) -> PageRef:
        return PageRef(self.kind, self.name, self.view)

    @property
    def pairs(self) -> Query:
        return tuple((name, value) for name, value in self.chosen)

    def width_of(self, panel: str) -> int:
        """The panel's width; a new one is taken to be as narrow as the narrowest that there is."""
        return self.widths.get(panel, min(self.widths.values(), default=_UNSEEN))


def asked_on(catalog: Catalog) -> TypeAdapter[WorkbenchRequest]:
    """The type of what is asked on the pages that these data have."""

    def on_a_page(asked: WorkbenchRequest) -> WorkbenchRequest:
        if not asked.place.exists(catalog):
            raise ValueError("there is no such page")
        return asked

    return TypeAdapter(Annotated[WorkbenchRequest, AfterValidator(on_a_page)])


class Named(_Strict):
    """A component's property."""

    id: _Name
    property: _Name


class Value(Named):
    """A component's property with its value, which the callback's own type must accept."""

    value: Any = None


class Message(_Strict):
    """A callback request. Its names must equal the registered ones; `guard` sees to that."""

    output: Annotated[str, StringConstraints(max_length=2000)]
    outputs: list[Named] | Named
    inputs: Annotated[list[Value], Field(max_length=50)]
    state: Annotated[list[Value], Field(max_length=50)] = []
    changedPropIds: Annotated[list[_Name], Field(max_length=50)] = []  # noqa: N815 - Dash's name
    parsedChangedPropsIds: Annotated[list[_Name], Field(max_length=50)] = []  # noqa: N815 - Dash's name


def read_message(body: bytes) -> Message:
    """The message in a request body; raises ApiError."""
    if _depth(body) > DEEPEST:
        raise ApiError(400, "too-deep", f"the body is nested deeper than {DEEPEST} levels")
    try:
        tree = json.loads(
            body.decode("utf-8"),
            object_pairs_hook=_object,
            parse_constant=_no_number,
            parse_float=_finite,
        )
    except ValueError as error:
        raise ApiError(400, "bad-json", f"the body is not JSON: {_short(error)}") from error
    try:
        return Message.model_validate(tree)
    except ValidationError as error:
        raise shape_refusal(error) from error


def shape_refusal(error: ValidationError, *, within: tuple[str, ...] = ()) -> ApiError:
    """The first thing that pydantic found, in our own shape."""
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    where = ".".join(str(part) for part in (*within, *first["loc"]))
    return ApiError(400, "bad-shape", first["msg"], where[:120])


def _depth(body: bytes) -> int:
    """How deep brackets are nested outside strings; found before parsing, because the parser recurses."""
    deepest = depth = 0
    quoted = escaped = False
    for byte in body:
        if quoted:
            quoted = escaped or byte != 0x22
            escaped = not escaped and byte == 0x5C
        elif byte == 0x22:
            quoted = True
        elif byte in b"[{":
            depth += 1
            deepest = max(deepest, depth)
        elif byte in b"]}":
            depth -= 1
    return deepest


def _object(pairs: list[tuple[str, Any]]) -> Mapping[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key is given twice in one object")
    return found


def _no_number(given: str) -> NoReturn:
    raise ValueError(f"{given} is not a number")


def _finite(given: str) -> float:
    number = float(given)
    if not math.isfinite(number):
        raise ValueError("a number is too large")
    return number


def _short(error: ValueError) -> str:
    return str(error)[:120].encode("ascii", "replace").decode()
