"""A scene made ready for a page: its drawings at every width, its table and its words."""

from dataclasses import dataclass

from markupsafe import Markup

from app.charts.layout import WIDTHS
from app.charts.registry import layout_chart
from app.charts.scene import KeyEntry, Scene
from app.model.text import Lang
from app.renderers.svg import write_svg
from app.renderers.words import write_table
from app.urls import Urls


@dataclass(frozen=True)
class Picture:
    """One drawing of a chart, laid out for containers of at least `width` pixels."""

    width: int
    height: float
    svg: Markup


@dataclass(frozen=True)
class Collect:
    """What a brief calls a chart or figure, what the reader does, and the address of a brief of it alone."""

    item: str
    label: str
    href: str


@dataclass(frozen=True)
class ChartCard:
    """A chart as a page shows it. `collect` leads to a brief of it alone; a chart without a page has none."""

    kind: str
    title: str
    subtitle: str
    source_line: str
    href: str
    empty: str
    notes: tuple[str, ...]
    key: tuple[KeyEntry, ...]
    pictures: tuple[Picture, ...]
    table: Markup
    collect: Collect | None = None


@dataclass(frozen=True)
class PanelCard:
    """A panel's card under the panel's name, with what must be known of it."""

    panel: str
    card: ChartCard
    notes: tuple[str, ...] = ()


def chart_card(scene: Scene, *, widths: tuple[int, ...] = WIDTHS, target: str = "") -> ChartCard:
    """The card of a scene; an empty scene has its sentence and no drawings. `target` is where the marks open."""
    return ChartCard(
        kind=scene.kind.value,
        title=scene.title,
        subtitle=scene.subtitle,
        source_line=scene.source_line,
        href=scene.href,
        empty=scene.empty,
        notes=scene.notes,
        key=scene.key,
        pictures=() if scene.empty else tuple(_picture(scene, width, target) for width in widths),
        table=Markup("") if scene.empty else Markup(write_table(scene)),  # noqa: S704 - the renderer escapes
        collect=collect(scene.href, scene.title, scene.lang) if scene.href and not scene.empty else None,
    )


def collect(href: str, label: str, lang: Lang) -> Collect:
    """For the chart or figure whose page stands at `href`."""
    urls = Urls(lang)
    item = urls.item(href)
    return Collect(item, label, urls.brief([item]))


def _picture(scene: Scene, width: int, target: str) -> Picture:
    layout = layout_chart(scene, width)
    drawing = write_svg(layout, id_prefix=f"{scene.chart_id}-{width}", target=target)
    return Picture(width, layout.height, Markup(drawing))  # noqa: S704 - the renderer escapes
