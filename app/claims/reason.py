"""Why a verdict was given, in both languages."""

from app.claims.candidate import Candidate, Gap
from app.claims.index import Target
from app.claims.relation import Relation
from app.data.datum import Datum
from app.model.period import Period
from app.model.quantity import CEILINGS, FLOORS
from app.model.text import Lang, Text
from app.quantities.period_text import bare_period_text


def supported(row: Candidate) -> Text:
    """For a claim that a source bears out, wholly or as far as its hedging words go."""
    kind = row.datum.quantity.qualifier
    if row.relation is Relation.SAME:
        if row.datum.is_tied:
            return Text(
                zh="与来源一致；来源里这一位次是并列的。",
                en="It agrees with the source, in which the place is shared.",
            )
        return Text(zh="与来源一致。", en="It agrees with the source.")
    if row.relation is Relation.ROUNDED:
        return Text(zh="是来源数字的约数。", en="It is the source's figure, rounded.")
    if row.relation is Relation.LOOSER:
        return Text(zh="作为界限成立，来源说得更具体。", en="It is true as a bound; the source says more.")
    if kind in FLOORS:
        return Text(zh="来源只说超过这个数，不是确数。", en="The source says only “over” this number; it is not exact.")
    if kind in CEILINGS:
        return Text(
            zh="来源只说接近这个数，不是确数。", en="The source says only “nearly” this number; it is not exact."
        )
    return Text(zh="来源只给约数或范围，不是确数。", en="The source gives only an approximation or a range.")


def superseded(row: Candidate) -> Text:
    when = row.datum.period_text
    return Text(
        zh=f"这是较早的数字（{when(Lang.ZH)}），不是所说时间或最近的数字。",
        en=f"This is an earlier figure ({when(Lang.EN)}), not that of the time claimed or the latest.",
    )


def stale(row: Candidate) -> Text:
    when = row.datum.period_text
    return Text(
        zh=f"来源中的这个数是{when(Lang.ZH)}的，不能当作现在的；没有更新的数字。",
        en=f"Our sources give this number for {when(Lang.EN)}, not for today; they have no newer one.",
    )


def differing(row: Candidate) -> Text:
    """Names the first thing in which the figure with these digits is not the one claimed."""
    return _GAPS[next(gap for gap in _GAPS if gap in row.gaps)](row.datum)


def _place(datum: Datum) -> Text:
    return Text(
        zh=f"来源中的这个数是{datum.geography.name.zh}的。",
        en=f"In our sources this number is for {datum.geography.name.en}.",
    )


def _owner(datum: Datum) -> Text:
    if datum.subject is None:
        return _place(datum)
    return Text(
        zh=f"来源中的这个数只是{datum.subject.name.zh}的。",
        en=f"In our sources this number is that of {datum.subject.name.en} alone.",
    )


def _part(datum: Datum) -> Text:
    part = datum.category.name if datum.category else datum.definition.name
    return Text(
        zh=f"来源中的这个数只是其中一部分：{part.zh}。",
        en=f"In our sources this number is only a part: {part.en}.",
    )


def _length(datum: Datum) -> Text:
    period: Period = datum.observation.period
    return Text(
        zh=f"来源中的这个数属于{bare_period_text(period, Lang.ZH)}，不是所说的整段时间。",
        en=f"In our sources this number covers {bare_period_text(period, Lang.EN)}, not the period claimed.",
    )


def _each(_reading: Datum) -> Text:
    return Text(
        zh="来源中的这个数不是每一个、每天或每年的数。",
        en="In our sources this number is not one for each, a day or a year as claimed.",
    )


def _goal(datum: Datum) -> Text:
    if datum.observation.target:
        return Text(zh="来源中的这个数是目标，不是结果。", en="In our sources this number is a goal, not a result.")
    return Text(zh="来源中的这个数是结果，不是目标。", en="In our sources this number is a result, not a goal.")


def _definition(datum: Datum) -> Text:
    return Text(
        zh=f"来源中的这个数按另一口径：{datum.definition.name.zh}。",
        en=f"In our sources this number goes by another definition: {datum.definition.name.en}.",
    )


def _whole(_reading: Datum) -> Text:
    return Text(
        zh="来源中的这个比重或位次不是对所说的范围（全国、全球）而言。",
        en="In our sources this share or rank is not of the whole claimed, China or the world.",
    )


_GAPS = {
    Gap.PLACE: _place,
    Gap.OWNER: _owner,
    Gap.PART: _part,
    Gap.GOAL: _goal,
    Gap.DEFINITION: _definition,
    Gap.LENGTH: _length,
    Gap.EACH: _each,
    Gap.WHOLE: _whole,
}


def narrower(target: Target) -> Text:
    return Text(
        zh=f"来源中的这个数是另一项：{target.indicator.name.zh}。",
        en=f"In our sources this number is of something else: {target.indicator.name.en}.",
    )


def also_disputed(reason: Text) -> Text:
    """A reason, and that readings which say otherwise stand beside it."""
    return Text(
        zh=f"{reason.zh}报道之间说法不一，其他读数一并列出。",
        en=f"{reason.en} The articles disagree; the other readings stand beside it.",
    )


def disputed() -> Text:
    return Text(zh="来源印有此数，但另有不同说法。", en="A source prints this number, but others disagree.")


def contradicted() -> Text:
    return Text(
        zh="与来源中同一口径、同一范围、同一时间的数字不符。",
        en="Our sources give another number for the same definition, scope and time.",
    )


def currency() -> Text:
    return Text(zh="数字相同，但来源是另一种货币。", en="The digits are the source's, but in another currency.")


def open_ended() -> Text:
    return Text(
        zh="来源只给界限或约数，既不能证实也不能否定。",
        en="Our sources give only a bound or an approximation, which neither confirms nor denies it.",
    )


def other_period() -> Text:
    return Text(zh="来源没有所说时间的数字。", en="Our sources have no figure for the time claimed.")


def other_scope() -> Text:
    return Text(
        zh="来源没有所说地域、口径或范围的数字。",
        en="Our sources have no figure for the place, definition or scope claimed.",
    )


def several() -> Text:
    return Text(zh="文字可能指几个不同的数字。", en="The words may mean several different figures.")


def uncertain() -> Text:
    """`several` where a single figure is named."""
    return Text(
        zh="文字可能指这个数字，也可能指别的，说得不够清楚。",
        en="The words may mean this figure or something else; they do not say clearly which.",
    )


def strange_word() -> Text:
    return Text(
        zh="名称旁有我们不认识的词，可能说的是别的事。",
        en="A word beside the name is not one we know; something else may be meant.",
    )


def negated() -> Text:
    return Text(
        zh="句子是否定或比较，数字不是直接的陈述。",
        en="The sentence denies or compares; it does not state the number itself.",
    )


def no_words() -> Text:
    return Text(zh="数字旁没有说明它数的是什么。", en="Nothing beside the number says what it counts.")


def no_growth() -> Text:
    return Text(
        zh="来源没有这一增速；只有界限或单个时点的数字算不出增速。",
        en="Our sources give no such rate of change; bounds and single figures do not yield one.",
    )


def no_figure() -> Text:
    return Text(zh="来源中没有这些词所指的数字。", en="Our sources have no figure that these words name.")
