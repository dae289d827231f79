"""Claims in both languages, each with the verdict that every number in it deserves."""

from functools import partial
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from app.claims.checker import LONGEST_CLAIM, MOST_NUMBERS, ClaimTooLongError
from app.claims.verdict import Finding, Verdict, sentence
from app.model.text import Lang
from tests import beijing
from tests.work import calls

_CASES = yaml.safe_load((Path(__file__).parents[1] / "claims" / "cases.yaml").read_text(encoding="utf-8"))
#: Of functions, for the longest text that is taken; it was 81,000 when this was written.
MOST_CALLS = 160_000
_LETTERS = dict(zip(Verdict, "HBODSCUA", strict=True))
#: Pieces that claims are made of, so that random texts reach deep into the matcher.
_PIECES = [
    *(
        "北京",
        "人工智能",
        "企业",
        "独角兽",
        "突破",
        "近",
        "约",
        "2400家",
        "3500亿元",
        "44.3%",
        "占全国",
        "第",
        "增长",
        "，",
        "。",
    ),
    *(
        "Beijing has ",
        "over ",
        "AI firms ",
        "2,400 ",
        "$594.9 billion ",
        "in 2024",
        " and ",
        "unicorns ",
        "half ",
        "%",
        "亿",
    ),
    *(
        "1",
        ".",
        ",",
        "-",
        "至",
        "倍",
        "十",
        "万",
        "三分之",
        "\n",
        "２",
        "‰",
        "K",
        "İ",
        "\U0001f600",
        "每",
        "(",
        "fifth ",
        "月",
        "日",
    ),
]


def check(text: str) -> tuple[Finding, ...]:
    return beijing.site().checker.check(text)


@pytest.mark.parametrize("case", _CASES["plain"] + _CASES["traps"] + _CASES["classes"], ids=lambda case: case["text"])
def test_every_number_of_a_claim_gets_the_verdict_it_deserves(case: dict[str, str]) -> None:
    found = [finding.judgement for finding in check(case["text"])]
    assert "".join(_LETTERS[judgement.verdict] for judgement in found) == case["verdicts"]
    for judgement in found:
        shown = [datum.id for datum in judgement.figures]
        assert len(shown) == len(set(shown)), "a figure is shown twice"


def test_a_shared_place_is_told_with_the_verdict_and_in_the_sentence() -> None:
    (finding,) = check("Beijing ranks fifth in the Global Startup Ecosystem Report 2025, ahead of Boston")
    assert finding.judgement.reason.en == "It agrees with the source, in which the place is shared."
    assert "5th (tied)" in sentence(finding.judgement.figures[0]).en


@settings(max_examples=150)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(_PIECES), max_size=60).map("".join)))
def test_any_text_is_checked_and_each_match_names_words_of_it(text: str) -> None:
    at = 0
    for finding in check(text[:LONGEST_CLAIM]):
        assert at <= finding.mention.start < finding.mention.end <= len(text)
        at = finding.mention.end
        for match in finding.judgement.matches:
            assert match.words
            assert all(text[word.start : word.end].strip() for word in match.words)


@settings(max_examples=60)
@given(st.one_of(st.text(max_size=120), st.lists(st.sampled_from(_PIECES), max_size=40).map("".join)))
def test_a_verdict_about_a_figure_always_shows_the_figure_and_the_words(text: str) -> None:
    for finding in check(text):
        if finding.judgement.verdict not in (Verdict.UNCLEAR, Verdict.ABSENT):
            assert finding.judgement.figures
            assert finding.judgement.matches


@pytest.mark.parametrize(
    "text", ["9" * 2000, "1 " * 1000, "一" * 2000, "2400家" * 400, "万亿" * 1000, "half " * 400, "，" * 2000]
)
def test_a_hostile_text_is_answered_and_its_numbers_are_limited(text: str) -> None:
    assert len(check(text)) <= MOST_NUMBERS


def test_a_text_beyond_the_limit_is_refused() -> None:
    with pytest.raises(ClaimTooLongError, match="2000 are the most"):
        check("京" * (LONGEST_CLAIM + 1))


def test_a_correct_sentence_keeps_the_bound_in_both_languages() -> None:
    for datum in beijing.site().data.values():
        written = sentence(datum)
        assert datum.label(Lang.ZH).text in written.zh
        assert datum.label(Lang.EN).text in written.en


def test_the_work_grows_with_the_text_and_no_faster() -> None:
    text = "".join(case["text"] + "\n" for case in _CASES["plain"])
    assert len(text) >= LONGEST_CLAIM
    check(text[:LONGEST_CLAIM])
    half, whole = (calls(partial(check, text[:length])) for length in (LONGEST_CLAIM // 2, LONGEST_CLAIM))
    assert 0 < whole < 3 * half
    assert whole < MOST_CALLS


def test_the_full_width_text_is_read_as_the_half_width_one() -> None:
    plain, wide = check("北京AI企业超2400家"), check("北京ＡＩ企业超２４００家")
    assert [f.judgement.verdict for f in plain] == [f.judgement.verdict for f in wide] == [Verdict.HOLDS]


@pytest.mark.parametrize("text", ["2024年北京人工智能企业占全国近4成。", "北京人工智能企业占全国40%。"])
def test_what_holds_by_one_reading_is_told_with_those_that_say_otherwise(text: str) -> None:
    finding = check(text)[-1]
    told = {datum.id for datum in finding.judgement.figures}
    assert told == {"ai-firms-share-2024-q4", "ai-firms-share-2025-06", "ai-firms-share-2024"}
    assert "说法不一" in finding.judgement.reason.zh
