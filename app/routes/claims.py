"""`POST /api/v1/claims`: a text in, a verdict for each of its numbers out. Nothing of the text is kept or logged."""

import json
import re
from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Response, request
from werkzeug.exceptions import RequestEntityTooLarge

from app.api_error import ApiError
from app.claims.checker import LONGEST_CLAIM, ClaimReport, ClaimTooLongError, limit_claim
from app.claims.verdict import Finding, Verdict, sentence
from app.data.datum import Datum
from app.model.text import LANGS, Lang
from app.site import Site
from app.strings import word
from app.urls import SITE_URLS, Urls

#: A claim of the greatest length in JSON, every character escaped, still fits.
LARGEST_BODY = 16 * 1024
#: Half a character, which JSON can name and no text can hold.
_SURROGATE = re.compile("[\ud800-\udfff]")
_FIELDS = frozenset({"text", "lang"})


def claims(site: Site) -> Blueprint:
    """The one address of the check; other methods than POST are 405."""
    routes = Blueprint("claims", __name__)

    @routes.post(SITE_URLS.claims())
    def check() -> Response:
        text, lang = _read()
        try:
            limit_claim(text)
        except ClaimTooLongError as error:
            raise ApiError(413, "too-long", str(error), "text") from None
        report = site.checker.report(text)
        body = {
            "data": [_finding(text, finding, lang) for finding in report.findings],
            "meta": _meta(site, report, lang),
        }
        return Response(json.dumps(body, ensure_ascii=False) + "\n", content_type="application/json")

    @routes.after_request
    def open_to_others(answer: Response) -> Response:
        """What a browser asks before it posts JSON from another site's page."""
        answer.headers["Access-Control-Allow-Headers"] = "Content-Type"
        return answer

    return routes


def _read() -> tuple[str, Lang]:
    """The text and the language of an answer; raises ApiError for everything else that may be sent."""
    if request.mimetype != "application/json":
        raise ApiError(415, "bad-type", "send application/json", "Content-Type")
    request.max_content_length = LARGEST_BODY
    try:
        sent = json.loads(request.get_data(cache=False))
    except RequestEntityTooLarge:
        raise ApiError(413, "too-large", f"the body is larger than {LARGEST_BODY} bytes", "body") from None
    except (ValueError, RecursionError):
        raise ApiError(400, "bad-json", "the body is not JSON in UTF-8", "body") from None
    return _checked(sent)


def _checked(sent: object) -> tuple[str, Lang]:
    if not isinstance(sent, dict) or not sent.keys() <= _FIELDS:
        raise ApiError(400, "bad-body", 'send an object {"text": "...", "lang": "zh"}', "body")
    text, lang = sent.get("text"), sent.get("lang", "zh")
    if not isinstance(text, str) or not text.strip() or _SURROGATE.search(text):
        raise ApiError(400, "bad-text", f"text must be a string of 1 to {LONGEST_CLAIM} characters", "text")
    if lang not in LANGS:
        raise ApiError(400, "bad-lang", f"lang must be one of {', '.join(LANGS)}", "lang")
    return text, Lang(lang)


def _meta(site: Site, report: ClaimReport, lang: Lang) -> Mapping[str, Any]:
    """`cut` is the sentence that says so where not all numbers of the text were judged, else null."""
    judged = len(report.findings)
    sentence = word("check_cut", lang).format(numbers=report.numbers, most=judged)
    return {
        "count": judged,
        "numbers": report.numbers,
        "cut": sentence if report.is_cut else None,
        "verdicts": {one.value: sum(f.judgement.verdict is one for f in report.findings) for one in Verdict},
        "data_version": site.version,
    }


def _finding(text: str, finding: Finding, lang: Lang) -> Mapping[str, Any]:
    """Offsets count characters of the text as sent; the quantity is as read, without a unit."""
    mention, judgement = finding.mention, finding.judgement
    quantity = mention.quantity
    return {
        "start": mention.start,
        "end": mention.end,
        "text": text[mention.start : mention.end],
        "value": f"{quantity.value:f}",
        "value_to": None if quantity.value_to is None else f"{quantity.value_to:f}",
        "qualifier": quantity.qualifier.value,
        "verdict": judgement.verdict.value,
        "verdict_words": word(f"verdict_{judgement.verdict.value}", lang),
        "reason": judgement.reason[lang],
        "matched": [
            {"indicator": match.target.id, "words": [text[w.start : w.end] for w in match.words]}
            for match in judgement.matches
        ],
        "figures": [_figure(datum, lang) for datum in judgement.figures],
    }


def _figure(datum: Datum, lang: Lang) -> Mapping[str, Any]:
    correct = sentence(datum)
    return {
        "observation": datum.id,
        "label": datum.label(lang).text,
        "qualifier": datum.quantity.qualifier.value,
        "period": datum.period_text(lang).text,
        "definition": datum.definition.name[lang],
        "geography": datum.geography.name[lang],
        "source": datum.source.short[lang] if datum.source else None,
        "href": Urls(lang).figure(datum.id),
        "sentence": {"zh": correct.zh, "en": correct.en},
    }
