"""Any indicators put together by the reader: the honest views of them, and why others are not given."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app import urls
from app.model.chart import Kind, LabelBy
from app.pages.card import Card, card
from app.pages.frame import Link, PageFrame
from app.pages.selection_files import selection_files
from app.query.explore import MOST, Offer, Refused, View, offer
from app.query.wish import indicators_of
from app.scene.build import build
from app.scene.question import Question
from app.scene.refusal import DishonestChartError
from app.strings import word

#: The name in the address under which each chosen indicator stands.
_INDICATOR = "i"
#: Unknown names are repeated to the reader only up to here.
_LONGEST_NAME = 64


@dataclass(frozen=True)
class Box:
    """One indicator to be ticked."""

    value: str
    label: str
    ticked: bool


@dataclass(frozen=True)
class Shelf:
    """A topic's indicators, and how many of them are ticked."""

    name: str
    boxes: tuple[Box, ...]
    ticked: int


@dataclass(frozen=True)
class Shown:
    """A view under its heading, with what must be known of it."""

    heading: str
    card: Card
    notes: tuple[str, ...]


def explore(page: PageFrame, asked: Sequence[str]) -> str:
    """The page for the indicators asked for; unknown ones are named and left out, as are those past the twelfth."""
    lang = page.lang
    known = [name for name in dict.fromkeys(asked) if name in page.site.catalog.indicators]
    chosen = known[:MOST]
    offered = _offer(page, chosen)
    together, more = _drawn(page, offered.together)
    return page.write(
        "explore.html",
        title=word("explore", lang),
        description=word("explore_lead", lang),
        query=tuple((_INDICATOR, name) for name in chosen),
        shelves=_shelves(page, chosen),
        chosen=[_removal(page, chosen, name) for name in chosen],
        problems=_problems(page, asked, known),
        together=together,
        refused=[_refusal(page, each) for each in (*offered.refused, *more)],
        apart=[_alone(page, view) for view in offered.apart],
        examples=_examples(page),
        files=selection_files(urls.with_query(urls.explore(lang), tuple((_INDICATOR, name) for name in chosen))),
    )


def _offer(page: PageFrame, chosen: Sequence[str]) -> Offer:
    indicators = page.site.catalog.indicators
    own = {name: tuple(page.site.readings[o.id] for o in indicators[name].observations) for name in chosen}
    return offer(chosen, own) if chosen else Offer((), (), ())


def _shelves(page: PageFrame, chosen: Sequence[str]) -> list[Shelf]:
    catalog, lang = page.site.catalog, page.lang
    shelves = []
    for topic_id, topic in catalog.topics.items():
        names = indicators_of(catalog, topic_id)
        boxes = tuple(Box(name, catalog.indicators[name].label(lang), name in chosen) for name in names)
        shelves.append(Shelf(topic.name[lang], boxes, sum(box.ticked for box in boxes)))
    return shelves


def _removal(page: PageFrame, chosen: Sequence[str], name: str) -> Link:
    rest = tuple((_INDICATOR, other) for other in chosen if other != name)
    label = page.site.catalog.indicators[name].label(page.lang)
    return Link(urls.with_query(urls.explore(page.lang), rest), label)


def _problems(page: PageFrame, asked: Sequence[str], known: Sequence[str]) -> list[str]:
    unknown = [name[:_LONGEST_NAME] for name in dict.fromkeys(asked) if name and name not in known][:MOST]
    sentences = []
    if unknown:
        sentences.append(word("explore_unknown", page.lang).format(names=", ".join(unknown)))
    if len(known) > MOST:
        sentences.append(word("explore_too_many", page.lang).format(count=MOST))
    return sentences


def _drawn(page: PageFrame, views: Sequence[View]) -> tuple[list[Shown], list[Refused]]:
    """What can be drawn, and what the chart's own rules refuse."""
    shown: list[Shown] = []
    refused: list[Refused] = []
    for view in views:
        heading = word(view.name, page.lang)
        try:
            scene = build(_question(page, view, title=heading, subtitle=_subtitle(page, view)))
        except DishonestChartError as refusal:
            refused.append(Refused(view.name, refusal.sentence))
        else:
            shown.append(Shown(heading, card(scene), tuple(note[page.lang] for note in view.notes)))
    return shown, refused


def _refusal(page: PageFrame, refused: Refused) -> tuple[str, str]:
    return word(refused.name, page.lang), refused.reason[page.lang]


def _alone(page: PageFrame, view: View) -> Card:
    """One indicator's own chart; where its kind refuses the figures, a table of them."""
    indicator = view.readings[0].indicator
    title, subtitle = indicator.name[page.lang], indicator.description[page.lang]
    try:
        return card(build(_question(page, view, title=title, subtitle=subtitle)))
    except DishonestChartError:
        table = replace(view, kind=Kind.FACTS, label_by=LabelBy.DEFINITION)
        return card(build(_question(page, table, title=title, subtitle=subtitle)))


def _question(page: PageFrame, view: View, *, title: str, subtitle: str) -> Question:
    names = dict.fromkeys(reading.indicator_id for reading in view.readings)
    return Question(
        chart_id=f"{view.name.replace('_', '-')}-{'-'.join(names)}"[:64],
        kind=view.kind,
        lang=page.lang,
        title=title,
        subtitle=subtitle,
        readings=view.readings,
        label_by=view.label_by,
        every=page.site.readings,
    )


def _subtitle(page: PageFrame, view: View) -> str:
    names = dict.fromkeys(reading.indicator.label(page.lang) for reading in view.readings)
    return ("、" if page.lang == "zh" else ", ").join(names)


def _examples(page: PageFrame) -> list[Link]:
    """The first two indicators of each topic, as a start."""
    catalog, lang = page.site.catalog, page.lang
    links = []
    for topic_id, topic in catalog.topics.items():
        names = indicators_of(catalog, topic_id)[:2]
        query = tuple((_INDICATOR, name) for name in names)
        words = ("、" if lang == "zh" else ", ").join(catalog.indicators[name].label(lang) for name in names)
        links.append(Link(urls.with_query(urls.explore(lang), query), words, more=topic.name[lang]))
    return links
