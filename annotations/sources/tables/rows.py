"""The rows of a table, or the records of a document, as articles."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain, islice

from annotations.errors import SourceError
from annotations.sources.kinds import Item
from annotations.sources.tables.articles import Meaning, NoText
from annotations.sources.tables.columns import columns_of
from annotations.sources.tables.field_map import leads_somewhere
from annotations.sources.tables.shapes import record_proper
from annotations.text import clean_line

_SAMPLE = 200
"""Rows that are looked at before the first becomes an article."""
_SAMPLE_SIZE = 8_000_000
"""Characters of them, about."""
_NAMED_COLUMNS = 20
"""Columns that an error lists."""
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One record, and where it is."""

    where: str
    """As in "dump.csv, row 12", without the name of the input."""
    record: Mapping[str, object]
    original: bytes | None = None
    """The bytes of the record."""


def articles_of(
    rows: Iterable[Row | SourceError],
    name: str,
    *,
    meaning: Meaning,
    origin: str | None = None,
) -> Iterator[Item]:
    """Yield an article for each row that has a text, and an error in the place of a bad one.

    Rows without a text, of which there may be many, are counted and told of in one error at the
    end. A column that is called like an id, and has a value twice in the first rows, is none.

    Args:
        rows: Read when they are asked for, but for the first few hundred.
        name: What errors call the input.
        meaning: What its columns mean.
        origin: Where it is, if an article that is the only one in it is to be known by that.

    Raises:
        SourceError: If no column of the first rows is one with text, or if a person has spoken of
            a column that none of them has.
    """
    rows = iter(rows)
    sample = list(_first(rows))
    if not sample:
        raise SourceError(f"{name} has no records.")
    records = list(_proper(sample))
    if records:
        _check(records, name, meaning)
        meaning = replace(meaning, no_ids=frozenset(_repeated(records, meaning)))
    if len(sample) == 1:
        sample.extend(islice(rows, 1))
        meaning = replace(meaning, origin=origin if len(sample) == 1 else None)
    empty = Empty()
    for row in chain(sample, rows):
        if isinstance(row, SourceError):
            yield row
            continue
        place = name if meaning.origin else f"{name}, {row.where}"
        try:
            yield meaning.article(row.record, read_from=place, original=row.original)
        except NoText:
            empty.count(row.where)
        except SourceError as error:
            yield SourceError(f"{name}, {row.where}: {error.message}.", hint=error.hint)
    yield from empty.told(name)


@dataclass(slots=True)
class Empty:
    """Rows without a text, of which there may be many."""

    number: int = 0
    first: str = ""

    def count(self, where: str) -> None:
        """Count one more."""
        self.number += 1
        self.first = self.first or where

    def told(self, name: str) -> Iterator[SourceError]:
        """One error for all of them."""
        if self.number == 1:
            yield SourceError(f"{name}, {self.first}: the record has no text.")
        elif self.number:
            yield SourceError(
                f"{name}: {self.number} records have no text; the first is {self.first}."
            )


def _first(rows: Iterator[Row | SourceError]) -> Iterator[Row | SourceError]:
    """The sample: some rows, and fewer where they are large."""
    size = 0
    for count, row in enumerate(rows, start=1):
        yield row
        if isinstance(row, Row):
            size += sum(len(value) for value in row.record.values() if isinstance(value, str))
        if count == _SAMPLE or size > _SAMPLE_SIZE:
            return


def _proper(rows: Iterable[Row | SourceError]) -> Iterator[Mapping[str, object]]:
    for row in rows:
        with suppress(SourceError):  # is said when its turn comes
            if isinstance(row, Row):
                yield record_proper(row.record)


def _check(records: list[Mapping[str, object]], name: str, meaning: Meaning) -> None:
    """That what is needed to make articles of some records is there."""
    columns = list(dict.fromkeys(column for record in records for column in record))
    for column in meaning.fields.values():
        if column and not any(leads_somewhere(record, column) for record in records):
            raise SourceError(
                f"{name} has no column {clean_line(column)!r}.", hint=columns_listed(columns)
            )
    if not any(map(meaning.has_text, records)):
        links = columns_of(tuple(columns)).others.get("url")
        only = f", only links ({clean_line(links[0])})" if links else ""
        raise SourceError(
            f"No column of {name} is known to hold the text of articles{only}.",
            hint=which_is_text(columns),
        )


def which_is_text(columns: Iterable[str]) -> str:
    """What to do where no column is known to hold the text."""
    return f"Say which does: --map text=COLUMN. {columns_listed(columns)}"


def columns_listed(columns: Iterable[str]) -> str:
    """The columns of a table as a sentence, so that a person can say which is meant."""
    columns = list(columns)
    if not columns:
        return "It has no columns."
    named = [clean_line(column)[:_LONGEST_NAME] for column in columns[:_NAMED_COLUMNS]]
    return f"Its columns are {', '.join(named)}{' …' if len(columns) > len(named) else '.'}"


def _repeated(records: list[Mapping[str, object]], meaning: Meaning) -> Iterator[str]:
    """Columns called like an id that say the same of two records."""
    seen: set[tuple[str, str]] = set()
    for record in records:
        for said in meaning.ids(record):
            if said in seen:
                yield said[0]
            seen.add(said)
