"""What stands before Dash: it answers bad requests itself, because Dash answers most of them with a 500."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Flask, Response, request
from pydantic import TypeAdapter, ValidationError
from werkzeug.exceptions import RequestEntityTooLarge

from app.api_error import ApiError
from app.urls import WORKBENCH
from app.workbench import message
from app.workbench.message import Message, Named, Value

#: All that Dash may answer; its index page, its files and its development routes are not ours to serve.
CALLBACK = WORKBENCH + "_dash-update-component"
METHODS = {
    WORKBENCH + "_dash-layout": frozenset({"GET", "HEAD", "OPTIONS"}),
    WORKBENCH + "_dash-dependencies": frozenset({"GET", "HEAD", "OPTIONS"}),
    CALLBACK: frozenset({"POST", "OPTIONS"}),
}

#: The type of every value a callback takes, by `id.property`.
Types = Mapping[str, TypeAdapter[Any]]


def install_guard(server: Flask, callbacks: Mapping[str, Any], types: Types) -> None:
    """Put the guard before everything under the workbench's prefix; `callbacks` is Dash's own map."""

    @server.before_request
    def refuse_what_dash_would_fail_on() -> Response | None:
        if not is_workbench(request.path):
            return None
        try:
            _check_route()
            if request.path == CALLBACK and request.method == "POST":
                _check_callback(callbacks, types)
        except ApiError as refusal:
            return _allowing(refusal)
        return None


def is_workbench(path: str) -> bool:
    return path.startswith(WORKBENCH) or path == WORKBENCH.rstrip("/")


def _check_route() -> None:
    allowed = METHODS.get(request.path)
    if allowed is None:
        raise ApiError(404, "not-found", "nothing is served here")
    if request.method not in allowed:
        raise ApiError(405, "bad-method", f"{request.method} is not answered here", "method")


def _allowing(refusal: ApiError) -> Response:
    answer = refusal.response()
    if refusal.status == 405:
        answer.headers["Allow"] = ", ".join(sorted(METHODS[request.path]))
    return answer


def _check_callback(callbacks: Mapping[str, Any], types: Types) -> None:
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        raise ApiError(403, "cross-site", "callbacks are answered to our own pages only", "Sec-Fetch-Site")
    if request.args:
        raise ApiError(400, "bad-query", "a callback takes no query", "query")
    if request.mimetype != "application/json":
        raise ApiError(415, "bad-type", "a callback's body is application/json", "Content-Type")
    check_callback(message.read_message(_body()), callbacks, types)


def _body() -> bytes:
    request.max_content_length = message.LARGEST
    try:
        return request.get_data()
    except RequestEntityTooLarge as error:
        raise ApiError(413, "too-large", f"the body is larger than {message.LARGEST} bytes", "body") from error


def check_callback(told: Message, callbacks: Mapping[str, Any], types: Types) -> None:
    """Hold a message to the registered callback; raises ApiError where they differ."""
    registered = callbacks.get(told.output)
    if registered is None:
        raise ApiError(400, "unknown-callback", "there is no such callback", "output")
    _same(_names(told.inputs), _registered(registered["inputs"]), "inputs")
    _same(_names(told.state), _registered(registered["state"]), "state")
    _same(_names(told.outputs), _outputs(told.output), "outputs")
    if not set(told.changedPropIds) <= set(_names(told.inputs)):
        raise ApiError(400, "unknown-name", "only an input can have changed", "changedPropIds")
    for value in (*told.inputs, *told.state):
        _check_value(value, types)


def _names(told: Sequence[Named] | Named) -> list[str]:
    items = [told] if isinstance(told, Named) else told
    return [f"{item.id}.{item.property}" for item in items]


def _registered(items: list[dict[str, str]]) -> list[str]:
    return [f"{item['id']}.{item['property']}" for item in items]


def _outputs(output: str) -> list[str]:
    """Dash writes several outputs as `..a.x...b.y..`, one as `a.x`."""
    return output.removeprefix("..").removesuffix("..").split("...")


def _same(told: list[str], registered: list[str], where: str) -> None:
    if told != registered:
        raise ApiError(400, "unknown-name", "the names are not those of this callback", where)


def _check_value(given: Value, types: Types) -> None:
    name = f"{given.id}.{given.property}"
    try:
        types[name].validate_python(given.value)
    except ValidationError as error:
        raise message.shape_refusal(error, within=(name,)) from error
