"""The articles as a table. What an article does not print is `unknown`."""

from typing import NamedTuple

import pandas as pd

from app.data.table import Column, ColumnType, Table, key_column
from app.data.tables.observations import BASES
from app.model.catalog import Catalog
from app.model.source import Source
from app.model.text import Text

UNKNOWN = Text(zh="unknown", en="unknown")


class _Article(NamedTuple):
    source: Source
    observations: int

    @property
    def publisher(self) -> Text:
        return self.source.publisher if isinstance(self.source.publisher, Text) else UNKNOWN

    @property
    def author(self) -> Text:
        return self.source.author if isinstance(self.source.author, Text) else UNKNOWN


_COLUMNS: tuple[Column[_Article], ...] = (
    Column(
        "article",
        Text(zh="报道序号", en="number of the article"),
        is_required=True,
        value=lambda one: one.source.article,
    ),
    Column("title_zh", Text(zh="标题", en="title in Chinese"), is_required=True, value=lambda one: one.source.title.zh),
    Column(
        "title_en",
        Text(zh="标题的英译", en="title in English, our translation"),
        is_required=True,
        value=lambda one: one.source.title.en,
    ),
    Column(
        "short_zh",
        Text(zh="中文简称", en="short name in Chinese"),
        is_required=True,
        value=lambda one: one.source.short.zh,
    ),
    Column(
        "short_en",
        Text(zh="英文简称", en="short name in English"),
        is_required=True,
        value=lambda one: one.source.short.en,
    ),
    Column(
        "publisher_zh",
        Text(zh="刊登媒体；unknown 即原文未注明", en="publisher in Chinese; unknown where not printed"),
        is_required=True,
        value=lambda one: one.publisher.zh,
    ),
    Column(
        "publisher_en",
        Text(zh="刊登媒体的英译", en="publisher in English; unknown where not printed"),
        is_required=True,
        value=lambda one: one.publisher.en,
    ),
    Column(
        "author_zh",
        Text(zh="记者；unknown 即原文未注明", en="author in Chinese; unknown where not printed"),
        is_required=True,
        value=lambda one: one.author.zh,
    ),
    Column(
        "author_en",
        Text(zh="记者的英译", en="author in English; unknown where not printed"),
        is_required=True,
        value=lambda one: one.author.en,
    ),
    Column(
        "published",
        Text(zh="刊出时间", en="when it was published"),
        is_required=True,
        value=lambda one: one.source.published.text,
    ),
    Column(
        "published_basis",
        Text(zh="刊出时间如何得知", en="how that is known"),
        choices=BASES,
        is_required=True,
        value=lambda one: one.source.published_basis.value,
    ),
    Column(
        "address",
        Text(zh="网址；unknown 即原文未注明", en="web address; unknown where not printed"),
        is_required=True,
        value=lambda one: one.source.address,
    ),
    Column(
        "dating_zh",
        Text(zh="时间如何确定", en="how the date was established, in Chinese"),
        is_required=True,
        value=lambda one: one.source.dating.zh,
    ),
    Column(
        "dating_en",
        Text(zh="时间如何确定（英文）", en="how the date was established, in English"),
        is_required=True,
        value=lambda one: one.source.dating.en,
    ),
    Column(
        "observations",
        Text(zh="采自本文的观测数", en="number of observations taken from it"),
        ColumnType.WHOLE,
        is_required=True,
        value=lambda one: one.observations,
    ),
)


def sources(catalog: Catalog, frame: pd.DataFrame) -> Table:
    """The articles with how many rows of the observations' `frame` each has given."""
    counts = frame["source"].value_counts()
    records = {name: _Article(one, int(counts.get(name, 0))) for name, one in catalog.sources.items()}
    return Table.of("sources", key_column("source", Text(zh="来源编号", en="id of the source")), _COLUMNS, records)
