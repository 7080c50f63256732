"""SQLite: an article a row, of the tables that hold articles. Nothing in a database is trusted."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotations.errors import SourceError
from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.options import Options
from annotations.sources.tables.articles import Meaning, prefix_of
from annotations.sources.tables.columns import columns_of, folded
from annotations.sources.tables.field_map import leads_somewhere
from annotations.sources.tables.names import TEXT
from annotations.sources.tables.rows import Row, articles_of
from annotations.text import clean_line

if TYPE_CHECKING:
    from annotations.sources.tables.sqlite import Database, Table

_MAGIC = b"SQLite format 3\0"
_MARK_AT, _MARK = 68, b"clrd"
"""Where SQLite keeps what an application marks its files with, and closeread's mark."""
_NAMED_TABLES = 20
"""Tables that an error lists."""


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read the rows of each table with a column of text, one by one."""
    if given.head.data[_MARK_AT:].startswith(_MARK):
        raise SourceError(
            f"{given.name} is a store of closeread.",
            hint="Open it with --store, or export from it and add that with `closeread import`.",
        )
    from annotations.sources.tables.sqlite import opened  # sqlite3 costs 5 ms

    with given.path() as path, opened(path, given.name) as database:
        for table in _chosen(database, given.name, options):
            name = f"{given.name}, table {clean_line(table.name)}"
            meaning = Meaning(fields=options.fields, prefix=prefix_of(given, table.name))
            try:
                yield from articles_of(_rows(database, table, meaning, name), name, meaning=meaning)
            except SourceError as error:
                yield error


def _rows(
    database: "Database", table: "Table", meaning: Meaning, name: str
) -> Iterator[Row | SourceError]:
    number = 0
    try:
        for number, record in enumerate(database.records(table, meaning.fields), start=1):
            yield Row(where=f"row {number}", record=record)
    except SourceError as error:
        yield SourceError(f"{name}, row {number + 1}: {error.message}.", hint=error.hint)


def _chosen(database: "Database", name: str, options: Options) -> list["Table"]:
    """The tables that are to be read: the one that was named, or the likeliest of those with text.

    Those with whole texts and titles go before those without, such as comments; and tables before
    views and indexes, which show the same rows again.

    Raises:
        SourceError: If there is none.
    """
    tables = database.tables()
    if options.table is not None:
        found = [each for each in tables if each.name.lower() == options.table.lower()]
        if not found:
            wanted = clean_line(options.table)
            raise SourceError(f"{name} has no table {wanted!r}.", hint=_these(tables))
        return found
    if options.fields.get("text"):
        found = [each for each in tables if _has_all(each, options)]
    else:
        found = [each for each in tables if columns_of(each.columns).text]
    if not found:
        raise SourceError(
            f"No table of {name} is known to hold articles.",
            hint=f"Name it, and its columns: --table NAME --map text=COLUMN. {_these(tables)}",
        )
    best = max(map(_likeliness, found))
    return [each for each in found if _likeliness(each) == best]


def _likeliness(table: "Table") -> tuple[bool, bool, bool]:
    columns = columns_of(table.columns)
    is_whole = any(folded(column) in TEXT for column in columns.text)
    return is_whole, bool(columns.others.get("title")), table.is_plain


def _has_all(table: "Table", options: Options) -> bool:
    return leads_somewhere(dict.fromkeys(table.columns), options.fields["text"])


def _these(tables: list["Table"]) -> str:
    if not tables:
        return "It has no tables."
    named = [clean_line(table.name) for table in tables[:_NAMED_TABLES]]
    return f"Its tables are {', '.join(named)}{' …' if len(tables) > len(named) else '.'}"


def recognises(head: Head) -> bool:
    """Whether an input begins as SQLite's files do."""
    return head.data.startswith(_MAGIC)


KIND = Kind(
    name="SQLite",
    suffixes=(".db", ".sqlite", ".sqlite3", ".db3"),
    recognises=recognises,
    read=read,
)
