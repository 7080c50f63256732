"""Stores that cannot be written, are gone or damaged: a message and exit 1, never a traceback."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from annotations.model import Article, Entity
from annotations.store import Store

Call = Callable[..., Any]
ROOT = Path(__file__).parents[3]
LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
from reader.cli import main
sys.exit(main(sys.argv[2:]))
"""


@pytest.fixture
def filled(store: Store) -> Store:
    names = [Entity(start=0, end=4, text="Mara", label="PERSON")]
    store.imports.merge(Article(id="a", text="Mara spoke."), names)
    return store


def tamper(store: Store, sql: str) -> None:
    with closing(sqlite3.connect(store.path)) as raw, raw:
        raw.execute("PRAGMA ignore_check_constraints = 1")
        raw.execute(sql)


def test_a_file_that_may_not_grow(filled: Store, tmp_path: Path) -> None:
    filled.close()  # which puts all that was written into the one file
    path = Path(shutil.copy(filled.path, tmp_path / "copy.db"))
    long = tmp_path / "long.txt"
    long.write_text("Rain fell on the town. " * 40_000)
    limit = path.stat().st_size + 100_000
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(limit), "--store", str(path), "add", str(long)],
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert str(path) in done.stderr
    with Store.open(path) as store:
        assert store.articles.count() == 1
        assert store.check() == []


def test_a_store_that_another_process_keeps_locked(
    filled: Store, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = tmp_path / "b.txt"
    article.write_text("Rain fell.\n")
    with closing(sqlite3.connect(filled.path, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        outcome = call("add", str(article))
    assert outcome.status == 1
    assert any("is being written by another process" in each for each in outcome.messages)


@pytest.mark.parametrize(
    ("sql", "says"),
    [
        ("UPDATE annotations SET status = 'maybe'", "'maybe' is no status"),
        ('UPDATE annotations SET "end" = 99', "is not a stretch of"),
        ("UPDATE annotations SET start = 1.5", "its start is 1.5, and no whole number"),
        ("UPDATE annotations SET text = 'Dara'", "is 'Mara', not 'Dara'"),
        (
            "UPDATE annotations SET layer = 'casualties', category = 'killed', count_low = 'two'",
            "its low count is 'two', and no whole number",
        ),
        (
            "UPDATE annotations SET layer = 'quotes', type = 'sung', label = NULL",
            "'sung' is not one of direct, indirect, mixed",
        ),
    ],
)
def test_a_damaged_row_is_named(filled: Store, call: Call, sql: str, says: str) -> None:
    tamper(filled, sql)
    doctor = call("doctor")
    assert doctor.status == 1
    assert any("'a'" in each and says in each for each in doctor.messages)
    for command in (("list",), ("show", "a"), ("export",), ("names",), ("search", "spoke")):
        outcome = call(*command)
        assert outcome.status in (0, 1)
        assert outcome.status == 0 or outcome.messages
