"""The fonts of this machine: looked for once, and asked which of them hold a text."""

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.font_file import FontFile

#: Where systems keep fonts; folders that are not there hold none.
FOLDERS = tuple(
    Path(folder).expanduser()
    for folder in (
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        "~/.fonts",
        "~/.local/share/fonts",
        "/System/Library/Fonts",
        "/Library/Fonts",
        "C:/Windows/Fonts",
    )
)
_ENDINGS = {".ttf", ".ttc", ".otf", ".otc"}
#: More characters than this do not make the sentence clearer.
_NAMED = 5


class NoFontError(RuntimeError):
    """Some characters are in no font of this machine; the text is one sentence that says which and what to do."""


@dataclass(frozen=True)
class Fonts:
    """The font files of some folders, in the order of their paths."""

    files: tuple[FontFile, ...]

    @classmethod
    def find(cls, folders: Iterable[Path] = FOLDERS) -> "Fonts":
        paths = sorted(path for folder in folders for path in folder.rglob("*") if path.suffix.lower() in _ENDINGS)
        return cls(tuple(file for path in paths for file in _read(path)))

    def holding(self, text: str, families: Iterable[str]) -> tuple[FontFile, ...]:
        """Files that together hold every character, those of the wanted families first; raises NoFontError."""
        chosen = [file for name in families for file in self.files if name in file.families]
        missing = {character for character in text if not character.isspace()}
        missing = {character for character in missing if not any(file.holds(character) for file in chosen)}
        for file in self.files if missing else ():
            held = {character for character in missing if file.holds(character)}
            if held:
                chosen.append(file)
                missing -= held
        if missing:
            raise NoFontError(_sentence(missing))
        return tuple(dict.fromkeys(chosen))


def _read(path: Path) -> list[FontFile]:
    """A file that is no font, or a broken one, is like one that is not there."""
    try:
        return [FontFile.read(path)]
    except (OSError, ValueError, struct.error):
        return []


def _sentence(missing: set[str]) -> str:
    first = " ".join(sorted(missing)[:_NAMED])
    more = " …" if len(missing) > _NAMED else ""
    return f"this machine has no font that holds {first}{more}; install one, such as the package fonts-noto-cjk"
