"""What a correct sentence would say of a figure, with its bound, time, definition and source."""

from app.data.datum import Datum
from app.model.text import Lang, Text


def sentence(datum: Datum) -> Text:
    """One sentence in each language, generated: 北京人工智能企业数量：超2,400家（2024年；《…》）。"""
    return Text(zh=_zh(datum), en=_en(datum))


def _zh(datum: Datum) -> str:
    origin = f"；〈{datum.source.short.zh}〉" if datum.source else ""
    return f"{_name(datum, 'zh')}：{datum.label('zh')}（{datum.when('zh')}{_definition(datum, 'zh')}{origin}）。"


def _en(datum: Datum) -> str:
    origin = f"; “{datum.source.short.en}”" if datum.source else ""
    return f"{_name(datum, 'en')}: {datum.label('en')} ({datum.when('en')}{_definition(datum, 'en')}{origin})."


def _name(datum: Datum, lang: Lang) -> str:
    """The indicator with whose figure it is: a part, a company, and always a place."""
    name = datum.indicator.name[lang]
    parts = [part.name[lang] for part in (datum.subject, datum.category) if part and part.name[lang] not in name]
    place = datum.geography.name[lang]
    if place not in name:
        parts.append(place)
    if not parts:
        return name
    return f"{name}（{'，'.join(parts)}）" if lang == "zh" else f"{name} ({', '.join(parts)})"


def _definition(datum: Datum, lang: Lang) -> str:
    if len(datum.indicator.definitions) < 2:
        return ""
    return f"；口径：{datum.definition.name.zh}" if lang == "zh" else f"; definition: {datum.definition.name.en}"
