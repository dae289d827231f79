"""The Jinja environment of the pages: everything is escaped, and an unknown name in a template is an error."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined


@cache
def environment() -> Environment:
    return Environment(
        loader=PackageLoader("app.pages", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, /, **context: object) -> str:
    """The file `template` filled with `context`."""
    return environment().get_template(template).render(**context)
