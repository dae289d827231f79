"""A baked folder: what is put where, what is kept of the one before, and that nothing else is ever overwritten."""

import gzip
import json
import os
from pathlib import Path

import brotli
import pytest

from app.commands.bake import BakeError, Bakery, NotBakedError, bake
from app.settings import Settings
from tests.conftest import TINY

LONG = b"<p>figure</p>" * 100


def baked(folder: Path, **bodies: bytes) -> None:
    """A bake of these addresses; `__` stands for a slash and `_` for a dot."""
    bakery = Bakery(folder)
    for name, body in bodies.items():
        bakery.put("/" + name.replace("__", "/").replace("_", "."), body, "text/html")
    bakery.finish({"data_version": "1"})


PLACES = [
    ("/", "text/html", "index.html"),
    ("/zh/", "text/html", "zh/index.html"),
    ("/zh/charts/a", "text/html", "zh/charts/a/index.html"),
    ("/zh/charts/a.csl.json", "application/vnd.citationstyles.csl+json", "zh/charts/a.csl.json"),
    ("/api/v1/charts", "application/json", "api/v1/charts/index.json"),
]


@pytest.mark.parametrize(("address", "mimetype", "place"), PLACES)
def test_an_address_has_its_file(tmp_path: Path, address: str, mimetype: str, place: str) -> None:
    bakery = Bakery(tmp_path / "site")
    bakery.put(address, LONG, mimetype)
    bakery.finish({})
    path = tmp_path / "site" / "public" / place
    assert path.read_bytes() == LONG
    assert brotli.decompress(path.with_name(f"{path.name}.br").read_bytes()) == LONG
    assert gzip.decompress(path.with_name(f"{path.name}.gz").read_bytes()) == LONG


def test_what_gains_nothing_has_no_twin(tmp_path: Path) -> None:
    baked(tmp_path / "site", a_png=LONG, b_txt=b"short")
    assert sorted(path.name for path in (tmp_path / "site" / "public").iterdir()) == ["a.png", "b.txt"]


def test_a_folder_with_something_else_in_it_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(NotBakedError, match="not baked"):
        Bakery(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine")
    with pytest.raises(NotBakedError):
        Bakery(tmp_path / "site")


def test_until_it_is_whole_the_one_before_is_served(tmp_path: Path) -> None:
    site = tmp_path / "site"
    baked(site, a=b"old")
    bakery = Bakery(site)
    bakery.put("/a", b"new", "text/html")
    assert (site / "public" / "a" / "index.html").read_bytes() == b"old"
    bakery.give_up()
    assert (site / "public" / "a" / "index.html").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_bake_that_was_killed_does_not_hinder_the_next(tmp_path: Path) -> None:
    Bakery(tmp_path / "site").put("/a", b"half", "text/html")
    baked(tmp_path / "site", b=b"whole")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert not (tmp_path / "site" / "public" / "a").exists()


def test_a_page_that_is_gone_is_gone_and_an_unchanged_file_keeps_its_age(tmp_path: Path) -> None:
    site = tmp_path / "site"
    baked(site, a=LONG, b=b"one", c=b"gone")
    for path in site.rglob("*.html*"):
        os.utime(path, (1_000_000, 1_000_000))
    baked(site, a=LONG, b=b"two")
    public = site / "public"
    assert not (public / "c").exists()
    assert (public / "a" / "index.html").stat().st_mtime == 1_000_000
    assert (public / "a" / "index.html.br").stat().st_mtime == 1_000_000
    assert (public / "b" / "index.html").stat().st_mtime > 1_000_000


def test_the_assets_of_the_pages_before_are_kept_for_one_more_bake(tmp_path: Path) -> None:
    site = tmp_path / "site"
    baked(site, assets__one_js=LONG)
    baked(site, assets__two_js=LONG)
    names = sorted(path.name for path in (site / "public" / "assets").iterdir())
    assert names == ["one.js", "one.js.br", "one.js.gz", "two.js", "two.js.br", "two.js.gz"]
    baked(site, assets__three_js=LONG)
    assert not (site / "public" / "assets" / "one.js").exists()
    assert json.loads((site / "baked.json").read_text())["assets"] == ["/assets/three.js"]


def test_an_address_that_fails_ends_the_bake_and_leaves_what_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    baked(tmp_path / "site", a=b"old")
    monkeypatch.setattr("app.commands.bake.addresses", lambda routes, site: ["/zh/", "/zh/nope"])
    with pytest.raises(BakeError, match="/zh/nope answered 404"):
        bake(Settings(datasets=TINY), tmp_path / "site")
    assert (tmp_path / "site" / "public" / "a" / "index.html").read_bytes() == b"old"
