"""How a computed value follows from printed ones, written out with its numbers."""

from collections.abc import Mapping

from app.data.datum import Datum
from app.model.formula import evaluate, last_digit
from app.model.observation import Formula
from app.model.text import Lang
from app.quantities.scale import format_number
from app.strings import word


def written(datum: Datum, every: Mapping[str, Datum], lang: Lang) -> str:
    """约135项 = 超270个 ÷ 2; empty for a printed figure."""
    rule = datum.observation.derived
    return f"{datum.label(lang).value} = {_right(rule, every, lang)}" if rule else ""


def checked(datum: Datum, every: Mapping[str, Datum], lang: Lang) -> str:
    """That a printed rate agrees with its parts, with the arithmetic; empty where there is nothing to check.

    The loader refuses a data set in which it does not agree.
    """
    rule, value = datum.observation.verify, datum.observation.value
    if rule is None or value is None:
        return ""
    base = every[rule.base].quantity if rule.base else None
    computed = evaluate(rule, every[rule.of].quantity, base)
    rounded = format_number(computed.value.quantize(last_digit(value)))
    sign = "%" if rule.op in ("growth", "share") else ""
    parts = f"{_right(rule, every, lang)} = {rounded}{sign}"
    return word("verified_text", lang).format(label=datum.label(lang).value, parts=parts)


def _right(rule: Formula, every: Mapping[str, Datum], lang: Lang) -> str:
    of = every[rule.of].label(lang).value
    if rule.op == "divide":
        return f"{of} ÷ {format_number(rule.by) if rule.by else ''}"
    base = every[rule.base].label(lang).value if rule.base else ""
    if rule.op == "growth":
        return f"({of} − {base}) ÷ {base}"
    return f"{of} {'−' if rule.op == 'difference' else '÷'} {base}"
