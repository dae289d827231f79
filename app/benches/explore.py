"""The workbench of indicators put together by the reader: the honest views of them, and why others are refused."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.benches.bench import Bench, Panel
from app.model.chart import Kind, LabelBy
from app.model.text import Lang
from app.query.explore import MOST, Offer, Refused, View, offer
from app.query.topical import indicators_of
from app.query.wish import Wish
from app.scene.build import build
from app.scene.question import Question
from app.scene.refusal import DishonestChartError
from app.scene.scene import Scene
from app.site import Site
from app.strings import word

#: The name in the address under which each chosen indicator stands.
INDICATOR = "i"


@dataclass(frozen=True)
class Shown:
    """A view of all the indicators at once, with what must be known of it."""

    panel: Panel
    notes: tuple[str, ...]


@dataclass(frozen=True)
class ExploreBench(Bench):
    """`unknown` were asked for and are not there; `known` are all that are, of which the first twelve are chosen."""

    chosen: tuple[str, ...]
    known: tuple[str, ...]
    unknown: tuple[str, ...]
    together: tuple[Shown, ...]
    refused: tuple[Refused, ...]
    apart: tuple[Panel, ...]


def explore(site: Site, wish: Wish, lang: Lang) -> ExploreBench:
    """The bench for the indicators asked for; unknown ones are left out, as are those past the twelfth."""
    asked = [name for name in wish.all(INDICATOR) if name]
    known = tuple(name for name in asked if name in site.catalog.indicators)
    chosen = _in_shelf_order(site, known[:MOST])
    offered = _offer(site, chosen)
    together, more = _drawn(site, offered.together, lang)
    apart = tuple(Panel(f"alone-{view.readings[0].indicator_id}", _alone(site, view, lang)) for view in offered.apart)
    return ExploreBench(
        place=wish.place,
        title=word("explore", lang),
        query=tuple((INDICATOR, name) for name in chosen),
        controls=(),
        panels=(*(shown.panel for shown in together), *apart),
        chosen=chosen,
        known=known,
        unknown=tuple(name for name in asked if name not in known),
        together=together,
        refused=(*offered.refused, *more),
        apart=apart,
    )


def _in_shelf_order(site: Site, names: Sequence[str]) -> tuple[str, ...]:
    """As the boxes stand in the form, which knows no other order."""
    topics = list(site.catalog.topics)
    used = sorted({site.catalog.indicators[name].topic for name in names}, key=topics.index)
    return tuple(name for topic in used for name in indicators_of(site.catalog, topic) if name in names)


def _offer(site: Site, chosen: Sequence[str]) -> Offer:
    indicators = site.catalog.indicators
    own = {name: tuple(site.readings[o.id] for o in indicators[name].observations) for name in chosen}
    return offer(chosen, own) if chosen else Offer((), (), ())


def _drawn(site: Site, views: Sequence[View], lang: Lang) -> tuple[tuple[Shown, ...], tuple[Refused, ...]]:
    """What can be drawn, and what the chart's own rules refuse."""
    shown: list[Shown] = []
    refused: list[Refused] = []
    for view in views:
        try:
            scene = build(_question(site, view, lang, title=word(view.name, lang), subtitle=_names(view, lang)))
        except DishonestChartError as refusal:
            refused.append(Refused(view.name, refusal.sentence))
        else:
            panel = Panel(view.name.replace("_", "-"), scene)
            shown.append(Shown(panel, tuple(note[lang] for note in view.notes)))
    return tuple(shown), tuple(refused)


def _alone(site: Site, view: View, lang: Lang) -> Scene:
    """One indicator's own chart; where its kind refuses the figures, a table of them."""
    indicator = view.readings[0].indicator
    question = _question(site, view, lang, title=indicator.name[lang], subtitle=indicator.description[lang])
    try:
        return build(question)
    except DishonestChartError:
        return build(replace(question, kind=Kind.FACTS, label_by=LabelBy.DEFINITION))


def _question(site: Site, view: View, lang: Lang, *, title: str, subtitle: str) -> Question:
    names = dict.fromkeys(reading.indicator_id for reading in view.readings)
    return Question(
        chart_id=f"{view.name.replace('_', '-')}-{'-'.join(names)}"[:64],
        kind=view.kind,
        lang=lang,
        title=title,
        subtitle=subtitle,
        readings=view.readings,
        label_by=view.label_by,
        every=site.readings,
    )


def _names(view: View, lang: Lang) -> str:
    names = dict.fromkeys(reading.indicator.label(lang) for reading in view.readings)
    return ("、" if lang == "zh" else ", ").join(names)
