"""A text in both languages, side by side."""

from typing import Literal

from app.model.record import Line, Record

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")


class Text(Record):
    """The same words in Chinese and English; neither may be left out."""

    zh: Line
    en: Line

    def __getitem__(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en
