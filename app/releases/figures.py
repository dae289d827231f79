"""Published figures and milestones as tables of text: what a release keeps, and what the data are held to later."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.data.datum import Datum, full_name
from app.data.table import Table
from app.data.tables.observations import COLUMNS, KEY, WORD_COLUMNS
from app.model.period import Period, PeriodBasis
from app.model.text import LANGS, Text
from app.quantities.period_text import period_text
from app.releases.record import Noun
from app.renderers.tabular import unshielded, write_csv, write_csv_lines

#: The columns that tell one published figure from another; wordings of ours are not among them.
_VALUE = ("value_base", "value_low", "value_high", "qualifier", "unit", "target")
_PERIOD = ("period", "period_basis")
_WHOSE = ("geography", "subject", "category")

Key = tuple[Noun, str]
Row = Mapping[str, str]


@dataclass(frozen=True)
class Aspect:
    """One thing that is said of a figure: `key` is compared, `words` are shown."""

    key: tuple[str, ...]
    words: Text


@dataclass(frozen=True)
class PublishedFigure:
    """A published figure or milestone. The first facet is what is shown of it, the second its period if it has more.

    `operands` are the ids it was computed from.
    """

    name: Text
    facets: tuple[Aspect, ...]
    operands: tuple[str, ...] = ()


Figures = Mapping[Key, PublishedFigure]


def published(tables: Mapping[str, Table], data: Mapping[str, Datum]) -> Mapping[str, str]:
    """Every table as CSV by its name, those of figures and milestones with their words in both languages."""
    plain = {name: write_csv(table) for name, table in tables.items()}
    return plain | {
        "observations": _observations(data),
        "milestones": _milestones(tables["milestones"]),
    }


def published_figures(csv_of: Mapping[str, str]) -> Mapping[Key, PublishedFigure]:
    """What the tables that `published` writes say, in their order."""
    observed = {("figure", row["observation"]): _figure(row) for row in _rows(csv_of["observations"])}
    happened = {("milestone", row["milestone"]): _milestone(row) for row in _rows(csv_of["milestones"])}
    figures: dict[Key, PublishedFigure] = {}
    figures.update(observed)  # type: ignore[arg-type]  # a literal in a comprehension's key is a str to mypy
    figures.update(happened)  # type: ignore[arg-type]
    return figures


def _observations(data: Mapping[str, Datum]) -> str:
    table = Table.of("observations", KEY, (*COLUMNS, *WORD_COLUMNS), data)
    header = [*table.header, *_both("name"), *_both("definition")]
    rows = [(*row, *_names(datum)) for row, datum in zip(table.rows, data.values(), strict=True)]
    return write_csv_lines(header, rows)


def _names(datum: Datum) -> tuple[str, ...]:
    return (*(full_name(datum, lang) for lang in LANGS), *(datum.definition.name[lang] for lang in LANGS))


def _milestones(table: Table) -> str:
    places = table.places
    header = [*places, *_both("when")]
    columns = [places[name] for name in ("period", "period_basis", "lane")]
    rows = [(*row, *_when(*(str(row[place]) for place in columns))) for row in table.rows]
    return write_csv_lines(header, rows)


def _when(text: str, basis: str, lane: str) -> tuple[str, ...]:
    when = Period.parse(text), PeriodBasis(basis)
    return tuple(period_text(*when, lang, is_goal=lane == "plan").text for lang in LANGS)


def _both(name: str) -> tuple[str, ...]:
    return tuple(f"{name}_{lang}" for lang in LANGS)


def _rows(text: str) -> Iterator[Row]:
    for row in csv.DictReader(io.StringIO(text, newline="")):
        yield {name: unshielded(cell) for name, cell in row.items()}


def _figure(row: Row) -> PublishedFigure:
    name = _text(row, "name")
    computed = row["derived"].split()
    facets = (
        Aspect((*_cells(row, _VALUE), str(bool(computed))), _text(row, "shown")),
        Aspect(_cells(row, _PERIOD), _text(row, "when")),
        Aspect((row["definition"],), _text(row, "definition")),
        Aspect(_cells(row, _WHOSE), name),
    )
    return PublishedFigure(name, facets, tuple(computed[1:]))


def _milestone(row: Row) -> PublishedFigure:
    return PublishedFigure(_text(row, "title"), (Aspect(_cells(row, _PERIOD), _text(row, "when")),))


def _cells(row: Row, columns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(row[column] for column in columns)


def _text(row: Row, name: str) -> Text:
    return Text(zh=row[f"{name}_zh"], en=row[f"{name}_en"])
