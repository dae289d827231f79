"""What one request for data may cost; beyond it the answer is a sentence, at once."""

from flask import request

from app.api_error import ApiError
from app.urls import MOST_QUERY

#: The largest answer that is made for one request, in bytes.
MOST_ANSWER = 1_000_000


def limit_query() -> None:
    """Raises Refusal 414 for a query beyond the limit, before anything of it is read."""
    if len(request.query_string) > MOST_QUERY:
        raise ApiError(414, "too-long", f"the query is longer than {MOST_QUERY} bytes", "query")


def limit_answer(body: str | bytes, *, fewer: str = "rows with limit", where: str = "limit") -> bytes:
    """The answer as bytes; raises Refusal 400 where it is larger than an answer may be.

    `fewer` says what to ask for instead, `where` which part of the request decides it.
    """
    data = body.encode() if isinstance(body, str) else body
    if len(data) > MOST_ANSWER:
        sentence = f"the answer would be larger than {MOST_ANSWER:,} bytes; ask for fewer {fewer}"
        raise ApiError(400, "answer-too-large", sentence, where)
    return data
