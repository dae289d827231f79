"""What a journalist pastes: HTML for other people's pages, every text in it escaped."""

from collections.abc import Mapping

from markupsafe import Markup


def iframe(address: str, *, title: str, height: int, width: str = "100%") -> Markup:
    """One frame, of a fixed height where its page runs no script."""
    return Markup(
        '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" frameborder="0" scrolling="auto"></iframe>'
    ).format(address, title, width, height)


def scripted(
    name: str,
    *,
    lang: str,
    version: str,
    title: str,
    heights: Mapping[int, int],
    loader: str,
    picture: str,
    page: str,
    alt: str,
) -> Markup:
    """A place for the loader to fill, with the picture for readers without scripts. `name` is `chart` or `chart/view`.

    `version` is the release whose chart it is, empty for the chart that keeps up with updates.
    `heights` are the embed's by the least width of its frame, so that the page does not move when it arrives.
    """
    reserved = " ".join(f"{width}:{height}" for width, height in heights.items())
    fixed = Markup(' data-version="{}"').format(version) if version else ""
    return Markup(
        '<div data-beijing-chart="{}" data-lang="{}"{} data-title-text="{}" data-heights="{}">'
        '<noscript><a href="{}"><img src="{}" width="100%" alt="{}"></a></noscript></div>\n'
        '<script async src="{}"></script>'
    ).format(name, lang, fixed, title, reserved, page, picture, alt, loader)


def image(picture: str, *, page: str, alt: str) -> Markup:
    """The picture alone, leading to its page."""
    return Markup('<a href="{}"><img src="{}" width="100%" alt="{}"></a>').format(page, picture, alt)
