"""What a picture says of itself, for who opens its file: what it shows, whence, of which data, and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class PictureMetadata:
    """`address` is empty while the site does not know its own."""

    title: str = ""
    source: str = ""
    version: str = ""
    address: str = ""

    @property
    def line(self) -> str:
        """All but the title, for an SVG, which has that elsewhere."""
        fields = {"source": self.source, "address": self.address, "version": self.version}
        return "; ".join(f"{name}: {value}" for name, value in fields.items() if value)

    @property
    def keywords(self) -> Mapping[str, str]:
        """By the keywords of a PNG's texts."""
        return {"Title": self.title, "Source": self.source, "Data version": self.version, "URL": self.address}
