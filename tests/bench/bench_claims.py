"""The verdicts on claims by a writer who had not seen the matcher. `python -m tests.bench.bench_claims`."""

import timeit
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import yaml

from app.claims.checker import LONGEST_CLAIM, Checker
from app.claims.verdict import Verdict
from tests import beijing

_ROOT = Path(__file__).parents[2]
#: The matcher has been improved with the misses of the first in mind, and never for one of the second.
SETS = (_ROOT / "tests/claims/blind.yaml", _ROOT / "tests/claims/blind_second.yaml")
_LETTERS = dict(zip(Verdict, "HBODSCUA", strict=True))


@dataclass(frozen=True)
class Blind:
    """One claim: the verdict its writer expected, others he would accept, and the one given; None if unread."""

    text: str
    number: str
    expected: Verdict
    accepted: frozenset[Verdict]
    given: Verdict | None

    @property
    def right(self) -> bool:
        return self.given in self.accepted


def judged(claims: Path) -> tuple[Blind, ...]:
    """Every claim of the file, judged on the frozen data set that its writer had."""
    checker = beijing.site().checker
    return tuple(_judge(checker, claim) for claim in yaml.safe_load(claims.read_text(encoding="utf-8")))


def _judge(checker: Checker, claim: Mapping[str, Any]) -> Blind:
    text, number, expected = str(claim["text"]), str(claim["number"]), Verdict(str(claim["expect"]))
    begin = text.index(number)
    given = (
        finding.judgement.verdict
        for finding in checker.check(text)
        if finding.mention.start < begin + len(number) and begin < finding.mention.end
    )
    return Blind(text, number, expected, frozenset({expected, *map(Verdict, claim.get("also", ()))}), next(given, None))


def main() -> None:
    for claims in SETS:
        print(claims.name)
        _report(judged(claims))
    _print_time()


def _print_time() -> None:
    """Of the longest text that is taken, made of the claims whose verdicts the tests hold."""
    cases = yaml.safe_load((_ROOT / "tests/claims/cases.yaml").read_text(encoding="utf-8"))
    text = "\n".join(case["text"] for case in cases["plain"])[:LONGEST_CLAIM]
    times = timeit.repeat(lambda: beijing.site().checker.check(text), repeat=7, number=1)
    print(f"{len(text)} characters checked in {median(times) * 1000:.1f} ms")


def _report(found: Sequence[Blind]) -> None:
    _print_table(Counter((each.expected, each.given) for each in found))
    for each in found:
        if each.given is not each.expected:
            mark = "accepted" if each.right else "WRONG"
            print(f"{mark}: {each.text} [{each.number}] expected {each.expected}, got {each.given or 'no reading'}")
    expected, accepted = sum(each.given is each.expected for each in found), sum(each.right for each in found)
    print(f"{expected} as expected, {accepted} acceptable, of {len(found)}")


def _print_table(counts: Mapping[tuple[Verdict, Verdict | None], int]) -> None:
    print("expected (rows) and given (columns): " + ", ".join(f"{_LETTERS[v]} {v}" for v in Verdict) + ", - unread")
    columns = [*Verdict, None]
    print("  " + "".join(f"{_LETTERS[v] if v else '-':>4}" for v in columns))
    for row in Verdict:
        print(_LETTERS[row] + " " + "".join(f"{counts.get((row, column), 0) or '.':>4}" for column in columns))


if __name__ == "__main__":
    main()
