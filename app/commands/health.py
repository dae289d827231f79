"""Whether the server on this machine is alive; what the image's HEALTHCHECK asks."""

import http.client
from http import HTTPStatus

from app.settings import Settings
from app.urls import SITE_URLS

#: A server bound to every address answers on the loopback one.
_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - compared with, not bound to
_PATIENCE = 2.0


def is_alive(settings: Settings) -> bool:
    """Whether `/healthz` answers 200 within two seconds."""
    host = _EVERYWHERE.get(settings.host, settings.host)
    connection = http.client.HTTPConnection(host, settings.port, timeout=_PATIENCE)
    try:
        connection.request("GET", SITE_URLS.health())
        return connection.getresponse().status == HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()
