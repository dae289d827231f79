"""How long a chart takes from its figures to its drawing, and to a picture: `python -m tests.bench.bench_svg`."""

import time
from collections.abc import Callable, Mapping
from functools import partial
from statistics import median, quantiles

from app.charts.pictures import poster
from app.charts.registry import layout_chart
from app.charts.scene import Scene
from app.fonts import Fonts
from app.model.text import LANGS, Lang
from app.renderers.palette import LIGHT
from app.renderers.picture import PictureMetadata, write_picture, write_png
from app.renderers.svg import write_svg
from app.settings import Settings
from app.site import Site

WIDTH = 720
_TIMES = 7
#: A picture takes tens of milliseconds; every eighth chart gives the same figures as all.
_EVERY = 8


def main() -> None:
    site = Site.open(Settings())
    names = list(site.catalog.charts)
    for name in names:
        site.chart(name, Lang.ZH)
    print(f"{'':<24} {'charts':>6} {'median ms':>10} {'p95 ms':>8} {'worst ms':>9}  slowest")
    _print("scene", names, lambda name: site.chart(name, Lang.ZH))
    _print("scene, layout, svg", names, lambda name: _drawn(site.chart(name, Lang.ZH)))
    began = time.perf_counter()
    fonts = Fonts.find()
    print(f"{len(fonts.files)} fonts found in {(time.perf_counter() - began) * 1000:.0f} ms")
    pictures = {name: _picture(site.chart(name, Lang.ZH)) for name in names[::_EVERY]}
    for scale in (1, 2, 3):
        _print(f"png, {scale} times", list(pictures), partial(_scaled, pictures, fonts, scale))
    sizes = sorted(len(_drawn(site.chart(name, lang)).encode()) for name in names for lang in LANGS)
    print(f"svg: median {median(sizes) / 1000:.1f} KB, largest {sizes[-1] / 1000:.1f} KB of {len(sizes)}")


def _print(label: str, names: list[str], run: Callable[[str], object]) -> None:
    times = {name: _milliseconds(partial(run, name)) for name in names}
    slowest = max(times, key=lambda name: times[name])
    found = list(times.values())
    p95 = quantiles(found, n=20)[-1]
    print(f"{label:<24} {len(found):>6} {median(found):>10.2f} {p95:>8.2f} {times[slowest]:>9.2f}  {slowest}")


def _milliseconds(run: Callable[[], object]) -> float:
    times = []
    for _ in range(_TIMES):
        began = time.perf_counter()
        run()
        times.append((time.perf_counter() - began) * 1000)
    return median(times)


def _drawn(scene: Scene) -> str:
    return write_svg(layout_chart(scene, WIDTH), id_prefix=scene.chart_id)


def _picture(scene: Scene) -> str:
    return write_picture(
        poster(layout_chart(scene, WIDTH)), id_prefix=scene.chart_id, palette=LIGHT, imprint=PictureMetadata()
    )


def _scaled(pictures: Mapping[str, str], fonts: Fonts, scale: int, name: str) -> bytes:
    return write_png(pictures[name], fonts, scale=scale, imprint=PictureMetadata())


if __name__ == "__main__":
    main()
