"""Where pictures are made: scenes in, SVG, PNG and the WeChat pack out."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.api_error import ApiError
from app.charts.frames.long_picture import SCALE, long_picture
from app.charts.frames.poster import Poster, poster
from app.charts.frames.shaped import LEAST_ALONE, LEAST_IN_FEED, TooHighError, shaped
from app.charts.frames.text_card import TextCard, text_card
from app.charts.layout_chart import layout_chart
from app.charts.scene import Scene
from app.fonts import Fonts, NoFontError
from app.model.text import LANGS, Lang
from app.renderers.palette import LIGHT
from app.renderers.picture import picture
from app.renderers.picture_metadata import PictureMetadata
from app.renderers.png import png
from app.renderers.wechat import caption, pack
from app.routes.picture_params import PictureParams
from app.site import Site
from app.strings import word
from app.urls import Urls, absolute_url

#: No picture has more pixels than this, or one request could take a worker's memory.
_MOST_PIXELS = 40_000_000

Size = tuple[int, int]


@dataclass(frozen=True)
class PictureService:
    """The site's pictures, drawn with this machine's fonts."""

    site: Site
    fonts: Fonts

    def drawing(self, scene: Scene, wanted: PictureParams) -> str:
        """The chart as SVG; raises Refusal 400 where it could not be read in the shape that is wanted."""
        return self._drawing(scene, self._poster(scene, wanted), wanted)

    def pixels(self, scene: Scene, wanted: PictureParams) -> bytes:
        """The chart as PNG; raises Refusal 400 where that would be too large."""
        drawn = self._poster(scene, wanted)
        if wanted.width * drawn.height * wanted.scale**2 > _MOST_PIXELS:
            raise ApiError(
                400, "too-large", "this picture would be too large; ask for a smaller scale or width", "scale"
            )
        return self._png(self._drawing(scene, drawn, wanted), wanted.scale, self._imprint(scene))

    def card(self, scene: Scene, size: Size) -> bytes:
        """The chart for who shares its address: in exactly `size`, or its words where the chart is too high for it."""
        site_name = self.site.catalog.overview.name[scene.lang]
        try:
            found = shaped(scene, size, least=LEAST_IN_FEED, signed=site_name)
        except TooHighError:
            found = text_card(TextCard(scene.lang, site_name, scene.title, scene.subtitle, scene.source_line), size)
        return self._made(found, 1, self._imprint(scene))

    def page_card(self, lang: Lang, size: Size) -> bytes:
        """The same for the pages without a chart."""
        words = self.site.catalog.overview
        headline = self.site.quote(words.headline[lang], lang)
        foot = f"{word('reach', lang)} {self.site.reach(lang)}"
        public = self.site.settings.public_url
        card = TextCard(lang, words.name[lang], headline, self.site.quote(words.lead[lang], lang), foot)
        imprint = PictureMetadata(
            words.name[lang], foot, self.site.version, public and absolute_url(public, Urls(lang).root())
        )
        return self._made(text_card(card, size), 1, imprint)

    def wechat(self, chart_id: str, view_id: str, lang: Lang) -> bytes:
        """The pack for an article in WeChat: the long picture, and captions in both languages."""
        scenes: Mapping[Lang, Scene] = {each: self.site.chart(chart_id, each, view_id) for each in LANGS}
        scene = scenes[lang]
        imprint = self._imprint(scene)
        long = long_picture(
            scene,
            site_name=self.site.catalog.overview.name[lang],
            invitation=word("wechat_scan", lang),
            address=imprint.address,
        )
        captions = {each: caption(scenes[each], address=self._imprint(scenes[each]).address) for each in LANGS}
        stem = "-".join(part for part in (chart_id, view_id) if part)
        return pack(stem, lang, self._made(long, SCALE, imprint), captions)

    def _drawing(self, scene: Scene, drawn: Poster, wanted: PictureParams) -> str:
        return picture(
            drawn,
            id_prefix=scene.chart_id,
            palette=wanted.palette,
            imprint=self._imprint(scene),
            ground=wanted.ground,
        )

    def _poster(self, scene: Scene, wanted: PictureParams) -> Poster:
        address = self._imprint(scene).address
        if not wanted.aspect:
            return poster(layout_chart(scene, wanted.width - 2 * wanted.margin), margin=wanted.margin, signed=address)
        try:
            return shaped(scene, wanted.size, least=LEAST_ALONE, signed=address)
        except TooHighError:
            sentence = "this chart could not be read in this shape; ask for a greater width or a higher shape"
            raise ApiError(400, "too-high", sentence, "aspect") from None

    def _imprint(self, scene: Scene) -> PictureMetadata:
        """The address is where the chart stands on the web; it has none while that is not known."""
        public = self.site.settings.public_url
        address = absolute_url(public, scene.href) if public else ""
        return PictureMetadata(scene.title, scene.source_line, self.site.version, address)

    def _made(self, found: Poster, scale: int, imprint: PictureMetadata) -> bytes:
        return self._png(picture(found, id_prefix="picture", palette=LIGHT, imprint=imprint), scale, imprint)

    def _png(self, drawing: str, scale: int, imprint: PictureMetadata) -> bytes:
        try:
            return png(drawing, self.fonts, scale=scale, imprint=imprint)
        except NoFontError as error:
            raise ApiError(503, "no-font", str(error)) from error
