"""The index as other tools see it, in new files and in old ones."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from annotations.store import Store
from annotations.store.migrations.running import steps

Tell = Callable[..., None]


def rows(path: Path, sql: str) -> list[dict[str, object]]:
    with closing(sqlite3.connect(path)) as connection:
        return list(Database(connection).query(sql))


def test_the_views(empty: Store, tell: Tell) -> None:
    tell("a", "Bashar al-Assad", "Bashar al-Assad", published="2016-10-20")
    tell("b", "Bashar Assad", published="2016-10-22T08:30:00+02:00")
    empty.names.merge("Bashar Assad", "Bashar al-Assad")
    assert rows(empty.path, "SELECT * FROM names") == [
        {
            "name": "Bashar al-Assad",
            "grouping": "person",
            "articles": 2,
            "mentions": 3,
            "first_published": "2016-10-20",
            "last_published": "2016-10-22",
        }
    ]
    assert rows(empty.path, "SELECT * FROM name_articles WHERE written = 'Bashar Assad'") == [
        {
            "name": "Bashar al-Assad",
            "grouping": "person",
            "written": "Bashar Assad",
            "label": "PERSON",
            "article_id": "b",
            "published": "2016-10-22T08:30:00+02:00",
            "mentions": 1,
        }
    ]


def test_a_circle_made_by_another_tool_ends(empty: Store, tell: Tell) -> None:
    tell("a", "Mara Dell")
    tell("b", "M. Dell")
    empty.names.merge("M. Dell", "Mara Dell")
    empty._connection.execute(
        """
        INSERT INTO name_merges (grouping, name, merged_into, forced, annotator, at)
        VALUES ('person', 'Mara Dell', 'M. Dell', 0, 'ben', '2016')
        """
    )
    names = [row["name"] for row in rows(empty.path, "SELECT name FROM names ORDER BY name")]
    assert names == ["M. Dell", "Mara Dell"]
    assert [each.name for each in empty.names.find()] == ["M. Dell", "Mara Dell"]


def test_names_of_an_older_store_are_in_the_index(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as older:
        steps.apply(Database(older), stop_before="index_names")
        older.executescript("""
            INSERT INTO articles (id, added_at, text) VALUES ('a', '2020', 'Mara Dell');
            INSERT INTO annotations (article, layer, start, "end", text, status, label, name)
                VALUES (1, 'entities', 0, 9, 'Mara Dell', 'accepted', 'PERSON', 'Mara Dell');
        """)
    with Store.open(path, create=False) as store:
        assert [(each.name, each.articles) for each in store.names.find()] == [("Mara Dell", 1)]
        assert store.check() == []
