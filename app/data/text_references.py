"""Figures in running text: `[[id]]` becomes the value as a reader sees it, with its qualifier."""

import re
from collections.abc import Callable, Iterator, Mapping

from app.data.datum import Datum
from app.model.text import Lang

_REFERENCE = re.compile(r"\[\[([a-z0-9-]{1,64})(?:\|([a-z]+))?\]\]")


def resolve_references(text: str, data: Mapping[str, Datum], lang: Lang) -> str:
    """`text` with every reference replaced; raises KeyError for an id or a form that does not exist.

    Forms: `[[id]]` 超2,400家, `[[id|number]]` 超2,400, `[[id|period]]` 2024年.
    """
    return _REFERENCE.sub(lambda match: _FORMS[match[2] or "label"](data[match[1]], lang), text)


def references(text: str) -> Iterator[tuple[str, str]]:
    """The (id, form) pairs that a text refers to, in order; the plain form is `label`."""
    for match in _REFERENCE.finditer(text):
        yield match[1], match[2] or "label"


def _label(datum: Datum, lang: Lang) -> str:
    return datum.label(lang).text


def _number(datum: Datum, lang: Lang) -> str:
    label = datum.label(lang)
    gap = " " if lang is Lang.EN and label.qualifier else ""
    return f"{label.qualifier}{gap}{label.amount}"


def _period(datum: Datum, lang: Lang) -> str:
    return datum.period_text(lang).text


_FORMS: Mapping[str, Callable[[Datum, Lang], str]] = {"label": _label, "number": _number, "period": _period}
