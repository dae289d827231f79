"""What the search page says of words that stand nowhere."""

import pytest
from flask.testing import FlaskClient

from app.urls import Urls

SAID = (
    ("zh", "研发强度", "本站收录的指标、数字和事件里没有“研发强度”；报道原文里也许有这个词。没有找到。"),
    (
        "en",
        "R&D spending",
        "No indicator, figure or event here has “R&amp;D spending”; the articles themselves may use the word. "
        "Nothing was found.",
    ),
)


@pytest.mark.parametrize(("lang", "text", "said"), SAID)
def test_the_page_says_that_words_stand_nowhere(client: FlaskClient, lang: str, text: str, said: str) -> None:
    address = Urls(lang).search((("q", text),))
    assert said in client.get(address).text
    suggested = client.get(f"{address}&part=1").text
    assert said.rpartition("”")[0] in suggested
