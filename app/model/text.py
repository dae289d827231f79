"""A text in both languages, side by side, and what each language does by itself."""

from enum import StrEnum

from app.model.record import Line, Record


class Lang(StrEnum):
    """A language of the site, with the punctuation it sets between words."""

    ZH = "zh"
    EN = "en"

    @property
    def other(self) -> "Lang":
        return Lang.EN if self is Lang.ZH else Lang.ZH

    @property
    def bcp47(self) -> str:
        """The tag for `lang` and `hreflang`."""
        return "zh-CN" if self is Lang.ZH else "en"

    @property
    def comma(self) -> str:
        return "，" if self is Lang.ZH else ", "

    @property
    def list_comma(self) -> str:
        """What stands between the members of a list: Chinese has a comma of its own for it."""
        return "、" if self is Lang.ZH else ", "

    @property
    def semicolon(self) -> str:
        return "；" if self is Lang.ZH else "; "

    @property
    def colon(self) -> str:
        return "：" if self is Lang.ZH else ": "

    def brackets(self, text: str) -> str:
        """The text in brackets, as it stands behind a word: （推算）, or a blank and (derived)."""
        return f"（{text}）" if self is Lang.ZH else f" ({text})"


LANGS: tuple[Lang, ...] = tuple(Lang)


class Text(Record):
    """The same words in Chinese and English; neither may be left out."""

    zh: Line
    en: Line

    def __getitem__(self, lang: Lang) -> str:
        return self.zh if lang is Lang.ZH else self.en
