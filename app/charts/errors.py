"""The one error of this layer: data that cannot honestly take the kind of chart asked for."""

from app.model.text import Lang, Text


class DishonestChartError(ValueError):
    """The chart would say more than its figures do; `sentence` tells the reader and the curator why."""

    def __init__(self, *, zh: str, en: str) -> None:
        super().__init__(en)
        self.sentence = Text(zh=zh, en=en)

    def reason(self, lang: Lang) -> str:
        """Why not, for the reader, in one sentence."""
        return self.sentence[lang]
