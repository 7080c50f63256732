"""Parquet that pyarrow reads: the same cells as in CSV, with their types."""

import builtins
import io
from typing import Any

import pytest

from annotations.errors import UsageError
from annotations.formats import Piece, Writing
from annotations.formats.tables import parquet
from annotations.formats.tables.parquet import FORMAT, TABLES
from tests.annotations.formats.hard_articles import hard_articles

pq = pytest.importorskip("pyarrow.parquet")


def written() -> dict[str, bytes]:
    """The files by their names."""
    files: dict[str, bytes] = {}
    for piece in FORMAT.write(hard_articles(), Writing()):
        assert isinstance(piece, Piece)
        assert isinstance(piece.data, bytes)
        files[piece.file] = files.get(piece.file, b"") + piece.data
    return files


def test_pyarrow_reads_the_rows_of_the_tables() -> None:
    files = written()
    assert sorted(files) == ["entities.parquet", "figures.parquet", "quotes.parquet"]
    for table in TABLES:
        found = pq.read_table(io.BytesIO(files[f"{table.name}.parquet"]))
        assert found.column_names == list(table.columns)
        rows = [row for each in hard_articles() for row in table.rows(each)]
        empty = dict.fromkeys(table.columns)
        assert found.to_pylist() == [empty | row for row in rows]


def test_columns_have_types() -> None:
    found = pq.read_schema(io.BytesIO(written()["figures.parquet"]))
    kinds = [str(found.field(name).type) for name in ("quote", "count_min", "latitude", "is_part")]
    assert kinds == ["string", "int64", "double", "bool"]


def test_row_groups_follow_as_rows_come(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "_GROUP", 2)
    file = pq.ParquetFile(io.BytesIO(written()["entities.parquet"]))
    assert file.num_row_groups == (file.metadata.num_rows + 1) // 2 > 1


def test_without_pyarrow_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    given = builtins.__import__

    def missing(name: str, *more: Any, **others: Any) -> Any:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return given(name, *more, **others)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(UsageError, match="takes pyarrow") as told:
        written()
    assert "closeread[parquet]" in str(told.value)
