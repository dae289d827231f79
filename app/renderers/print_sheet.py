"""The sheet a brief is printed with: A4, running heads and page numbers, in the words of one language."""

import re
from collections.abc import Mapping

from app.model.text import LANGS, Lang
from app.renderers.chart_export import DataEdition
from app.renderers.palette import LIGHT
from app.strings import word

_HAN = '"PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif'
#: As --sans in assets/tokens.css; a margin box does not see the page's variables.
_FACE: Mapping[Lang, str] = {
    lang: f"font: 8pt {latin}{_HAN}; color: {LIGHT.soft};"
    for lang, latin in zip(LANGS, ("", '"Helvetica Neue", Helvetica, Arial, '), strict=True)
}


def write_print_sheet(edition: DataEdition, lang: Lang) -> str:
    """CSS that a page names for print; a browser without margin boxes prints the page without heads."""
    head = f"{edition.site_name} · {word('brief', lang)}"
    reach = f"{word('reach', lang)} {edition.reach} · {word('data_version', lang)} {edition.version}"
    boxes = {"top-left": quoted(head), "top-right": quoted(reach), "bottom-right": _pages(lang)}
    if edition.public_url:
        boxes["bottom-left"] = quoted(edition.public_url)
    written = "\n".join(f"  @{box} {{ content: {content}; {_FACE[lang]} }}" for box, content in boxes.items())
    return f"@page {{\n  size: A4;\n  margin: 20mm 18mm 18mm;\n{written}\n}}\n"


def quoted(text: str) -> str:
    """A CSS string: nothing in it can end it."""
    return '"' + re.sub(r'[\x00-\x1f"\\<]', lambda found: f"\\{ord(found[0]):x} ", text) + '"'


def _pages(lang: Lang) -> str:
    """Page 2 of 5: the two numbers are the browser's."""
    pieces = re.split(r"\{(page|pages)\}", word("page_of", lang))
    written = (f"counter({piece})" if at % 2 else quoted(piece) for at, piece in enumerate(pieces) if piece)
    return " ".join(written)
