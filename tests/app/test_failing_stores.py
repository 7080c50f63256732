"""A store that cannot be written, is gone or damaged: told plainly, and reading goes on."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from annotations.store import Store
from tests.app.driver import ARTICLE, Driver, Open, Statuses
from tests.app.test_clashes import told


def fill_up(reader: Driver, _: Path) -> Callable[[], object]:
    """Let the file grow no more."""
    connection = reader.app.session.store._connection
    (pages,) = connection.row("PRAGMA page_count") or (0,)
    usual = connection.value("PRAGMA max_page_count")
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with closing(sqlite3.connect(connection.path)) as raw:  # no free page is left either
        raw.execute("CREATE TABLE IF NOT EXISTS filler (x)")
        raw.execute("DROP TABLE filler")
        raw.commit()
    return lambda: connection.execute(f"PRAGMA max_page_count = {usual}")


def forbid(reader: Driver, _: Path) -> Callable[[], object]:
    """Let nothing be written, as on a disk that has become read-only."""
    connection = reader.app.session.store._connection
    connection.execute("PRAGMA query_only = 1")
    return lambda: connection.execute("PRAGMA query_only = 0")


def lock(reader: Driver, path: Path) -> Callable[[], object]:
    """Have another process write for longer than anybody waits."""
    reader.app.session.store._connection.execute("PRAGMA busy_timeout = 20")
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    return writer.close


def move(_: Driver, path: Path) -> Callable[[], object]:
    """Move the file away."""
    away = path.with_name("away.db")
    path.rename(away)
    return lambda: away.rename(path)


def replace(_: Driver, path: Path) -> Callable[[], object]:
    """Put another file in its place."""
    away, copy = path.with_name("away.db"), path.with_name("copy.db")
    shutil.copy(path, copy)
    path.rename(away)
    copy.rename(path)
    return lambda: away.replace(path)


FAILURES = {
    "is full": (fill_up, "is full; nothing was changed"),
    "read-only": (forbid, "cannot be written; nothing was changed"),
    "locked": (lock, "is being written by another process"),
    "moved": (move, "has been moved, deleted or replaced"),
    "replaced": (replace, "has been moved, deleted or replaced"),
}
NOTE = "Which bridge? " * 1_500
"""Too long for the room that a page has left."""

fails = pytest.mark.parametrize(("fail", "says"), FAILURES.values(), ids=FAILURES)


@fails
async def test_what_was_typed_stays_for_another_try(
    opened: Open,
    store_path: Path,
    fail: Callable[[Driver, Path], Callable[[], object]],
    says: str,
) -> None:
    async with opened() as reader:
        await reader.press("tab", "c")
        mend = fail(reader, store_path)
        reader.screen._prompt._input.value = NOTE  # type: ignore[union-attr]
        await reader.press("enter")
        await told(reader, says)
        await reader.until(lambda: reader.screen._prompt.is_open)  # type: ignore[union-attr]
        mend()
        await reader.press("enter")
        await reader.until(lambda: reader.view.has_focus)
        with Store.open(store_path) as store:
            assert store.annotations.of(ARTICLE.id)[0].note == NOTE.strip()
            assert store.check() == []


@fails
async def test_a_decision_is_not_shown_before_it_is_safe(
    opened: Open,
    store_path: Path,
    statuses: Statuses,
    fail: Callable[[Driver, Path], Callable[[], object]],
    says: str,
) -> None:
    if fail is fill_up:
        pytest.skip("a status fits on the page that it is on")
    async with opened() as reader:
        await reader.press("tab")
        mend = fail(reader, store_path)
        await reader.press("a", "x", "delete", "U", "j")
        await told(reader, says)
        assert "6 of 6 unreviewed" in reader.shown()
        assert set(statuses().values()) == {"suggested"}
        assert reader.view.reading.line == 1
        mend()
        await reader.press("tab", "a")
        await reader.until(lambda: "5 of 6 unreviewed" in reader.shown())


async def test_a_store_that_is_gone_is_told_once(opened: Open, store_path: Path) -> None:
    async with opened() as reader:
        store_path.unlink()
        await told(reader, "has been moved, deleted or replaced")
        reader.app.clear_notifications()
        await reader.pilot.pause(1)
        assert "has been moved" not in reader.shown()
        assert not store_path.exists()


DAMAGES = {
    "half an offset": 'UPDATE annotations SET start = 3.5, "end" = 9.5 WHERE id = 1',
    "an offset in words": "UPDATE annotations SET start = 'a', \"end\" = 'b' WHERE id = 1",
    "end before start": 'UPDATE annotations SET start = 9, "end" = 3 WHERE id = 1',
    "end behind the text": 'UPDATE annotations SET "end" = 9999 WHERE id = 1',
    "status": "UPDATE annotations SET status = 'maybe' WHERE id = 1",
    "layer": "UPDATE annotations SET layer = 'moods' WHERE id = 1",
    "text": "UPDATE annotations SET text = 'Jane Calder' WHERE id = 1",
    "own label": "UPDATE annotations SET label = 'RIVER' WHERE id = 1",
    "type": "UPDATE annotations SET type = 'sung' WHERE layer = 'quotes'",
    "category": "UPDATE annotations SET category = 'drenched' WHERE layer = 'casualties'",
    "count in words": "UPDATE annotations SET count_low = 'twelve' WHERE layer = 'casualties'",
    "half a person": "UPDATE annotations SET count_best = 1.5 WHERE layer = 'casualties'",
    "number elsewhere": "UPDATE annotations SET num_start = 0 WHERE layer = 'casualties'",
    "speaker elsewhere": "UPDATE annotations SET speaker_start = 9999 WHERE layer = 'quotes'",
    "speaker in words": "UPDATE annotations SET speaker_start = 'x' WHERE layer = 'quotes'",
    "latitude": "UPDATE annotations SET latitude = 'north' WHERE id = 1",
    "precision": "UPDATE annotations SET geo_precision = 'roughly' WHERE id = 1",
    "confidence": "UPDATE annotations SET confidence = 'huge' WHERE id = 1",
    "day": "UPDATE annotations SET date_iso = 'someday' WHERE layer = 'casualties'",
    "published": "UPDATE articles SET published = 'yesterday'",
}
UNSEEN = {"own label", "day", "published"}
"""What closeread itself may write, or takes for unknown."""


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
async def test_a_damaged_row_does_not_bring_the_reader_down(
    opened: Open, store_path: Path, damage: str
) -> None:
    with closing(sqlite3.connect(store_path)) as raw, raw:
        raw.execute("PRAGMA ignore_check_constraints = 1")
        raw.execute(damage)
    async with opened() as reader:
        for _ in range(6):
            await reader.press("tab")
        await reader.press("shift+tab", "i", "escape", "p", "j", "enter", "e", "escape", "B")
        await reader.press("escape", "f", "escape", "escape", "a", "q", "j", "w", "q", "enter")
        assert "River takes bridge" in reader.shown()
    name = next(each for each in DAMAGES if DAMAGES[each] == damage)
    with Store.open(store_path) as store:
        assert (store.check() == []) is (name in UNSEEN)


async def test_damaged_rows_are_left_out_with_a_notice(opened: Open, store_path: Path) -> None:
    with closing(sqlite3.connect(store_path)) as raw, raw:
        raw.execute('UPDATE annotations SET "end" = 9999 WHERE id < 3')
    async with opened() as reader:
        await told(reader, "2 annotations are damaged and left out.", "`closeread doctor` names")
        assert "4 of 4 unreviewed" in reader.shown()
