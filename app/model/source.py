"""A newspaper article: what it prints about itself, and how its date was worked out."""

from typing import Annotated, Literal

from pydantic import Field

from app.model.period import PeriodBasis, PeriodField
from app.model.record import Line, Record
from app.model.text import Text


class Source(Record):
    """An article. What it does not print is `unknown`, never supplied from memory."""

    article: Annotated[str, Field(pattern=r"^[0-9]{3}$")]
    title: Text
    short: Text
    publisher: Text | Literal["unknown"]
    author: Text | Literal["unknown"]
    published: PeriodField
    published_basis: Annotated[PeriodBasis, Field(strict=False)]
    address: Line
    dating: Text
    contradictions: tuple[Text, ...] = ()
