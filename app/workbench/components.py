"""Our own Dash components, without a build step: their other half is assets/workbench-components.js.

They draw no second copy of what the page already holds; each binds to the element that the server wrote, so focus,
scroll and open details stay as they are.
"""

from collections.abc import Sequence
from typing import Any, ClassVar

from dash.development.base_component import Component

#: The name of the JavaScript object that holds the browser's halves.
NAMESPACE = "beijing"


class _Bound(Component):
    """What all of ours share with the components that Dash generates."""

    _namespace = NAMESPACE
    _type = "Bound"
    _children_props: ClassVar[list[str]] = []
    _base_nodes: ClassVar[list[str]] = ["children"]
    _prop_names: ClassVar[list[str]] = ["id"]
    _valid_wildcard_attributes: ClassVar[list[str]] = []
    available_wildcard_properties: ClassVar[list[str]] = []

    @property
    def available_properties(self) -> Sequence[str]:
        return self._prop_names

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)


class Reader(_Bound):
    """Tells `page` (language, theme, widths, first choice); `query` becomes the address's."""

    _type = "Reader"
    _prop_names: ClassVar[list[str]] = ["id", "page", "query"]


class Select(_Bound):
    """The page's own `<select name=…>`: `options` are {value, label} each, `value` the one chosen."""

    _type = "Select"
    _prop_names: ClassVar[list[str]] = ["id", "name", "options", "value"]


class Panel(_Bound):
    """The page's own `<figure data-panel=…>`: `html` is its new self, `label` is spoken, `children` is its graph."""

    _type = "Panel"
    _prop_names: ClassVar[list[str]] = ["children", "id", "panel", "html", "label"]
