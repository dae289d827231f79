"""The commands: `python -m app serve | bake | check | schema | export | release | health`."""

import argparse
import gc
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from app.loading.problems import DatasetError
from app.model.record import MOST_CHARACTERS
from app.model.text import Text
from app.settings import SettingError, Settings


def main(arguments: Sequence[str]) -> int:
    """Run one command; what it returns is the exit status."""
    chosen = _parser().parse_args(arguments)
    try:
        return _COMMANDS[chosen.command](chosen, Settings.read())
    except SettingError as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m app")
    commands = parser.add_subparsers(dest="command", required=True)
    serve = commands.add_parser("serve", help="serve the dashboard")
    serve.add_argument("--dev", action="store_true", help="one process, reloaded when a file changes; not for readers")
    bake = commands.add_parser("bake", help="write every page, embed, picture and file for a web server to serve")
    bake.add_argument("folder", type=Path, help="a new or empty folder, or one that was baked before")
    check = commands.add_parser("check", help="print every problem of the dataset folder")
    check.add_argument("--articles", type=_folder, help="a folder with the articles' texts, to look every fragment up")
    commands.add_parser("health", help="say whether the server on this machine is alive")
    commands.add_parser("schema", help="write the JSON Schemas that give an editor completion")
    export = commands.add_parser("export", help="write all observations as one tidy table")
    export.add_argument("--format", choices=("csv", "json"), default="csv")
    release = commands.add_parser("release", help="freeze what is published today under a version, for good")
    release.add_argument("--version", required=True, help="year and month, say 2026.11 (2026.11.2 for a second one)")
    release.add_argument(
        "--reason", required=True, nargs=2, type=_sentence, metavar=("CHINESE", "ENGLISH"), help="what it brings"
    )
    release.add_argument("--date", type=date.fromisoformat, default=date.today(), help="today, if it is not given")
    return parser


def _sentence(text: str) -> str:
    if not text.strip() or len(text) > MOST_CHARACTERS:
        raise argparse.ArgumentTypeError(f"it must be a sentence of 1 to {MOST_CHARACTERS} characters")
    return text.strip()


def _folder(text: str) -> Path:
    if not Path(text).is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder '{text}'")
    return Path(text)


def _serve(chosen: argparse.Namespace, settings: Settings) -> int:
    gc.disable()  # all that is loaded stays; the collector would walk over it again and again until serving begins
    from app.commands import serve  # the server and Dash take a second to import; the other commands need neither

    try:
        return serve.develop(replace(settings, debug=True)) if chosen.dev else serve.serve(settings)
    except DatasetError as error:
        return _refused(list(map(str, error.problems)), settings.datasets)
    except serve.PortError as error:
        print(error, file=sys.stderr)
        return 1


def _bake(chosen: argparse.Namespace, settings: Settings) -> int:
    from app.commands.bake import BakeError, NotBakedError, bake

    try:
        report = bake(settings, chosen.folder)
    except DatasetError as error:
        return _refused(list(map(str, error.problems)), settings.datasets)
    except (BakeError, NotBakedError) as error:
        print(error, file=sys.stderr)
        return 1
    size = f"{report.files:,} files, {report.size / 1e6:,.0f} MB with compressed twins"
    print(f"{chosen.folder}: {report.addresses:,} addresses, {size}, in {report.seconds:.0f} s")
    return 0


def _check(chosen: argparse.Namespace, settings: Settings) -> int:
    from app.commands.check import coverage, report  # it draws every chart, for which pandas is needed

    problems = report(settings, chosen.articles)
    if problems:
        return _refused(problems, settings.datasets)
    print(f"{settings.datasets}: no problems; {coverage(settings, chosen.articles)}")
    return 0


def _refused(problems: list[str], datasets: Path) -> int:
    print("\n".join(problems), file=sys.stderr)
    print(f"{datasets}: {len(problems)} problem{'s' if len(problems) != 1 else ''}", file=sys.stderr)
    return 1


def _schema(_chosen: argparse.Namespace, settings: Settings) -> int:
    from app.loading.files import schemas

    folder = settings.datasets / "schema"
    folder.mkdir(exist_ok=True)
    for name, schema in schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True)
        (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")
    print(f"{folder}: {len(schemas())} schemas")
    return 0


def _export(chosen: argparse.Namespace, settings: Settings) -> int:
    from app.data.datum import resolve_data
    from app.data.tables.observations import observations
    from app.loading.dataset import load
    from app.renderers.tabular import write_csv, write_json

    try:
        catalog = load(settings.datasets).catalog
    except DatasetError as error:
        return _refused(list(map(str, error.problems)), settings.datasets)
    write = write_csv if chosen.format == "csv" else write_json
    sys.stdout.buffer.write(write(observations(resolve_data(catalog))).encode())  # UTF-8 whatever the locale
    return 0


def _release(chosen: argparse.Namespace, settings: Settings) -> int:
    from app.commands.release import ReleaseError, release

    chinese, english = chosen.reason
    try:
        folder = release(settings, chosen.version, Text(zh=chinese, en=english), chosen.date)
    except DatasetError as error:
        return _refused(list(map(str, error.problems)), settings.datasets)
    except ReleaseError as error:
        print(error, file=sys.stderr)
        return 1
    files = [path for path in folder.rglob("*") if path.is_file()]
    print(f"{folder}: {len(files)} files, {sum(path.stat().st_size for path in files):,} bytes")
    return 0


def _health(_chosen: argparse.Namespace, settings: Settings) -> int:
    from app.commands.serve import is_alive

    if is_alive(settings):
        return 0
    print(f"nothing healthy answers on {settings.host}, port {settings.port}", file=sys.stderr)
    return 1


_COMMANDS: Mapping[str, Callable[[argparse.Namespace, Settings], int]] = {
    "serve": _serve,
    "bake": _bake,
    "check": _check,
    "health": _health,
    "schema": _schema,
    "export": _export,
    "release": _release,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
