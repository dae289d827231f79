"""Pinyin is read from a short list of phrases; it must say what the long list would for every text of ours."""

import re
import subprocess
import sys

from app.search.fold import RARER, Script, fold, pieces, syllables
from app.site import Site

#: pypinyin with all its phrases, in a process of its own: which list it reads is settled when it is first imported.
_WHOLE = "import sys, pypinyin\nfor row in sys.stdin: print(*pypinyin.lazy_pinyin(row.strip()))"


def _names(site: Site) -> list[str]:
    texts = (fold(text) for entry in site.finder.entries for text in entry.names)
    runs = {piece.text for text in texts for piece in pieces(text) if piece.script is Script.HAN}
    # What the short list knows it knows better: the long one reads 总供给 as zong gong gei.
    return sorted({part for run in runs for part in re.split("|".join(RARER), run) if part})


def test_every_name_sounds_as_the_whole_list_of_phrases_has_it(real_site: Site) -> None:
    names = _names(real_site)
    done = subprocess.run(
        [sys.executable, "-c", _WHOLE], input="\n".join(names), capture_output=True, text=True, check=True
    )
    ours = {name: " ".join(syllables(pieces(name))) for name in names}
    theirs = dict(zip(names, done.stdout.splitlines(), strict=True))
    assert {n: (ours[n], theirs[n]) for n in names if ours[n] != theirs[n]} == {}
