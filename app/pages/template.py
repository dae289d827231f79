"""The Jinja environment of the pages: everything is escaped, and an unknown name in a template is an error."""

import re
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup


@cache
def environment() -> Environment:
    made = Environment(
        loader=PackageLoader("app.pages", ""),
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
    found = environment().get_template(template)
    return "".join(found.blocks[name](found.new_context(context)))
