"""The fixed words of charts, Chinese and English side by side."""

from app.model.text import Lang

_PHRASES: dict[str, tuple[str, str]] = {
    "sources": ("来源：", "Source: "),
    "computed": ("推算：{parts}", "computed from: {parts}"),
    "computed_alone": ("本站推算", "computed here"),
    "gap": ("口径改变，不连线", "definition changes; not joined"),
    "gap_note": ("口径不同的数值不相连。", "Figures of different definitions are not joined."),
    "empty": ("这一选择下没有可画的数据。", "There is nothing to draw for this selection."),
    "all_floors": ("均为下限", "all lower bounds"),
    "all_ceilings": ("均为上限", "all upper bounds"),
    "all_about": ("均为约数", "all approximate"),
    "tied": ("并列", "tied"),
    "up": ("↑ 升{label}", "↑ up {label}"),
    "down": ("↓ 降{label}", "↓ down {label}"),
    "undated": ("未定期限", "no deadline"),
    "rate_change": ("{value}%（推算）", "{value}% (derived)"),
    "points_change": ("{value}个百分点（推算）", "{value} percentage points (derived)"),
    "many": (
        "共{count}个数值，其中{words}，其余见数据表",
        "{count} values, among them {words}; the rest are in the table",
    ),
    "log": ("（对数刻度）", " (log scale)"),
    "name": ("名称", "Name"),
    "value": ("数值", "Value"),
    "period": ("时间", "Period"),
    "definition": ("口径", "Definition"),
    "source": ("来源", "Source"),
    "lane": ("类别", "Kind"),
    "place": ("地点", "Place"),
    "table": ("{title}（数据表）", "{title} (data table)"),
}


def phrase(name: str, lang: Lang, **parts: str) -> str:
    """The phrase in `lang` with its braces filled; raises KeyError for a name that is not in the table."""
    return _PHRASES[name][0 if lang == "zh" else 1].format(**parts)


def join_words(words: list[str], lang: Lang) -> str:
    """Words in a row: 甲、乙 / A; B."""
    return ("、" if lang == "zh" else "; ").join(words)
