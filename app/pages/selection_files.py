"""Links to the files of what a reader chose on a page."""

from app import urls
from app.pages.frame import Link


def selection_files(address: str) -> list[Link]:
    """CSV, XLSX and JSON of the choice in a page's address."""
    return [Link(urls.selection_file(address, ending=each), each.upper()) for each in ("csv", "xlsx", "json")]
