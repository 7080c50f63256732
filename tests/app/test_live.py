"""What happens beside the person: other readers, the detector, adding, other processes' deaths."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from textual.css.query import NoMatches
from textual.message import Message

from annotations import review
from annotations.detect.models import DEFAULT_MODEL
from annotations.errors import DetectorError
from annotations.model import Article
from annotations.review import Change
from annotations.sources import first_article
from annotations.store import Store
from annotations.store.runs import Runs
from reader.services.messages import DetectionEnded, WorkFailed
from reader.services.session import Session
from reader.widgets.status_line import StatusLine
from tests.app.driver import ARTICLE, Open, suggestions

REPORT = (
    "Ines Calder, the mayor of Lisbon, said at least 12 people were killed on Tuesday. "
    "“We will rebuild,” Calder said.\n"
)


async def test_another_readers_edit_shows(opened: Open, store: Store) -> None:
    async with opened() as reader:
        before = store.annotations.of(ARTICLE.id)[0]
        change = Change(before=before, after=review.accept(before))
        store.edits.annotations(ARTICLE.id, "accept", [change])
        await reader.until(lambda: "5 of 6 unreviewed" in reader.shown(), seconds=1)


async def test_editing_what_another_reader_changed_is_told(opened: Open, store: Store) -> None:
    async with opened() as reader:
        await reader.press("tab", "e")
        before = store.annotations.of(ARTICLE.id)[0]
        store.edits.annotations(
            ARTICLE.id, "relabel", [Change(before=before, after=review.relabel(before, "NORP"))]
        )
        await reader.type("org\r")
        assert store.annotations.of(ARTICLE.id)[0].kind in ("NORP", "ORG")
        await reader.press("U")
        assert store.annotations.of(ARTICLE.id)[0].kind in ("NORP", "PERSON")


async def test_a_file_is_shown_added_and_run(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(REPORT)
    path = tmp_path / "fresh.db"
    async with opened(
        article=first_article([file]), paths=[file], path=path, model=DEFAULT_MODEL
    ) as reader:
        assert "We will rebuild" in reader.shown()
        assert "not run yet" in reader.shown()
        await reader.until(lambda: "unreviewed" in reader.shown(), seconds=60)
        assert reader.focused == "Ines Calder"


async def test_a_missing_pipeline_is_reported_and_reading_goes_on(
    opened: Open, tmp_path: Path
) -> None:
    path = tmp_path / "unrun.db"
    with Store.open(path) as store:
        store.articles.add_one(ARTICLE)
    async with opened(path=path) as reader:
        await reader.until(lambda: "'no_such_pipeline' is not installed" in reader.shown())
        await reader.press("j", "j")
        assert reader.view.reading.line == 2
        assert "not run yet" in reader.shown()


async def test_a_killed_detector_is_reported_and_restarted(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "unrun.db"
    long = Article(id="long", title="Long one", text=REPORT * 2000)
    with Store.open(path) as store:
        store.articles.add_one(long)
        store.articles.add_one(Article(id="short", title="Short one", text=REPORT))
    async with opened(path=path, article=long, model="blank:en") as reader:
        await reader.until(lambda: "Long one" in reader.shown().splitlines()[-2], seconds=20)
        await reader.until(lambda: _child(os.getpid()) is not None)
        child = _child(os.getpid())
        assert child is not None
        os.kill(child, signal.SIGKILL)
        with Store.open(path) as store:
            await reader.until(lambda: store.runs.last("short") is not None, seconds=60)
            assert store.runs.pending() == ["long"]
        assert "not run yet" in reader.shown()
        assert "detector" in reader.shown()


def _child(parent: int) -> int | None:
    """The process id of the detector that a process has started."""
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            command = (entry / "cmdline").read_bytes()
            status = (entry / "stat").read_text()
        except OSError:
            continue
        if b"annotations.detect.worker" in command and int(status.split()[-49]) == parent:
            return int(entry.name)
    return None


async def test_an_article_is_run_once_however_often_it_is_opened(
    opened: Open, tmp_path: Path
) -> None:
    path = tmp_path / "unrun.db"
    with Store.open(path) as store:
        for name in ("a", "b"):
            store.articles.add_one(Article(id=name, title=name, text=REPORT * 20))
        async with opened(path=path, article=None, model="blank:en") as reader:
            await reader.press("enter", "q", "down", "enter", "q", "enter")
            await reader.until(lambda: store.runs.pending() == [], seconds=60)
            await reader.until(lambda: "detecting" not in reader.shown(), seconds=20)
            assert runs(path) == 2
            await reader.press("R")
            await reader.until(lambda: runs(path) == 3, seconds=20)
            await reader.until(lambda: "has read this article" in reader.shown())


def runs(path: Path) -> int:
    """How many runs a store has recorded, as any tool that reads SQLite would count them."""
    with closing(sqlite3.connect(path)) as connection:
        (count,) = connection.execute("SELECT count(*) FROM runs").fetchone()
    return int(count)


async def test_many_unreadable_inputs_are_summed_up(opened: Open, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number:02}.txt").touch()
    async with opened(article=None, paths=[folder]) as reader:
        await reader.until(lambda: "27 more inputs could not be read" in reader.shown())


async def test_failures_of_a_later_series_are_shown_again(opened: Open) -> None:
    async with opened() as reader:
        for number in range(5):
            reader.app.post_message(WorkFailed(DetectorError(f"Failure {number}.")))
        reader.app.post_message(DetectionEnded())
        await reader.until(lambda: "2 more articles could not be run" in reader.shown())
        reader.app.clear_notifications()
        reader.app.post_message(WorkFailed(DetectorError("A later failure.")))
        await reader.until(lambda: "A later failure." in reader.shown())


async def test_adding_a_folder_goes_on_behind_the_first_article(
    opened: Open, store_path: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number:02}.txt").write_text(f"Report number {number}.\n")
    (folder / "99.txt").write_bytes(b"\0\0\0")
    async with opened(article=None, paths=[folder]) as reader:
        await reader.until(lambda: "31 articles" in reader.shown())
        await reader.until(lambda: "99.txt" in reader.shown())


PROBE = """
import asyncio, json, sys
from pathlib import Path
from annotations.sources import first_article
from reader.app import ReaderApp
from reader.services.session import Session

