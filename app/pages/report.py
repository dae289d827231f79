"""Where a reader tells of an error."""

from urllib.parse import quote, urlencode

from app.model.text import Lang
from app.site import Site
from app.strings import word
from app.urls import Urls


def report_link(site: Site, lang: Lang, path: str | None) -> str:
    """A letter or form of the operator's where CONTACT is set, else the page that says how to tell.

    A letter begins with the page and the data version, without which nobody can look the error up; a page of an
    error (`path` None) names no address.
    """
    contact = site.settings.contact
    if not contact:
        return Urls(lang).about() + "#report"
    if contact.startswith("https://"):
        return contact
    page = "" if path is None else f"{site.settings.public_url}/{lang}/{path}"
    body = word("report_body", lang).format(page=page, version=site.version)
    subject = word("report_subject", lang).format(name=site.catalog.overview.name[lang])
    return f"mailto:{contact}?{urlencode({'subject': subject, 'body': body}, quote_via=quote)}"
