"""The commands as an operator meets them: what they print, and how they end."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.conftest import TINY
from tests.loading.tiny import ARTICLES

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.whole


def command(*words: str, **environment: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "app", *words],
        cwd=ROOT,
        env=os.environ | {"DATASETS": str(TINY), "WEB_CONCURRENCY": "1"} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(*words: str, **environment: str) -> tuple[int, str, str]:
    """Exit status, output, errors."""
    process = command(*words, **environment)
    output, errors = process.communicate(timeout=60)
    return process.returncode, output, errors


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
    return number


def test_serve_says_where_and_what_answers_and_ends_cleanly(port: int) -> None:
    process = command("serve", PORT=str(port))
    assert process.stdout is not None
    lines = [process.stdout.readline()]
    while "http://" not in lines[-1] and lines[-1]:
        lines.append(process.stdout.readline())
    assert f"http://127.0.0.1:{port}/" in lines[-1]
    assert "2 sources" in lines[-1]
    assert "16 observations" in lines[-1]
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=10) as answer:
        assert answer.status == 200
    process.send_signal(signal.SIGTERM)
    _, errors = process.communicate(timeout=30)
    assert (process.returncode, errors) == (0, "")


def test_a_taken_port_is_one_sentence() -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        number = holder.getsockname()[1]
        status, _, errors = ended("serve", PORT=str(number))
    assert status == 1
    assert errors == f"port {number} on 127.0.0.1 is taken; stop what listens there, or set PORT to another\n"


SETTINGS = [
    ("PORT", "x", "PORT is 'x'"),
    ("PORT", "99999", "PORT is '99999'"),
    ("PUBLIC_URL", "example.org", "PUBLIC_URL is 'example.org'"),
    ("CONTACT", "desk at example.org", "CONTACT is 'desk at example.org'"),
    ("WEB_CONCURRENCY", "0", "WEB_CONCURRENCY is '0'"),
    ("HOST", "no.such.host.invalid", "cannot listen on no.such.host.invalid"),
]


@pytest.mark.parametrize(("name", "value", "sentence"), SETTINGS)
def test_a_bad_setting_is_one_sentence(name: str, value: str, sentence: str) -> None:
    status, _, errors = ended("serve", **{name: value})
    assert (status, errors.count("\n")) == (1, 1)
    assert errors.startswith(sentence)


@pytest.mark.parametrize("words", [["serve"], ["check"]])
def test_bad_data_are_refused_with_their_places(tmp_path: Path, port: int, words: list[str]) -> None:
    (tmp_path / "units.yaml").write_text("firm: 1\n", encoding="utf-8")
    status, _, errors = ended(*words, DATASETS=str(tmp_path), PORT=str(port))
    assert status == 1
    assert "units.yaml:" in errors
    assert "Traceback" not in errors


def test_check_says_that_all_is_well() -> None:
    status, output, errors = ended("check")
    assert (status, errors) == (0, "")
    assert (
        "no problems; 14 of 14 printed fragments were not held to their articles (--articles DIR does that)" in output
    )


def test_check_says_how_many_fragments_it_held_to_their_articles(tmp_path: Path) -> None:
    assert "all 14 printed fragments stand in their articles" in ended("check", "--articles", str(ARTICLES))[1]
    status, _, errors = ended("check", "--articles", str(tmp_path / "none"))
    assert (status, f"there is no folder '{tmp_path / 'none'}'" in errors) == (2, True)
