"""The one shape in which the site refuses a request that is not for a page."""

from dataclasses import dataclass

from flask import Response, jsonify


@dataclass(eq=False)
class ApiError(Exception):
    """A request that is answered with a status and one JSON error; `where` names the part of it that is wrong."""

    status: int
    code: str
    message: str
    where: str = ""

    def response(self) -> Response:
        answer = jsonify(error={"code": self.code, "message": self.message, "where": self.where})
        answer.status_code = self.status
        return answer
