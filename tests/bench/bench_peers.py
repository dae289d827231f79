"""Our overview beside other tools' and a page written by hand, in one run. `python -m tests.bench.bench_peers WORK`.

The harness and its contestants are not part of this project: `--bench` names the folder they lie in, whose README says
how WORK is made. Only what it measured is told here, and the two things it does not: how long the first choice on a
page takes and how long later ones do, and what each time is in times of the page written by hand.
"""

import argparse
import json
import statistics
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from app.settings import Settings
from app.urls import Urls
from tests.bench.bench_server import served
from tests.deploy.nginx import fronted

#: What the harness looks at: the last drawing of the page, which comes after all others, at the width it has in the
#: harness's window; and the workbench alone, whose drawings must all have followed before a choice counts as answered.
_DRAWN = ":is(.w530, .now) svg :is(path, rect, circle), .plot :is(.point path, path.js-line, .shapelayer path)"
_PROBES = {
    "page": [
        {"root": "#workbench", "marks": _DRAWN, "min": 3},
        {"root": "#topics > section:last-child", "marks": _DRAWN, "min": 3},
    ],
    "bench": [{"root": "#workbench", "marks": _DRAWN, "min": 3}],
    "embed": [{"root": "main, body", "marks": "svg.drawing :is(path, rect, circle)", "min": 3}],
}
_HAND, _PEER = "limit", "observable"
_RIVALS = f"dash-ng,{_PEER},{_HAND},limit-js,dash-lean"
_OURS = "ours"

Rows = Mapping[tuple[str, str, str, str], list[Mapping[str, Any]]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path)
    parser.add_argument("--bench", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--datasets", type=Path, default=Settings.read().datasets)
    parser.add_argument("--baked", type=Path, help="a folder made by `make bake`: one more contestant, on nginx")
    parser.add_argument("--rivals", default=_RIVALS, help="names of the harness's contestants, parted by commas")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--profiles", default="loopback,office,mobile")
    parser.add_argument("--out", type=Path, help="where the samples are kept; those that lie there are told too")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        out = chosen.out or Path(folder)
        out.mkdir(parents=True, exist_ok=True)
        if chosen.rounds:
            _run(chosen, out, Path(folder))
        _tell(_read(out / "load.jsonl"))


def _run(chosen: argparse.Namespace, out: Path, folder: Path) -> None:
    with ExitStack() as running:
        process, port = running.enter_context(served(chosen.datasets))
        contestants = [*_contestants(_OURS, port, process.pid)]
        if chosen.baked:
            front = running.enter_context(fronted(chosen.baked, folder, app_port=port))
            contestants += _contestants(f"{_OURS}-baked", front, process.pid)
        added = folder / "ours.json"
        added.write_text(json.dumps({"contestants": contestants, "probes": _PROBES}))
        names = ",".join([*(each["id"] for each in contestants), *chosen.rivals.split(",")])
        harness = chosen.bench.resolve() / "harness" / "bench.py"
        python = chosen.work.absolute() / "venv" / "harness" / "bin" / "python"
        asked = [python, harness, "load", "--work", chosen.work, "--out", out, "--rounds", str(chosen.rounds)]
        subprocess.run([*asked, "--profiles", chosen.profiles, "--add", added, "--only", names], check=True)


def _contestants(name: str, port: int, pid: int) -> Iterator[dict[str, Any]]:
    """The page with its choices, and once more with all its drawings in view of the clock."""
    address = f"http://127.0.0.1:{port}"
    common = {"role": "ours", "url": address, "pid": pid, "overview": Urls("zh").root()}
    select = {"select": "#wb-indicator"}
    embed = {"embed": Urls("zh").embed("ai-models"), "probe1": "embed"}
    yield common | embed | {"id": name, "probe": "bench", "control": select, "call": "workbench/_dash-update-component"}
    yield common | {"id": f"{name}-page", "probe": "page"}


def _read(samples: Path) -> Rows:
    found = defaultdict(list)
    for line in samples.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found[row["page"], row["profile"], row["cache"], row["id"]].append(row)
    return found


def _tell(rows: Rows) -> None:
    for page, profile, cache in sorted({key[:3] for key in rows}):
        here = {key[3]: samples for key, samples in rows.items() if key[:3] == (page, profile, cache)}
        print(f"\n{page}, {profile}, {cache} (medians)")
        print(f"{'':18}{'n':>3}{'kB seen':>9}{'kB all':>9}{'seen ms':>9}{'× hand':>8}{'× peer':>8}{'TBT':>7}{'CLS':>7}")
        for name, samples in here.items():
            print(_line(name, samples, here))
    print("\nfrom a choice to the last drawing that follows, ms: first on a page | later ones (median, worst)")
    for (page, profile, cache, name), samples in rows.items():
        taken = [sample["interaction_ms"] for sample in samples if sample.get("interaction_ms")]
        if taken and (page, cache) == ("overview", "warm"):
            later = [each for one in taken for each in one[1:]]
            first = statistics.median(one[0] for one in taken)
            print(f"{profile:10}{name:18}{first:8.0f} |{statistics.median(later):7.0f} {max(later):7.0f}")


def _line(name: str, samples: list[Mapping[str, Any]], here: Mapping[str, list[Mapping[str, Any]]]) -> str:
    seen = _median(samples, "visible")
    ratios = (f"{seen / _median(here[each], 'visible'):8.2f}" if each in here else f"{'':8}" for each in (_HAND, _PEER))
    sizes = (statistics.median(_kilobytes(sample, until) for sample in samples) for until in ("at_visible", "total"))
    told = "".join((*(f"{size:9.1f}" for size in sizes), f"{seen:9.0f}", *ratios))
    return f"{name:18}{len(samples):3}{told}{_median(samples, 'tbt'):7.0f}{_median(samples, 'cls'):7.3f}"


def _median(samples: list[Mapping[str, Any]], key: str) -> float:
    return float(statistics.median(sample[key] for sample in samples))


def _kilobytes(sample: Mapping[str, Any], until: str) -> float:
    """Over the slow line, where there was one; else what the browser counted."""
    on_the_line = sample.get({"at_visible": "wire", "total": "wire_total"}[until])
    return float(sample[until]["bytes"] if on_the_line is None else on_the_line) / 1024


if __name__ == "__main__":
    main()
