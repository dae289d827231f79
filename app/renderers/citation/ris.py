"""RIS: one record of a data set, a field a line."""

import re

from app.renderers.citation.work import Work


def ris(work: Work) -> str:
    """Lines end as the format wants them; a text never begins a line of its own."""
    fields = [
        ("TY", "DATA"),
        ("ID", work.id),
        ("AU", work.author),
        ("TI", work.title),
        ("PY", str(work.year)),
        ("ET", work.version),
        ("LA", "zh" if work.lang == "zh" else "en"),
        ("UR", work.address),
        ("N1", work.note),
    ]
    lines = [f"{tag}  - {_line(text)}" for tag, text in fields if text]
    return "\r\n".join((*lines, "ER  - ")) + "\r\n"


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text)
