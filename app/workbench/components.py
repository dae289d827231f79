"""Our own Dash component, without a build step: its other half is assets/workbench-components.js.

It draws no second copy of what the page already holds; it binds to the section that the server wrote, so focus,
scroll and open details stay as they are.
"""

from collections.abc import Sequence
from typing import Any, ClassVar

from dash.development.base_component import Component

#: The name of the JavaScript object that holds the browser's half.
NAMESPACE = "beijing"


class Bench(Component):
    """The page's own `<section id="workbench">`: `asked` is what its form says, `answer` what the server makes of it.

    `asked` is a `message.WorkbenchRequest`; `answer` is what `callback.workbench_answer` returns.
    """

    _namespace = NAMESPACE
    _type = "Bench"
    _children_props: ClassVar[list[str]] = []
    _base_nodes: ClassVar[list[str]] = ["children"]
    _prop_names: ClassVar[list[str]] = ["id", "asked", "answer"]
    _valid_wildcard_attributes: ClassVar[list[str]] = []
    available_wildcard_properties: ClassVar[list[str]] = []

    @property
    def available_properties(self) -> Sequence[str]:
        return self._prop_names

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
