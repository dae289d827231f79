"""Where the browser of the tests is found. `python -m tests.browser.chromium --install` gets one if there is none."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class NoBrowserError(RuntimeError):
    """There is no browser; its text says how to get one."""


def chromium() -> str:
    """The path of a Chromium: CHROME_PATH, then one on PATH, then playwright's own; raises NoBrowserError."""
    named = os.environ.get("CHROME_PATH")
    if named:
        if not Path(named).is_file():
            raise NoBrowserError(f"CHROME_PATH is '{named}', and there is no such file")
        return named
    path = next(filter(None, map(shutil.which, NAMES)), None) or _playwrights_own()
    if path is None:
        raise NoBrowserError("no Chromium found: run `make browser`, or set CHROME_PATH to one")
    return path


def _playwrights_own() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def install() -> None:
    """Get a Chromium from the system's packages when we may, else from playwright."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=True)
        packages = ["chromium", "fonts-noto-cjk", "fonts-liberation"]
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], check=True)
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


def main() -> None:
    try:
        print(f"browser: {chromium()}")
    except NoBrowserError as error:
        if "--install" not in sys.argv or os.environ.get("CHROME_PATH"):
            sys.exit(str(error))
        install()
        print(f"browser: {chromium()}")


if __name__ == "__main__":
    main()
