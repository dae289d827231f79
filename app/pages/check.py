"""A text held against the figures: each of its numbers marked, with a verdict, the reason and what would be right."""

from dataclasses import dataclass

from flask import request

from app.claims.checker import LONGEST_CLAIM, ClaimReport, ClaimTooLongError, limit_claim
from app.claims.verdict import Finding, Verdict, sentence
from app.pages.frame import Link, PageFrame
from app.pages.route import route
from app.strings import word
from app.urls import RULES

#: A claim of the greatest length fits many times over.
LARGEST_FORM = 16 * 1024
#: What a text may look like, in both languages on either page: claims in either are read.
EXAMPLES = {
    "zh": "北京人工智能企业已突破2400家，独角兽企业61家。",
    "en": "Beijing has 2,400 AI firms and 61 unicorns.",
}
#: How a verdict is marked: borne out, to be put differently, or wrong.
_TONES = {Verdict.HOLDS: "good", Verdict.CONTRADICTS: "bad", Verdict.UNCLEAR: "open", Verdict.ABSENT: "open"}


@dataclass(frozen=True)
class ClaimPiece:
    """A stretch of the text; `number` counts the numbers in it from 1 and is 0 for what is between them."""

    text: str
    number: int = 0
    tone: str = ""
    verdict: str = ""


@dataclass(frozen=True)
class Result:
    """One number with its verdict; `words` are those of the text that led to the figures."""

    number: int
    text: str
    tone: str
    verdict: str
    reason: str
    words: tuple[str, ...]
    figures: tuple[Link, ...]


@dataclass(frozen=True)
class CheckContent:
    """The text with an example and its greatest length, and what was found in it."""

    text: str
    example: str
    most: int
    summary: str
    pieces: list[ClaimPiece]
    results: list[Result]


@route(RULES.check(), methods=("GET", "POST"))
def check_page(page: PageFrame) -> tuple[str, int]:
    """The page and its status: 413 with the text still in the form where it is too long.

    The form is sent by POST, so that a draft is in no address and no log.
    """
    request.max_content_length = LARGEST_FORM
    text = request.form.get("text", "").replace("\r\n", "\n").strip()
    try:
        limit_claim(text)
    except ClaimTooLongError:
        return _written(page, text, (), word("check_too_long", page.lang).format(most=LONGEST_CLAIM)), 413
    report = page.site.checker.report(text)
    return _written(page, text, report.findings, _summary(page, text, report)), 200


def _written(page: PageFrame, text: str, findings: tuple[Finding, ...], summary: str) -> str:
    return page.write(
        "check.html",
        CheckContent(
            text=text,
            example=EXAMPLES[page.lang],
            most=LONGEST_CLAIM,
            summary=summary,
            pieces=_pieces(page, text, findings) if findings else [],
            results=[_result(page, text, at, finding) for at, finding in enumerate(findings, 1)],
        ),
        title=word("check", page.lang),
        description=word("check_lead", page.lang),
    )


def _summary(page: PageFrame, text: str, report: ClaimReport) -> str:
    if not text:
        return ""
    if not report.findings:
        return word("check_no_number", page.lang)
    if report.is_cut:
        return word("check_cut", page.lang).format(numbers=report.numbers, most=len(report.findings))
    return word("check_found", page.lang).format(count=len(report.findings))


def _pieces(page: PageFrame, text: str, findings: tuple[Finding, ...]) -> list[ClaimPiece]:
    pieces, at = [], 0
    for number, finding in enumerate(findings, 1):
        mention, verdict = finding.mention, finding.judgement.verdict
        pieces.append(ClaimPiece(text[at : mention.start]))
        shown = text[mention.start : mention.end]
        pieces.append(ClaimPiece(shown, number, _tone(verdict), word(f"verdict_{verdict.value}", page.lang)))
        at = mention.end
    return [*pieces, ClaimPiece(text[at:])]


def _tone(verdict: Verdict) -> str:
    return _TONES.get(verdict, "part")


def _result(page: PageFrame, text: str, number: int, finding: Finding) -> Result:
    judgement, lang = finding.judgement, page.lang
    words = [text[w.start : w.end] for match in judgement.matches for w in match.words]
    return Result(
        number=number,
        text=text[finding.mention.start : finding.mention.end],
        tone=_tone(judgement.verdict),
        verdict=word(f"verdict_{judgement.verdict.value}", lang),
        reason=judgement.reason[lang],
        words=tuple(dict.fromkeys(words)),
        figures=tuple(Link(page.urls.figure(datum.id), sentence(datum)[page.lang]) for datum in judgement.figures),
    )
