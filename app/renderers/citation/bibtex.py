"""BibTeX: a @misc entry in UTF-8, its texts kept from being read as commands."""

import re

from app.renderers.citation.work import Work

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def bibtex(work: Work) -> str:
    """The author and title stand in a second pair of braces: a name of its own, and capitals as they are."""
    fields = {
        "author": f"{{{escaped(work.author)}}}",
        "title": f"{{{escaped(work.title)}}}",
        "year": str(work.year),
        "version": work.version,
        "language": "chinese" if work.lang == "zh" else "english",
        "url": work.address,
        "note": escaped(work.note),
    }
    lines = [f"  {name} = {{{text}}}," for name, text in fields.items() if text]
    return f"@misc{{{work.id},\n" + "\n".join(lines) + "\n}\n"


def escaped(text: str) -> str:
    """The text as TeX prints it, on one line."""
    plain = re.sub(r"\s+", " ", text)
    return "".join(_SPECIAL.get(sign, sign) for sign in plain)
