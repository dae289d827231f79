"""Where a workbench stands: the kind of page, and what the page is of."""

from dataclasses import dataclass
from enum import StrEnum

from app.model.catalog import Catalog


class PageKind(StrEnum):
    """The pages that hold a workbench."""

    OVERVIEW = "overview"
    TOPIC = "topic"
    CHART = "chart"
    EXPLORE = "explore"
    COMPARE = "compare"


@dataclass(frozen=True)
class PageRef:
    """A page; `name` is its topic or chart, `view` the chart's view. The other kinds have one page each."""

    kind: PageKind
    name: str = ""
    view: str = ""

    def exists(self, catalog: Catalog) -> bool:
        if self.kind is PageKind.TOPIC:
            return self.name in catalog.topics and not self.view
        if self.kind is PageKind.CHART:
            return catalog.has_chart(self.name, self.view)
        return not (self.name or self.view)
