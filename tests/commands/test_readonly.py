"""The commands the image runs work for an unprivileged user on a tree nobody may write to."""

import os
import shutil
import socket
import stat
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from tempfile import gettempdir

import pytest

pytestmark = pytest.mark.whole

ROOT = Path(__file__).parents[2]
PARTS = ("app", "assets", "datasets", "deploy", "static")
#: Root turns its own mount of the tree read-only and steps down to nobody; everyone else is unprivileged already.
AS_NOBODY = (
    'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && cd "$1" && shift && '
    'exec setpriv --reuid=65534 --regid=65534 --clear-groups --inh-caps=-all --bounding-set=-all "$@"'
)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of what the image holds, in which nothing may be written."""
    tree = tmp_path_factory.mktemp("tree")
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, tree / part, ignore=shutil.ignore_patterns("__pycache__"))
    # As deep as pytest makes its folders: one more where the tests run on several cores.
    made = [each for each in tree.parents if each.is_relative_to(gettempdir()) and each != Path(gettempdir())]
    for path in (tree, *made):
        path.chmod(path.stat().st_mode | stat.S_IXOTH | stat.S_IROTH)
    for path in tree.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield tree
    for path in tree.rglob("*"):
        path.chmod(0o755)


def command(tree: Path, *arguments: str) -> list[str]:
    plain = [sys.executable, "-m", "app", *arguments]
    if os.geteuid() != 0:
        return plain
    return ["unshare", "--mount", "sh", "-c", AS_NOBODY, "sh", str(tree), *plain]


def environment(**more: str) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "PYTHONDONTWRITEBYTECODE": "1", **more}


def test_the_check_passes(tree: Path) -> None:
    done = subprocess.run(
        command(tree, "check"), cwd=tree, env=environment(), capture_output=True, text=True, timeout=120
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_server_answers_and_ends_when_told(tree: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        command(tree, "serve"), cwd=tree, env=environment(PORT=str(port)), stdout=subprocess.PIPE, text=True
    )
    try:
        assert answer(f"http://127.0.0.1:{port}/readyz", server) == 200
        assert answer(f"http://127.0.0.1:{port}/zh/", server) == 200
        assert health(tree, port=port) == 0
    finally:
        server.terminate()
        output, _ = server.communicate(timeout=40)
    assert server.returncode == 0
    assert health(tree, port=port) == 1
    assert f"http://127.0.0.1:{port}/" in output


def health(tree: Path, *, port: int) -> int:
    asked = environment(PORT=str(port), HOST="0.0.0.0")
    return subprocess.run(command(tree, "health"), cwd=tree, env=asked, capture_output=True, timeout=60).returncode


def answer(address: str, server: subprocess.Popen[str]) -> int:
    """The status, once there is one; fails when the server ends or does not answer within a minute."""
    for _ in range(600):
        assert server.poll() is None, "the server ended"
        try:
            with urllib.request.urlopen(address, timeout=10) as response:
                return int(response.status)
        except (ConnectionError, urllib.error.URLError):
            time.sleep(0.1)
    raise AssertionError("no answer within a minute")
