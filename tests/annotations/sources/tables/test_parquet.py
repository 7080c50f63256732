"""Parquet, with the extra that reads it and without."""

import datetime
import io
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Article
from tests.annotations.sources.tables.reading_bytes import items

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")


def made(columns: dict[str, list[object]], **options: object) -> bytes:
    sink = io.BytesIO()
    pq.write_table(pa.table(columns), sink, **options)
    return sink.getvalue()


ROWS: dict[str, list[object]] = {
    "id": [1, 2],
    "headline": ["Market", None],
    "content": ["Shells fell.", "It stopped."],
    "date": [datetime.datetime(2016, 10, 20, 8, tzinfo=datetime.UTC), None],
    "authors": [["Mara Dell"], []],
    "embedding": [[0.5] * 8, [0.25] * 8],
}


@pytest.mark.parametrize("compression", ["none", "snappy", "zstd", "gzip"])
def test_a_data_set(compression: str) -> None:
    first, second = items(made(ROWS, compression=compression), name="train-00000.parquet")
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.id, first.title, first.text) == ("train-00000-1", "Market", "Shells fell.")
    assert (first.published, first.byline) == ("2016-10-20T08:00:00+00:00", ("Mara Dell",))
    assert (second.read_from, second.published) == ("train-00000.parquet, row 2", None)


def test_columns_that_a_person_names() -> None:
    data = made({"nested": [{"t": "Shells fell."}], "k": ["a"]})
    (article,) = items(data, name="a.parquet", text="nested.t", id="k")
    assert isinstance(article, Article)
    assert (article.id, article.text) == ("a", "Shells fell.")


def test_without_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    assert items(made(ROWS), name="a.parquet") == [
        "a.parquet is Parquet, which takes pyarrow to read. "
        "Install it with: pip install 'closeread[parquet]'"
    ]


def test_no_rows() -> None:
    assert items(made({"text": []}), name="a.parquet") == ["a.parquet has no records."]


_DATA = made(ROWS)


@given(st.integers(4, len(_DATA)), st.binary(max_size=8), st.booleans())
def test_mutations_end_in_articles_or_errors(start: int, put: bytes, is_cut: bool) -> None:
    mutated = _DATA[:start] + put + (b"" if is_cut else _DATA[start + len(put) :])
    for item in items(mutated, name="a.parquet"):
        assert isinstance(item, Article | str)
