"""What figures are measured against in the same run: the least that does something of the kind.

How fast a machine is, and what else it does just then, shows in both; their ratio tells more than
either.
"""

import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from apps import plain_page
from report import Lasted
from terminal import Terminal

KEYS, WIDTHS = 60, (100, 60, 120)
ROWS = 100_000
"""Of the table that plain updates are made in."""


def plain_keys(*keys: str) -> dict[str, Lasted]:
    """What keys take in a page of plain text, from each to the end of the last frame."""
    with _plain_page() as terminal:
        return {
            key: Lasted(name="plain page", seconds=[terminal.press(key).last for _ in range(KEYS)])
            for key in keys
        }


def plain_resizing() -> Lasted:
    """What another width of the terminal takes in a page of plain text."""
    with _plain_page() as terminal:
        seconds = [terminal.resize(columns) for columns in WIDTHS * 5]
    return Lasted(name="plain page", seconds=seconds)


def plain_updates(count: int, *, rounds: int = 10) -> Lasted:
    """What SQLite takes to change so many rows far apart, one by one, and commit.

    The table has an index on what changes, as annotations have; each commit is safe from a power
    cut, as the store's are.
    """
    with TemporaryDirectory() as folder, closing(_table(Path(folder, "plain.db"))) as table:
        step = ROWS // count
        seconds = []
        for number in range(rounds):
            begin = time.perf_counter()
            table.execute("BEGIN IMMEDIATE")
            for row in range(0, count * step, step):
                table.execute("UPDATE plain SET word = ? WHERE id = ?", (str(number), row))
            table.execute("COMMIT")
            seconds.append(time.perf_counter() - begin)
    return Lasted(name="plain updates", seconds=seconds)


def _plain_page() -> Terminal:
    terminal = Terminal([sys.executable, plain_page.__file__])
    terminal.wait_for(plain_page.FIRST_WORDS)
    terminal.settle(quiet=0.5)
    return terminal


def _table(path: Path) -> sqlite3.Connection:
    table = sqlite3.connect(path, isolation_level=None)
    table.execute("PRAGMA journal_mode = WAL")
    table.execute("PRAGMA synchronous = FULL")
    table.execute("CREATE TABLE plain (id INTEGER PRIMARY KEY, word TEXT, rest TEXT)")
    table.execute("BEGIN")
    rows = ((row, "", "x" * 200) for row in range(ROWS))
    table.executemany("INSERT INTO plain VALUES (?, ?, ?)", rows)
    table.execute("CREATE INDEX plain_word ON plain (word)")
    table.execute("COMMIT")
    return table