seen = {}

begin = ReaderApp.begin

def probe(app):
    strips = app.screen._compositor.render_strips(app.size)
    seen["text"] = "\\n".join(strip.text for strip in strips)
    seen["early"] = sorted({name.partition(".")[0] for name in sys.modules})
    seen["filters"] = "annotations.filters" in sys.modules
    begin(app)

ReaderApp.begin = probe

async def main(store, *paths):
    files = [Path(path) for path in paths]
    app = ReaderApp(Session(Path(store), model="none"), article=first_article(files), paths=files)
    async with app.run_test(size=(100, 30)) as pilot:
        while "early" not in seen:
            await pilot.pause(0.01)
        await pilot.press("tab", "a")
        await pilot.pause(0.5)
    seen["late"] = sorted({name.partition(".")[0] for name in sys.modules})
    print(json.dumps(seen))

asyncio.run(main(*sys.argv[1:]))
"""


@pytest.mark.parametrize("known", [True, False])
def test_heavy_libraries_wait_until_the_text_stands(
    store_path: Path, tmp_path: Path, known: bool
) -> None:
    file = tmp_path / "report.txt"
    file.write_text(REPORT)
    path = store_path if known else tmp_path / "new.db"
    run = subprocess.run(
        [sys.executable, "-c", PROBE, str(path), str(file)], capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    seen = json.loads(run.stdout.splitlines()[-1])
    assert "We will rebuild" in seen["text"]
    assert not {"sqlite_utils", "numpy", "spacy", "thinc"} & set(seen["early"])
    assert not seen["filters"]
    assert "spacy" not in seen["late"]


async def test_a_read_only_store_is_told(opened: Open, store_path: Path, tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("permissions do not bind root")
    store_path.chmod(0o400)
    async with opened() as reader:
        await reader.press("tab", "a")
        assert "cannot be written" in reader.shown()


def test_suggestions_are_in_reading_order() -> None:
    starts = [each.start for each in suggestions()]
    assert starts == sorted(starts)


async def test_what_is_left_to_run_is_looked_for_beside_the_screen(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    pending = Runs.pending

    def noted(runs: Runs) -> list[str]:
        asked.append(threading.current_thread().name)
        return pending(runs)

    monkeypatch.setattr(Runs, "pending", noted)
    async with opened(article=None) as reader:
        await reader.until(lambda: bool(asked))
        await reader.settle()
    assert set(asked) == {"detection"}


async def test_a_screen_that_is_still_being_made_is_not_asked_to_follow(
    opened: Open, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(article=None) as reader:
        await reader.settle()
        asked: list[object] = []
        monkeypatch.setattr(type(reader.library), "store_changed", asked.append)
        monkeypatch.setattr(type(reader.library.table), "is_mounted", False)
        store.articles.add_one(Article(id="late", title="Late", text="It rained."))
        reader.app._look()
        assert asked == []
        monkeypatch.undo()
        await reader.until(lambda: "Late" in reader.shown())


async def test_screens_that_are_taken_down_are_told_nothing(
    opened: Open, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    async with opened(article=None) as reader:
        await reader.settle()
        monkeypatch.setattr(type(reader.library), "store_changed", told.append)
        monkeypatch.setattr(type(reader.library), "show_work", lambda *_: told.append("work"))
        monkeypatch.setattr(Session, "close", lambda _: None)
    store.articles.add_one(Article(id="late", title="Late", text="It rained."))
    reader.app._look()
    reader.app._end_detection()
    assert told == []


class Late(Message):
    """News for a screen that is on its way out."""


async def test_what_comes_while_widgets_are_taken_down_is_for_nobody(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened() as reader:
        screen = reader.screen
        await screen.query_one(StatusLine).remove()
        late = Late()
        monkeypatch.setattr(type(screen), late.handler_name, lambda it: it.say("x"), raising=False)
        with pytest.raises(NoMatches):
            await screen._dispatch_message(late)
        monkeypatch.setattr(reader.app, "_running", False)  # as while it closes its screens
        await screen._dispatch_message(late)
        monkeypatch.undo()
        await screen.mount(StatusLine())
