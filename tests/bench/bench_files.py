"""Times of a chart's page, embed and files and of the API as the data set grows. `python -m tests.bench.bench_files`.

Data sets are made in memory; requests go through the whole server, without a network.
"""

import argparse
import dataclasses
import statistics
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from flask.testing import FlaskClient

from app.loading.dataset import load
from app.model.catalog import Catalog
from app.model.indicator import Expect, Indicator
from app.model.observation import Observation
from app.model.period import Period
from app.model.quantity import Qualifier
from app.model.text import Text
from app.server import build_server
from app.settings import Settings
from app.site import Site
from app.workbench.scripts import scripts

TINY = Path(__file__).parents[1] / "data" / "tiny"
_PER_INDICATOR = 100
_CHART = "/zh/charts/firms-series"
PATHS = (
    _CHART,
    "/en/charts/firms-series?from=2023",
    "/zh/embed/firms-series",
    "/zh/figures/output-2022",
    *(
        f"{_CHART}.{ending}"
        for ending in ("csv", "xlsx", "pptx", "json", "gbt7714.txt", "apa.txt", "bib", "ris", "csl.json", "svg")
    ),
    "/api/v1/observations",
    "/api/v1/observations?limit=500",
    "/api/v1/observations?limit=500&format=csv",
    "/api/v1/observations?indicator=generated-1",
    "/api/v1/observations?topic=ai&from=2012&to=2013&qualifier=over",
    "/api/v1/observations?after=generated-1-50",
    "/api/v1/observations/generated-1-50",
    "/api/v1/indicators",
    "/api/v1/search?q=firms",
    "/api/v1/search?q=%E4%BC%81%E4%B8%9A",
    "/api/v1/search?q=1500",
    "/data/observations.csv",
    "/data/package.zip",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[300, 3_000, 30_000])
    parser.add_argument("--rounds", type=int, default=40)
    chosen = parser.parse_args()
    print(f"{'':62}" + "".join(f"{size:>34,}" for size in chosen.sizes))
    columns = [dict(_measured(size, chosen.rounds)) for size in chosen.sizes]
    for path in columns[0]:
        print(f"{path:62}" + "".join(f"{column[path]:>34}" for column in columns))


def _measured(size: int, rounds: int) -> Iterator[tuple[str, str]]:
    """For each path its first, median and 95th of a hundred time in milliseconds, and its kilobytes."""
    began = time.perf_counter()
    site = Site.over(_generated(size), Settings())
    client = build_server(site, scripts()).test_client()
    yield "(start)", f"{time.perf_counter() - began:.1f} s"
    for path in PATHS:
        yield path, _timed(client, path, rounds)


def _timed(client: FlaskClient, path: str, rounds: int) -> str:
    first, size = _once(client, path)
    times = [_once(client, path)[0] for _ in range(rounds)]
    worst = statistics.quantiles(times, n=20)[-1]
    return f"{first:.0f} | {statistics.median(times):.1f}  {worst:.1f} ms {size / 1000:,.0f} kB"


def _once(client: FlaskClient, path: str) -> tuple[float, int]:
    began = time.perf_counter()
    answer = client.get(path)
    if answer.status_code != 200:
        raise SystemExit(f"{path} answered {answer.status_code}")
    return (time.perf_counter() - began) * 1000, len(answer.data)


def _generated(size: int) -> Catalog:
    """The tiny catalog with as many observations more, a hundred to an indicator."""
    catalog = load(TINY).catalog
    made = {f"generated-{n}": _indicator(catalog, n) for n in range(size // _PER_INDICATOR)}
    return dataclasses.replace(catalog, indicators={**catalog.indicators, **made})


def _indicator(catalog: Catalog, number: int) -> Indicator:
    firms = catalog.indicators["firms"]
    return Indicator(
        name=Text(zh=f"生成指标{number}", en=f"Generated indicator {number}"),
        description=Text(zh="为测速生成的企业数量。", en="Generated firms, to measure speed."),
        topic="ai",
        unit="firm",
        measures="firms",
        definitions={"reported": next(iter(firms.definitions.values()))},
        expect=Expect(count=_PER_INDICATOR),
        observations=tuple(_observation(number, k) for k in range(_PER_INDICATOR)),
    )


def _observation(number: int, k: int) -> Observation:
    value = 1000 + number + k
    return Observation(
        id=f"generated-{number}-{k}",
        value=Decimal(value),
        unit="firm",
        qualifier=Qualifier.OVER,
        period=Period.parse(f"{2010 + k // 12}-{k % 12 + 1:02d}"),
        geography="beijing",
        definition="reported",
        source="paper-a",
        printed=f"超{value}家",
        disputed_by=(),
    )


if __name__ == "__main__":
    main()
