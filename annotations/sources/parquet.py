"""Parquet: an article a row, read a few hundred at a time; with the extra `parquet`."""

from collections.abc import Iterator
from typing import BinaryIO

from annotations.errors import SourceError
from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.options import Options
from annotations.sources.tables.articles import Meaning, prefix_of
from annotations.sources.tables.columns import wanted
from annotations.sources.tables.rows import Row, articles_of

_MAGIC = b"PAR1"
_BATCH = 256
"""Rows that are in memory at once."""
_BUFFER = 1_000_000
"""Bytes of a column that are read from the file at once."""


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read the rows one by one. Rows are counted from 1, there being no header."""
    meaning = Meaning(fields=options.fields, prefix=prefix_of(given))
    with given.file() as file:
        yield from articles_of(_rows(file, given.name, meaning), given.name, meaning=meaning)


def _rows(file: BinaryIO, name: str, meaning: Meaning) -> Iterator[Row | SourceError]:
    try:
        from pyarrow.parquet import ParquetFile  # 0.2 s and 150 MB on disk, so it is an extra
    except ImportError as error:
        raise SourceError(
            f"{name} is Parquet, which takes pyarrow to read.",
            hint="Install it with: pip install 'closeread[parquet]'",
        ) from error
    table = ParquetFile(file, pre_buffer=False, buffer_size=_BUFFER)
    columns = wanted(tuple(table.schema_arrow.names), meaning.fields)
    number = 0
    for batch in table.iter_batches(batch_size=_BATCH, columns=list(columns), use_threads=False):
        for record in batch.to_pylist():
            number += 1
            yield Row(where=f"row {number}", record=record)


def recognises(head: Head) -> bool:
    """Whether an input begins as Parquet does."""
    return head.data.startswith(_MAGIC)


KIND = Kind(name="Parquet", suffixes=(".parquet",), recognises=recognises, read=read)
