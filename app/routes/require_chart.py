"""What an address names, or the refusal of what is not there."""

from app.api_error import ApiError
from app.model.catalog import Catalog


def require_chart(catalog: Catalog, chart_id: str, view_id: str, *, where: str = "path") -> None:
    """Raises Refusal for a chart or view that is not there; `where` is the part of the address that names it."""
    if not catalog.has_chart(chart_id, view_id):
        raise ApiError(404, "not-found", "there is no such chart", where)
