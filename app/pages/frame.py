"""What every page needs besides its own content: the site, the language, its addresses, its assets, its templates."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from urllib.parse import quote, urlencode

from flask import Response, request
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from app import inline
from app.assets import BROTLI_QUALITY, WrittenPages, file_response
from app.charts.pictures import CARD
from app.model.text import LANGS, Lang
from app.pages.linked import Linked, web_page
from app.site import Site
from app.start import WorkbenchStart
from app.strings import word
from app.urls import Query, Urls, absolute_url, with_query


@cache
def environment() -> Environment:
    made = Environment(
        loader=ChoiceLoader([PackageLoader("app.pages", ""), PackageLoader("app.board", "")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["clauses"] = clauses
    return made


def clauses(title: str) -> Markup:
    """A Chinese title in pieces that stay on one line where they can; Chinese marks no words to break between."""
    pieces = re.findall(r"[^，：；、？！]+[，：；、？！”’）》]*", title)
    if len(pieces) < 2 or "".join(pieces) != title:
        return Markup("{}").format(title)
    return Markup("").join(Markup('<span class="clause">{}</span>').format(piece) for piece in pieces)


def render(template: str, /, **context: object) -> str:
    """The file `template` filled with `context`."""
    return environment().get_template(template).render(**context)


def render_block(template: str, name: str, /, **context: object) -> str:
    """One block of the file `template`; what stands outside of the block is not there for it."""
    page = environment().get_template(template)
    return "".join(page.blocks[name](page.new_context(context)))


@dataclass(frozen=True)
class Link:
    """An address with its words; `more` stands behind it, `current` marks the page the reader is on."""

    href: str
    label: str
    more: str = ""
    current: bool = False


@dataclass(frozen=True)
class Preview:
    """The picture of a page, as a path, for who shares the page's address; `square` where there is one of those too."""

    picture: str
    alt: str
    square: str = ""
    width: int = CARD[0]
    height: int = CARD[1]


