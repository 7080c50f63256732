"""What SQLite says of itself."""

import sqlite3

from annotations.store.engine import Engine, engine


def test_the_engine_in_use() -> None:
    assert engine() == Engine(version=sqlite3.sqlite_version, has_full_text=True)
