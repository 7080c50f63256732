"""Parquet: names, quotes and casualty figures as a file each, for statistics and data frames."""

import io
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from annotations.errors import UsageError
from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.format import Format, Piece, Writing
from annotations.formats.tables import asking, figures, names, quotes
from annotations.formats.tables.columns import Cell, Columns, Table
from annotations.formats.tables.csv_files import carried
from annotations.model import Layer

if TYPE_CHECKING:
    from pyarrow import Schema

TABLES = (names.TABLE, quotes.TABLE, figures.TABLE)
_GROUP = 10_000
"""Rows that are written at once, and are in memory until then."""


def write(articles: Iterable[AnnotatedArticle], writing: Writing) -> Iterator[Piece]:
    """Yield the row groups of the three files as they become full.

    Raises:
        UsageError: If pyarrow is not installed.
    """
    context = asking.context(writing.settings)
    files = [_File(table) for table in TABLES]
    for each in articles:
        for file in files:
            yield from file.add(file.table.rows(each, context=context))
    for file in files:
        yield from file.close()


class _File:
    """A Parquet file that is taken away piece by piece as it grows."""

    def __init__(self, table: Table) -> None:
        parquet = _pyarrow()
        self.table = table
        self._schema = _schema(table.columns)
        self._sink = _Sink()
        self._writer = parquet.ParquetWriter(self._sink, self._schema, compression="zstd")
        self._rows: list[Mapping[str, Cell]] = []

    def add(self, rows: Iterable[Mapping[str, Cell]]) -> Iterator[Piece]:
        for row in rows:
            self._rows.append(row)
            if len(self._rows) >= _GROUP:
                yield from self._flush()

    def close(self) -> Iterator[Piece]:
        yield from self._flush()
        self._writer.close()
        yield self._piece()

    def _flush(self) -> Iterator[Piece]:
        if self._rows:
            self._writer.write_table(_arrow_table(self._rows, self._schema))
            self._rows.clear()
            yield self._piece()

    def _piece(self) -> Piece:
        return Piece(file=f"{self.table.name}.parquet", data=self._sink.taken())


class _Sink(io.RawIOBase):
    """Holds what is written until it is taken; pyarrow asks where it is, and never goes back."""

    def __init__(self) -> None:
        self._held = bytearray()
        self._before = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._held += data
        return len(data)

    def tell(self) -> int:
        return self._before + len(self._held)

    def taken(self) -> bytes:
        data = bytes(self._held)
        self._before += len(data)
        self._held.clear()
        return data


def _pyarrow() -> Any:
    try:
        from pyarrow import parquet  # 0.2 s and 150 MB on disk, so it is an extra
    except ImportError as error:
        raise UsageError(
            "Parquet takes pyarrow to write.",
            hint="Install it with: pip install 'closeread[parquet]'",
        ) from error
    return parquet


def _schema(columns: Columns) -> "Schema":
    import pyarrow as pa

    kinds = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    return pa.schema([(name, kinds[kind]) for name, kind in columns.items()])


def _arrow_table(rows: Iterable[Mapping[str, Cell]], schema: "Schema") -> Any:
    import pyarrow as pa

    listed = [{name: _storable(value) for name, value in row.items()} for row in rows]
    return pa.Table.from_pylist(listed, schema=schema)


def _storable(value: Cell) -> Cell:
    """A text without lone surrogates, which UTF-8 lacks: they become their escape sequence."""
    if isinstance(value, str):
        return value.encode("utf-8", errors="backslashreplace").decode()
    return value


FORMAT = Format(
    name="parquet",
    title="Parquet tables of names, quotes and casualty figures, for pandas, R and DuckDB",
    suffix="",
    carries=carried(*Layer),
    cannot="the articles' texts, and articles of which no row speaks",
    write=write,
    settings=asking.CONTEXT,
    is_binary=True,
)
