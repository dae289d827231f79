"""Which function writes what stands at an address: `@route(RULES.about())` above it is all that a page needs."""

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import TypeVar

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from app.assets import WrittenPages
from app.model.text import Lang
from app.pages.frame import PageFrame
from app.site import Site
from app.start import WorkbenchStart
from app.urls import Urls

Write = TypeVar("Write", bound=Callable[..., ResponseReturnValue])


@dataclass(frozen=True)
class PageRoute:
    """A rule of `urls.RULES` and the function that answers: it takes the frame and the ids by their names."""

    rule: str
    methods: tuple[str, ...]
    write: Callable[..., ResponseReturnValue]


_ROUTES: list[PageRoute] = []


def route(*rules: str, methods: tuple[str, ...] = ("GET",)) -> Callable[[Write], Write]:
    """Registers a page; it raises NotFound for ids that name nothing."""

    def register(write: Write) -> Write:
        _ROUTES.extend(PageRoute(rule, methods, write) for rule in rules)
        return write

    return register


def pages(site: Site, asset: Callable[[str], str], start: WorkbenchStart) -> Blueprint:
    """Every page of this package in both languages."""
    package = __name__.rpartition(".")[0]
    for module in pkgutil.iter_modules(import_module(package).__path__):
        import_module(f"{package}.{module.name}")
    blueprint = Blueprint("pages", __name__)
    frame = partial(PageFrame, site, asset=asset, start=start, written=WrittenPages())
    for page in sorted(_ROUTES, key=lambda each: each.rule):
        _add(blueprint, page, frame)
    return blueprint


def _add(blueprint: Blueprint, page: PageRoute, frame: Callable[..., PageFrame]) -> None:
    def view(lang: Lang, **ids: str) -> ResponseReturnValue:
        return page.write(frame(lang, Urls(lang).item(request.path)), **ids)

    blueprint.add_url_rule(page.rule, page.rule.replace(".", "-"), view, methods=page.methods)
