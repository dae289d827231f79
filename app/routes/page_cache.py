"""Pages kept as they were answered: while the program runs, nothing that a page is made of changes."""

from collections import OrderedDict
from threading import Lock

from flask import Flask, Response, request

from app.routes.headers import ResponseKind, response_kind

#: Some eight megabytes at most, and more pages than are read in an hour. Addresses with a query have no end, and are
#: not kept.
MOST = 512
_CODING = "br"
#: Of the answer itself; all other headers depend on the route alone and are put on anew.
_HEADERS = ("Content-Type", "Content-Encoding", "ETag", "Vary")
_KINDS = {ResponseKind.PAGE, ResponseKind.EMBED}


class PageCache:
    """Compressed answers by their address, those asked for last."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._answers: OrderedDict[str, tuple[bytes, dict[str, str]]] = OrderedDict()
        self._lock = Lock()

    def get(self, path: str) -> Response | None:
        with self._lock:
            if path not in self._answers:
                return None
            self._answers.move_to_end(path)
            body, headers = self._answers[path]
        return Response(body, headers=headers)

    def put(self, path: str, answer: Response) -> None:
        headers = {name: answer.headers[name] for name in _HEADERS if name in answer.headers}
        with self._lock:
            self._answers[path] = (answer.get_data(), headers)
            if len(self._answers) > self._most:
                self._answers.popitem(last=False)


def install_page_cache(server: Flask) -> None:
    """Answer from what is kept, and keep what is answered. To be called before what compresses is installed: functions
    that see an answer run in the reverse order, and what is kept is the compressed one."""
    cache = PageCache()

    @server.before_request
    def look() -> Response | None:
        return cache.get(request.path) if _may_be_kept() else None

    @server.after_request
    def keep(answer: Response) -> Response:
        if _may_be_kept() and answer.status_code == 200 and answer.headers.get("Content-Encoding") == _CODING:
            cache.put(request.path, answer)
        return answer


def _may_be_kept() -> bool:
    return (
        request.method == "GET"
        and not request.query_string
        and response_kind(request.path) in _KINDS
        and request.accept_encodings.best_match((_CODING, "gzip")) == _CODING
    )
