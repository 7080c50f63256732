"""SQLite databases of other people, in which nothing is trusted."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Article
from annotations.sources import Options, read
from annotations.sources.tables import sqlite
from annotations.store import Store
from tests.annotations.sources.tables.reading_bytes import items

NEWS = """
    CREATE TABLE articles(id INTEGER PRIMARY KEY, headline TEXT, body TEXT, pub_date TEXT);
    INSERT INTO articles VALUES (1, 'Market', 'Shells fell.', '2016-10-20');
    INSERT INTO articles VALUES (2, 'Ferry', 'It stopped.', '2016-10-21');
    INSERT INTO articles VALUES (3, 'Picture', '', '2016-10-21');
    CREATE TABLE users(name TEXT);
    CREATE TABLE notes(id INTEGER, text TEXT);
    INSERT INTO notes VALUES (1, 'A note.');
"""


def made(folder: Path, script: str) -> Path:
    path = folder / "news.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)
    return path


def found(path: Path, table: str | None = None, **fields: str) -> list[Article | str]:
    items = read(path, Options(table=table, fields=fields))
    return [
        item if isinstance(item, Article) else str(item).replace(str(path), "news.db")
        for item in items
    ]


def test_the_table_with_articles(tmp_path: Path) -> None:
    first, second, problem = found(made(tmp_path, NEWS))
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.id, first.title, first.text) == ("news-articles-1", "Market", "Shells fell.")
    assert first.published == "2016-10-20"
    assert first.read_from is not None
    assert first.read_from.endswith("news.db, table articles, row 1")
    assert second.id == "news-articles-2"
    assert problem == "news.db, table articles, row 3: the record has no text."


def test_a_table_that_a_person_names(tmp_path: Path) -> None:
    (note,) = found(made(tmp_path, NEWS), table="NOTES")
    assert isinstance(note, Article)
    assert (note.id, note.text) == ("news-notes-1", "A note.")
    assert found(tmp_path / "news.db", "nix") == [
        "news.db has no table 'nix'. Its tables are articles, users, notes."
    ]


def test_several_tables_alike(tmp_path: Path) -> None:
    tables = "".join(
        f"CREATE TABLE {name}(title, text); INSERT INTO {name} VALUES ('{name}', 'T {name}.');"
        for name in ("a", "b")
    )
    texts = [each.text for each in found(made(tmp_path, tables)) if isinstance(each, Article)]
    assert texts == ["T a.", "T b."]


def test_columns_that_a_person_names(tmp_path: Path) -> None:
    path = made(tmp_path, "CREATE TABLE t(k, nfo); INSERT INTO t VALUES ('a', 'Shells fell.');")
    assert found(path) == [
        "No table of news.db is known to hold articles. Name it, and its columns: --table NAME "
        "--map text=COLUMN. Its tables are t."
    ]
    (article,) = found(path, text="nfo", id="k")
    assert isinstance(article, Article)
    assert (article.id, article.text) == ("a", "Shells fell.")


def test_views_are_read_where_no_table_holds_articles(tmp_path: Path) -> None:
    script = "CREATE TABLE t(a, b); INSERT INTO t VALUES ('H', 'Shells fell.');"
    view = "CREATE VIEW v AS SELECT a AS title, b AS text FROM t;"
    (article,) = found(made(tmp_path, script + view))
    assert isinstance(article, Article)
    assert (article.title, article.text) == ("H", "Shells fell.")


def test_a_full_text_index_shows_nothing_twice(tmp_path: Path) -> None:
    index = "CREATE VIRTUAL TABLE search USING fts5(headline, body);"
    fill = "INSERT INTO search SELECT headline, body FROM articles;"
    assert len(found(made(tmp_path, NEWS + index + fill))) == 3


def test_names_and_cells_of_any_kind(tmp_path: Path) -> None:
    script = """
        CREATE TABLE "odd ""na\x1b[31mme"(id, "Title", content);
        INSERT INTO "odd ""na\x1b[31mme" VALUES ('a', CAST(x'436166e9' AS TEXT), x'5368656c6c73');
    """
    (article,) = found(made(tmp_path, script))
    assert isinstance(article, Article)
    assert (article.id, article.title, article.text) == ("a", "Café", "Shells")
    assert "\x1b" not in str(article.read_from)


def test_a_store_of_closeread(tmp_path: Path) -> None:
    with Store.open(tmp_path / "mine.db", annotator="mara"):
        pass
    (problem,) = read(tmp_path / "mine.db")
    assert "is a store of closeread. Open it with --store" in str(problem)


HOSTILE = {
    "counts for ever": """
        CREATE VIEW articles AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
        SELECT 'T' AS title, 'x' AS text FROM n WHERE i < 0;""",
    "calls itself": "CREATE VIEW a AS SELECT * FROM b; CREATE VIEW b AS SELECT * FROM a;",
    "large cells": "CREATE VIEW articles AS SELECT 'T' AS title, zeroblob(900000000) AS text;",
    "loads code": "CREATE VIEW articles AS SELECT 'T' AS title, load_extension('x') AS text;",
    "writes": """
        CREATE TABLE articles(title, text); CREATE TABLE log(x);
        INSERT INTO articles VALUES ('H', 'Shells fell.');
        CREATE TRIGGER t AFTER INSERT ON articles BEGIN INSERT INTO log VALUES (1); END;""",
}


@pytest.mark.parametrize("script", HOSTILE.values(), ids=list(HOSTILE))
def test_hostile_schemas(script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "_MOST", 3)
    path = made(tmp_path, script)
    before = path.read_bytes()
    for item in found(path):
        assert isinstance(item, Article) or item.startswith(("news.db", "No table of news.db"))
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def corrupt_schema(data: bytes) -> bytes:
    return data.replace(b"CREATE TABLE articles", b"CREATE TABLE \xff\x00rticles")


def cut(data: bytes) -> bytes:
    return data[: len(data) - 4096 - 100]


@pytest.mark.parametrize("damage", [corrupt_schema, cut, lambda data: data[:100]])
def test_damaged_files(damage: Callable[[bytes], bytes], tmp_path: Path) -> None:
    path = made(tmp_path, NEWS)
    path.write_bytes(damage(path.read_bytes()))
    assert all(isinstance(item, Article | str) for item in found(path))
    assert any(isinstance(item, str) for item in found(path))


def test_nothing_is_left_beside_a_database_with_a_log(tmp_path: Path) -> None:
    path = made(tmp_path, f"PRAGMA journal_mode = wal; {NEWS}")
    assert len(found(path)) == 3
    assert list(tmp_path.iterdir()) == [path]


def test_a_database_that_somebody_is_writing(tmp_path: Path) -> None:
    path = made(tmp_path, f"PRAGMA journal_mode = wal; {NEWS}")
    with closing(sqlite3.connect(path)) as writer:
        writer.execute("INSERT INTO articles VALUES (4, 'New', 'Just in.', NULL)")
        writer.commit()
        texts = [each.text for each in found(path) if isinstance(each, Article)]
    assert texts == ["Shells fell.", "It stopped.", "Just in."]


def in_memory(script: str) -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(script)
        return connection.serialize()


_DATA = in_memory(NEWS)


@given(st.integers(0, len(_DATA)), st.binary(min_size=1, max_size=30))
def test_mutations_end_in_articles_or_errors(start: int, put: bytes) -> None:
    mutated = _DATA[:start] + put + _DATA[start + len(put) :]
    for item in items(mutated, name="a.db"):
        assert isinstance(item, Article | str)
