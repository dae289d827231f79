"""A running nginx with deploy/nginx.conf, in a folder of its own. `python -m tests.deploy.nginx --install` gets one."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CONF = Path(__file__).parents[2] / "deploy" / "nginx.conf"
MODULES = Path("/usr/lib/nginx/modules")
PACKAGES = ("nginx-light", "libnginx-mod-http-brotli-static")
_PATIENCE = 10.0


class NoNginxError(RuntimeError):
    """There is no nginx with the module for brotli; its text says how to get one."""


def nginx() -> str:
    """The path of nginx; raises NoNginxError."""
    found = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if found is None or not (MODULES / "ngx_http_brotli_static_module.so").is_file():
        raise NoNginxError(f"no nginx found: run `make nginx`, or install {' and '.join(PACKAGES)}")
    return found


@contextmanager
def fronted(baked: Path, folder: Path, *, app_port: int | None = None) -> Iterator[int]:
    """The port of an nginx that serves a baked folder, with the program at `app_port` behind it, or with nobody."""
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # and so nobody else can
        process, port = _start(baked, folder, app_port or _port(nobody))
        try:
            yield port
        finally:
            process.terminate()
            process.wait(_PATIENCE)


def _start(baked: Path, folder: Path, app_port: int) -> tuple["subprocess.Popen[bytes]", int]:
    """The process and its port. It takes over a socket that listens already, so nobody needs to wait for it."""
    conf = folder / "nginx.conf"
    # Started by root it would read the folder as somebody who may not.
    own = "daemon off; user root;" if os.geteuid() == 0 else "daemon off;"
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        conf.write_text(_settings(baked, folder, _port(listener), app_port), encoding="utf-8")
        process = subprocess.Popen(
            [nginx(), "-c", str(conf), "-e", str(folder / "error.log"), "-g", own],
            env=os.environ | {"NGINX": f"{listener.fileno()};"},
            pass_fds=[listener.fileno()],
        )
        return process, _port(listener)


def _port(bound: socket.socket) -> int:
    return int(bound.getsockname()[1])


def _settings(baked: Path, folder: Path, port: int, app_port: int) -> str:
    """Those that are deployed, with other places."""
    text = CONF.read_text(encoding="utf-8")
    temporary = "".join(
        f"    {name}_temp_path {folder / name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    places = {
        "load_module modules": f"load_module {MODULES}",
        "worker_processes auto": "worker_processes 1",
        "pid /run/nginx.pid": f"pid {folder / 'nginx.pid'}",
        "error_log stderr": f"error_log {folder / 'error.log'}",
        "http {\n": f"http {{\n{temporary}",
        "/srv/dashboard/baked": str(baked),
        "listen 8080": f"listen 127.0.0.1:{port}",
        "        listen [::]:8080;\n": "",
        "127.0.0.1:8050": f"127.0.0.1:{app_port}",
    }
    for before, after in places.items():
        assert before in text, f"deploy/nginx.conf has no '{before}'"
        text = text.replace(before, after)
    return text


def install() -> None:
    """Get nginx from the system's packages, as root."""
    subprocess.run(["apt-get", "update", "-qq"], check=True)
    subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES], check=True)


def main() -> None:
    try:
        print(f"nginx: {nginx()}")
    except NoNginxError as error:
        if "--install" not in sys.argv or os.geteuid() != 0 or not shutil.which("apt-get"):
            sys.exit(str(error))
        install()
        print(f"nginx: {nginx()}")


if __name__ == "__main__":
    main()
