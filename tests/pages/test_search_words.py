"""What the search page says of words that stand nowhere."""

import pytest
from flask.testing import FlaskClient

from app import urls

SAID = (
    ("zh", "研发强度", "报道和本站都没有写“研发强度”。没有找到。"),
    ("en", "R&D spending", "Neither the articles nor this site have “R&amp;D spending”. Nothing was found."),
)


@pytest.mark.parametrize(("lang", "text", "said"), SAID)
def test_the_page_says_that_words_stand_nowhere(client: FlaskClient, lang: str, text: str, said: str) -> None:
    address = urls.with_query(urls.search(lang), (("q", text),))
    assert said in client.get(address).text
    suggested = client.get(f"{address}&part=1").text
    assert said.rpartition("”")[0] in suggested