@dataclass(frozen=True)
class PageFrame:
    """The surroundings of one page. `path` is its address without the language, as `topics/ai`; an error has none."""

    site: Site
    lang: Lang
    path: str | None
    asset: Callable[[str], str]
    start: WorkbenchStart = field(default_factory=WorkbenchStart)
    written: WrittenPages = field(default_factory=WrittenPages)

    @property
    def urls(self) -> Urls:
        """The addresses in the page's language."""
        return Urls(self.lang)

    def write(
        self,
        template: str,
        content: object = None,
        *,
        title: str,
        description: str,
        query: Query = (),
        subject: Linked = MappingProxyType({}),
        preview: Preview | None = None,
    ) -> str:
        """The finished page with `content` for its template.

        `query` is what the reader chose on it, and the other language's page keeps it.
        `subject` is what the page is about, in the words of schema.org; `preview` is what stands for the page
        where its address is shared, if not the site's own picture.
        """
        shell = self._shell(title, description, query, subject, preview or self._own_preview())
        return render(template, **self._surroundings, head=inline.PAGE, shell=shell, content=content)

    def part(self, template: str, content: object, *, head: object = None) -> str:
        """A piece of HTML, or a page of its own `head`, without the site's masthead."""
        return render(template, **self._surroundings, head=head, content=content)

    def blocks(self, template: str, names: Sequence[str], parts: object) -> Mapping[str, str]:
        """Some blocks of a page's template by their names, filled with `parts` alone."""
        return {name: render_block(template, name, **self._surroundings, parts=parts) for name in names}

    def kept(self, write: Callable[[], str], *, quality: int = BROTLI_QUALITY) -> Response:
        """What `write` gives for the path asked for, written and compressed once."""
        return file_response(self.written.get(request.path, write, quality))

    def word(self, name: str, lang: Lang | None = None) -> str:
        """A word of strings.yaml, in the page's language if no other is given."""
        return word(name, lang or self.lang)

    @property
    def _surroundings(self) -> Mapping[str, object]:
        """What every template can use."""
        return {
            "lang": self.lang,
            "word": self.word,
            "urls": self.urls,
            "asset": self.asset,
            "start": self.start,
        }

    def _own_preview(self) -> Preview:
        overview = self.site.catalog.overview
        alt = f"{overview.name[self.lang]}: {self.site.quote(overview.headline[self.lang], self.lang)}"
        return Preview(self.urls.page_card(), alt)

    def window_title(self, title: str) -> str:
        """What the browser calls the page."""
        site_name = self.site.catalog.overview.name[self.lang]
        return title if title == site_name else f"{title} · {site_name}"

    def _shell(self, title: str, description: str, query: Query, subject: Linked, preview: Preview) -> "Shell":
        site_name = self.site.catalog.overview.name[self.lang]
        other: Lang = self.lang.other
        return Shell(
            title=self.window_title(title),
            heading=title,
            description=description,
            site_name=site_name,
            addresses=self._addresses(),
            nav=self._nav(),
            other_language=with_query(Urls(other).page(self.path or ""), query),
            reach=self.site.reach(self.lang),
            linked=self._linked(title, description, subject),
            report=self.report_link(),
            public_url=self.site.settings.public_url,
            preview=preview,
        )

    def _linked(self, title: str, description: str, subject: Linked) -> Markup:
        """What the page is, for search engines; a page of an error is nothing to them."""
        if self.path is None:
            return Markup()
        return web_page(
            self.site, self.lang, self.urls.page(self.path), name=title, description=description, subject=subject
        )

    def _addresses(self) -> Mapping[Lang, str]:
        public = self.site.settings.public_url
        if not public or self.path is None:
            return {}
        return {lang: absolute_url(public, Urls(lang).page(self.path)) for lang in LANGS}

    def report_link(self) -> str:
        """Where a reader tells of an error: a letter or form of the operator's where CONTACT is set, else the page that
        says how to tell.

        A letter begins with the page and the data version, without which nobody can look the error up; a page of an
        error (`path` None) names no address.
        """
        site, contact = self.site, self.site.settings.contact
        if not contact:
            return self.urls.about() + "#report"
        if contact.startswith("https://"):
            return contact
        page = "" if self.path is None else site.settings.public_url + self.urls.page(self.path)
        body = self.word("report_body").format(page=page, version=site.version)
        subject = self.word("report_subject").format(name=site.catalog.overview.name[self.lang])
        return f"mailto:{contact}?{urlencode({'subject': subject, 'body': body}, quote_via=quote)}"

    def _nav(self) -> tuple[Link, ...]:
        section = (self.path or "").partition("/")[0]
        return (
            Link(self.urls.root(), word("overview", self.lang), current=self.path == ""),
            Link(self.urls.board(), word("board", self.lang), current=section == "board"),
            Link(self.urls.topics(), word("topics", self.lang), current=section == "topics"),
            *(Link(self.urls.page(name), word(name, self.lang), current=section == name) for name in _SECTIONS),
        )


#: The pages of the navigation that stand under their own name.
_SECTIONS = ("explore", "compare", "timeline", "stories", "indicators", "sources", "about")


@dataclass(frozen=True)
class Shell:
    """The head, masthead and footer of a page.

    `addresses` are this page's, in full, by language: canonical, og:url and the hreflang pair. All three must be
    absolute, as is that of the picture, so the head carries none of them where PUBLIC_URL is not set; the masthead's
    link to the other language is relative and carries its hreflang always. `linked` is the page in the words of
    schema.org, `report` where a reader tells of an error on it.
    """

    title: str
    heading: str
    description: str
    site_name: str
    addresses: Mapping[Lang, str]
    nav: tuple[Link, ...]
    other_language: str
    reach: str
    linked: Markup
    report: str
    public_url: str
    preview: Preview
