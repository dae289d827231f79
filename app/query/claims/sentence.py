"""What a correct sentence would say of a figure, with its bound, time, definition and source."""

from app.model.text import Lang, Text
from app.query.reading import Reading


def sentence(reading: Reading) -> Text:
    """One sentence in each language, generated: 北京人工智能企业数量：超2,400家（2024年；《…》）。"""
    return Text(zh=_zh(reading), en=_en(reading))


def _zh(reading: Reading) -> str:
    origin = f"；〈{reading.source.short.zh}〉" if reading.source else ""
    return (
        f"{_name(reading, 'zh')}：{reading.label('zh')}（{reading.when('zh')}{_definition(reading, 'zh')}{origin}）。"
    )


def _en(reading: Reading) -> str:
    origin = f"; “{reading.source.short.en}”" if reading.source else ""
    return f"{_name(reading, 'en')}: {reading.label('en')} ({reading.when('en')}{_definition(reading, 'en')}{origin})."


def _name(reading: Reading, lang: Lang) -> str:
    """The indicator with whose figure it is: a part, a company, and always a place."""
    name = reading.indicator.name[lang]
    parts = [part.name[lang] for part in (reading.subject, reading.category) if part and part.name[lang] not in name]
    place = reading.geography.name[lang]
    if place not in name:
        parts.append(place)
    if not parts:
        return name
    return f"{name}（{'，'.join(parts)}）" if lang == "zh" else f"{name} ({', '.join(parts)})"


def _definition(reading: Reading, lang: Lang) -> str:
    if len(reading.indicator.definitions) < 2:
        return ""
    return f"；口径：{reading.definition.name.zh}" if lang == "zh" else f"; definition: {reading.definition.name.en}"
