"""How long a search takes at 300, 3,000 and 30,000 generated observations: `python -m tests.bench.bench_search`."""

import time
from collections.abc import Iterator
from decimal import Decimal

from app.search.entries import EntrySort, SearchEntry
from app.search.finder import Finder, Request

SIZES = (300, 3_000, 30_000)
#: The promise: no query takes longer on the server.
LIMIT = 0.050
_TIMES = 20
_PER_INDICATOR = 5
_THINGS = (
    "人工智能企业",
    "独角兽企业",
    "商业航天",
    "创新药",
    "机器人",
    "数字经济",
    "科研人员",
    "专利",
    "产业集群",
    "基金",
)
_WORDS = ("firms", "unicorns", "launches", "drugs", "robots", "economy", "researchers", "patents", "clusters", "funds")
QUERIES = (
    "2400",
    "两千四百",
    "北京",
    "独角兽企业",
    "京",
    "dujiaoshou",
    "djs",
    "b",
    "be",
    "beijing unicorns",
    "北京有多少独角兽企业和机器人",
    "how many patents does Beijing have in 2024",
    "没有这样的东西",
)


def main() -> None:
    print(f"{'observations':>12} {'build s':>8} {'worst ms':>9}  slowest query")
    for size in SIZES:
        began = time.perf_counter()
        finder = Finder(tuple(_entries(size)))
        built = time.perf_counter() - began
        slowest = max(QUERIES, key=lambda query: _seconds(finder, query))
        print(f"{size:>12,} {built:>8.2f} {_seconds(finder, slowest) * 1000:>9.2f}  {slowest}")


def _seconds(finder: Finder, query: str) -> float:
    """The median of a few runs."""
    runs = []
    for _ in range(_TIMES):
        began = time.perf_counter()
        finder.find(Request(query))
        runs.append(time.perf_counter() - began)
    return sorted(runs)[_TIMES // 2]


def _entries(observations: int) -> Iterator[SearchEntry]:
    for n in range(observations // _PER_INDICATOR):
        thing, word = _THINGS[n % len(_THINGS)], _WORDS[n % len(_WORDS)]
        names = (f"北京{thing}第{n}类", f"Beijing {word} kind {n}")
        yield SearchEntry(
            EntrySort.INDICATOR, f"i-{n}", names, (f"{thing}{n}",), (f"北京的{thing}，第{n}类，报道口径。",)
        )
        for k in range(_PER_INDICATOR):
            yield _figure(n, k, names)


def _figure(n: int, k: int, names: tuple[str, ...]) -> SearchEntry:
    value = 1000 + n * 7 + k
    texts = (f"超{value}家", f"over {value:,} firms", f"{2015 + k}年", f"原文未写时点，取文章的日期，第{n}类第{k}条。")
    return SearchEntry(
        EntrySort.FIGURE,
        f"o-{n}-{k}",
        names,
        texts=texts,
        numbers=frozenset((Decimal(value), Decimal(value) / 1000)),
        years=frozenset((2015 + k,)),
        natures=frozenset(("over",)),
    )


if __name__ == "__main__":
    main()
