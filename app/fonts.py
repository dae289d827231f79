"""The fonts of this machine, and the characters they hold; read from the font files, so that nothing is guessed."""

import struct
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

#: Where systems keep their fonts; those that are not there are passed over.
FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path("~/.fonts"),
    Path("~/.local/share/fonts"),
    Path("/System/Library/Fonts"),
    Path("/Library/Fonts"),
    Path("C:/Windows/Fonts"),
)
_ENDINGS = {".ttf", ".ttc", ".otf", ".otc"}
#: In a name table: the family, and the family without its weights.
_FAMILY_IDS = (1, 16)
#: In a table of characters: pairs (platform, encoding) that mean Unicode.
_UNICODE = {(0, 3), (0, 4), (0, 6), (3, 1), (3, 10)}


class NoFontError(RuntimeError):
    """No font of this machine holds some characters; its text is one sentence that names them."""


@dataclass(frozen=True)
class FontFile:
    """One file, with one or more faces. `families` are the names a stylesheet may ask for."""

    path: Path
    families: frozenset[str]

    def holds(self, character: str) -> bool:
        """Whether any face of the file has a glyph for the character."""
        return any(_within(ord(character), firsts, lasts) for firsts, lasts in self._ranges)

    @cached_property
    def _ranges(self) -> tuple[tuple[Sequence[int], Sequence[int]], ...]:
        with self.path.open("rb") as file:
            data = file.read() if self.path.stat().st_size < 1 << 20 else None
            read = _from_bytes(data) if data is not None else _from_file(self.path)
            offsets = dict.fromkeys(offset for face in _faces(read) for offset in _character_maps(read, face))
            return tuple(_ranges_at(read, offset) for offset in offsets)


@dataclass(frozen=True)
class Fonts:
    """All font files, in the order of their paths."""

    files: tuple[FontFile, ...]

    @classmethod
    def find(cls, folders: Iterable[Path] = FOLDERS) -> "Fonts":
        """The fonts under the folders; a file that is no font, or a broken one, is passed over."""
        return cls()
