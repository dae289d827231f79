"""What a failed request is answered with: a page where pages are, else one JSON error."""

from collections.abc import Callable

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from app.api_error import ApiError
from app.routes.headers import ResponseKind, response_kind

#: (status, path) to the HTML of the page that says so.
ProblemPage = Callable[[int, str], str]

_CODES = {
    400: "bad-request",
    404: "not-found",
    405: "bad-method",
    413: "too-large",
    414: "too-long",
    415: "bad-type",
    500: "internal-error",
}

#: The part of a request that a status speaks of, where there is only one.
_WHERE = {404: "path", 405: "method", 413: "body", 415: "body"}


def install_errors(server: Flask, problem_page: ProblemPage) -> None:
    """Answer every error in the shape of its route."""

    @server.errorhandler(HTTPException)
    def refused(error: HTTPException) -> Response:
        status = error.code or 500
        answer = _answer(status, error.name, problem_page)
        for name, value in error.get_headers():
            if name == "Allow":
                answer.headers[name] = value
        return answer

    @server.errorhandler(ApiError)
    def refusal(error: ApiError) -> Response:
        return error.response()


def _answer(status: int, name: str, problem_page: ProblemPage) -> Response:
    if response_kind(request.path) in (ResponseKind.PAGE, ResponseKind.EMBED, ResponseKind.STAGE, ResponseKind.DECK):
        return Response(problem_page(status, request.path), status, mimetype="text/html")
    return ApiError(status, _CODES.get(status, "refused"), name.lower(), _WHERE.get(status, "")).response()
