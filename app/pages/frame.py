"""What every page needs besides its own content: the site, the language, its addresses, its assets."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from app import urls
from app.model.text import LANGS, Lang
from app.pages.template import render
from app.site import Site
from app.start import WorkbenchStart
from app.strings import word


@dataclass(frozen=True)
class Link:
    """An address with its words; `more` stands behind it, `current` marks the page the reader is on."""

    href: str
    label: str
    more: str = ""
    current: bool = False


@dataclass(frozen=True)
class PageFrame:
    """The surroundings of one page. `path` is its address without the language, as `topics/ai`."""

    site: Site
    lang: Lang
    path: str
    asset: Callable[[str], str]
    start: WorkbenchStart

    def write(self, template: str, /, *, title: str, description: str, **content: object) -> str:
        """The finished page."""
        return render(
            template,
            lang=self.lang,
            word=partial(word, lang=self.lang),
            urls=urls,
            asset=self.asset,
            start=self.start,
            shell=self._shell(title, description),
            **content,
        )

    def _shell(self, title: str, description: str) -> "Shell":
        site_name = self.site.catalog.overview.name[self.lang]
        public = self.site.settings.public_url
        return Shell(
            title=title if title == site_name else f"{title} · {site_name}",
            description=description,
            site_name=site_name,
            canonical=f"{public}/{self.lang}/{self.path}" if public else "",
            alternates=tuple((_CODES[lang], f"{public}/{lang}/{self.path}") for lang in LANGS),
            nav=self._nav(),
            other_language=f"/{'en' if self.lang == 'zh' else 'zh'}/{self.path}",
            reach=self.site.reach(self.lang),
        )

    def _nav(self) -> tuple[Link, ...]:
        return (
            Link(urls.root(self.lang), word("overview", self.lang), current=self.path == ""),
            Link(urls.topics(self.lang), word("topics", self.lang), current=self.path.startswith("topics/")),
            Link(urls.sources(self.lang), word("sources", self.lang), current=self.path.startswith("sources")),
        )


@dataclass(frozen=True)
class Shell:
    """The head, masthead and footer of a page."""

    title: str
    description: str
    site_name: str
    canonical: str
    alternates: tuple[tuple[str, str], ...]
    nav: tuple[Link, ...]
    other_language: str
    reach: str


_CODES: dict[Lang, str] = {"zh": "zh-CN", "en": "en"}
