"""What an address names, or the refusal of what is not there."""

from app.answer import Refusal
from app.model.catalog import Catalog


def known_chart(catalog: Catalog, chart_id: str, view_id: str, *, where: str = "path") -> None:
    """Raises Refusal for a chart or view that is not there; `where` is the part of the address that names it."""
    if not catalog.has_chart(chart_id, view_id):
        raise Refusal(404, "not-found", "there is no such chart", where)
