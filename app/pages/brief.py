"""What a reader collected, to be put in order, written into and printed; the address holds the items, and only them."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import request

from app.charts.scene import KeyEntry
from app.decks.brief import MOST_ITEMS, BriefItem, BriefItems, TooManyItemsError, collect_items, nearest_items
from app.pages.brief_entry import BriefEntry, EndNotes, brief_entry, entry_moves, extract_of, picture_widths
from app.pages.frame import Link, PageFrame
from app.pages.route import route
from app.strings import word
from app.urls import ITEMS, MOST_QUERY, RULES, absolute_url

#: Of more unknown items than these nobody wants to be told what they might have meant.
_FEW = 8


@dataclass(frozen=True)
class Unknown:
    """An item that names nothing, and what may have been meant: a brief with that in its place."""

    text: str
    meant: tuple[Link, ...]


@dataclass(frozen=True)
class BriefContent:
    """`phones` says how many widths of phones there are; `problem` why nothing is shown."""

    problem: str
    unknown: list[Unknown]
    items: str
    entries: list[BriefEntry]
    phones: int
    notes: EndNotes
    key: list[KeyEntry]
    stage: str
    workbook: str
    sheet: str
    credit: str
    version: str
    address: str
    examples: list[Link]


@route(RULES.brief())
def brief_page(page: PageFrame) -> tuple[str, int]:
    """The page and its status: a sentence, and nothing looked up, where too much is asked for."""
    if len(request.query_string) > MOST_QUERY:
        return _written(page, BriefItems((), ()), word("query_too_long", page.lang).format(most=MOST_QUERY)), 414
    try:
        chosen = collect_items(request.args.getlist(ITEMS), page.site.catalog)
    except TooManyItemsError:
        return _written(page, BriefItems((), ()), word("brief_too_many", page.lang).format(most=MOST_ITEMS)), 400
    return _written(page, chosen), 200


def _written(page: PageFrame, chosen: BriefItems, problem: str = "") -> str:
    lang, texts = page.lang, chosen.texts
    extracts = [extract_of(page, item) for item in chosen.items]
    notes = EndNotes.of(extracts, lang)
    drawn = picture_widths(len(texts))
    entries = [
        brief_entry(page, item, extract, notes=notes, moves=entry_moves(page, texts, at), widths=drawn)
        for at, (item, extract) in enumerate(zip(chosen.items, extracts, strict=True))
    ]
    public = page.site.settings.public_url
    return page.write(
        "brief.html",
        BriefContent(
            problem=problem,
            unknown=[_unknown(page, chosen, text) for text in chosen.unknown[:_FEW]],
            items=",".join(texts),
            entries=entries,
            phones=len(drawn) - 1,
            notes=notes,
            key=_key(entries),
            stage=page.urls.brief_stage(texts),
            workbook=page.urls.brief(texts, format="xlsx"),
            sheet=page.urls.brief(format="css"),
            credit=word("credit", lang).format(site=page.site.catalog.overview.name[lang], reach=page.site.reach(lang)),
            version=page.site.version,
            address=absolute_url(public, page.urls.brief(texts)) if public else "",
            examples=_examples(page),
        ),
        title=word("brief", lang),
        description=word("brief_lead", lang),
        query=((ITEMS, ",".join(texts)),) if texts else (),
    )


def _unknown(page: PageFrame, chosen: BriefItems, text: str) -> Unknown:
    return Unknown(text, tuple(_suggestion(page, chosen, item) for item in nearest_items(text, page.site.catalog)))


def _suggestion(page: PageFrame, chosen: BriefItems, item: BriefItem) -> Link:
    texts = dict.fromkeys((*chosen.texts, item.text))
    return Link(page.urls.brief(tuple(texts)), extract_of(page, item).title, more=item.text)


def _key(entries: Sequence[BriefEntry]) -> list[KeyEntry]:
    """How to read the marks of all the charts."""
    return list(dict.fromkeys(line for one in entries if one.card for line in one.card.key))


def _examples(page: PageFrame) -> list[Link]:
    """Where one may begin to collect: the strongest chart of each topic."""
    catalog, lang = page.site.catalog, page.lang
    return [
        Link(page.urls.chart(topic.charts[0]), catalog.charts[topic.charts[0]].title[lang], more=topic.name[lang])
        for topic in catalog.topics.values()
    ]
