import sqlite3
from collections.abc import Callable
from pathlib import Path

from annotations.store import Store


def tamper(path: Path, sql: str) -> None:
    with sqlite3.connect(path) as raw:
        raw.execute(sql)
    raw.close()


def test_whole_store(detected: Store) -> None:
    assert detected.check() == []


def test_offsets_that_do_not_hold(detected: Store) -> None:
    tamper(detected.path, "UPDATE annotations SET start = 1 WHERE id = 1")
    (finding,) = detected.check()
    assert finding.startswith("Article 'a-1', annotation 1: ")
    assert "'ara Dell'" in finding


def test_reference_to_nothing(detected: Store) -> None:
    tamper(detected.path, "INSERT INTO article_notes VALUES (99, 'x')")
    assert detected.check() == [
        "Row 99 of article_notes refers to a row of articles that is not there."
    ]


def test_damaged_pages(detected: Store, open_store: Callable[..., Store]) -> None:
    detected.close()
    with sqlite3.connect(detected.path) as raw:
        (page,) = raw.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'annotations_article'"
        ).fetchone()
    raw.close()
    content = bytearray(detected.path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    detected.path.write_bytes(content)
    assert open_store().check()
