"""`closeread add`: what it says of each, what failed, and how it goes on where it was left."""

import json
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from annotations.sources import Item, reading
from annotations.store import Store

Call = Callable[..., Any]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were opened."""
    names: list[str] = []
    open_file = reading._opened

    def noted(path: Path, options: Any, within: Path | None) -> Iterator[Item]:
        names.append(path.name)
        return open_file(path, options, within)

    monkeypatch.setattr(reading, "_opened", noted)
    return names


def make(count: int) -> None:
    for number in range(count):
        Path(f"{number:02}.txt").write_text(f"Article number {number} says this.\n")


def test_files_that_have_not_changed_are_not_opened_again(
    call: Call, store: Store, opened: list[str]
) -> None:
    make(3)
    Path("many.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n')
    call("add", ".")
    assert len(opened) == 4
    opened.clear()
    Path("01.txt").write_text("Article number 1 says this and that.\n")
    outcome = call("add", ".")
    assert opened == ["01.txt"]
    assert outcome.messages[0] == "0 added, 4 unchanged, 0 in conflict, 0 failed."
    assert outcome.messages[1].startswith("new version: 1 article")


def test_a_file_of_which_something_failed_is_read_again(
    call: Call, store: Store, opened: list[str]
) -> None:
    Path("a.jsonl").write_text('{"text": "One."}\nnope\n')
    Path("b.jsonl").write_text('{"id": 1, "text": "A."}\n{"id": 1, "text": "Quite another."}\n')
    for _ in range(2):
        opened.clear()
        assert call("add", ".").status == 1
        assert opened == ["a.jsonl", "b.jsonl"]


def test_another_store_knows_nothing(
    call: Call, store: Store, opened: list[str], tmp_path: Path
) -> None:
    make(1)
    call("add", "00.txt")
    other = str(tmp_path / "other.db")
    assert call("add", "00.txt", "--store", other).messages[0].startswith("1 added")


def test_reasons_are_told_by_their_numbers(call: Call, store: Store) -> None:
    for number in range(3):
        Path(f"empty{number}.txt").write_text(" \n")
    Path("a.jsonl").write_text('{"text": ""}\n{"text": " "}\n{"text": "One."}\n')
    assert call("add", ".").messages[-2:] == [
        "1 added, 0 unchanged, 0 in conflict, 5 failed.",
        "5 failed: 3 has no text; 2 the article has no text.",
    ]


def test_what_failed_is_listed_in_a_file(call: Call, store: Store) -> None:
    Path("news").mkdir()
    Path("news/empty.txt").write_text("")
    Path("news/a.jsonl").write_text('nope\n{"text": "One."}\n')
    assert call("add", "news", "missing.txt", "--failed", "failed.jsonl").status == 1
    failed = [json.loads(line) for line in Path("failed.jsonl").read_text().splitlines()]
    assert [(each["source"], each["error"]) for each in failed] == [
        ("news/a.jsonl", "news/a.jsonl, line 1: not JSON (Expecting value at column 1)."),
        ("news/empty.txt", "news/empty.txt has no text."),
        ("missing.txt", "missing.txt cannot be read: No such file or directory."),
    ]


def test_nothing_failed_leaves_an_empty_file(call: Call, store: Store) -> None:
    make(1)
    call("add", ".", "--failed", "../failed.jsonl")
    assert Path("../failed.jsonl").read_text() == ""


def test_dry_run_says_what_would_become_of_each(call: Call, store: Store) -> None:
    make(2)
    call("add", ".")
    Path("01.txt").write_text("Article number 1 says this and that.\n")
    Path("02.txt").write_text("Something new.\n")
    Path("03.txt").write_text("Something new.\n")
    before = [article.text for article in store.articles.iterate()]
    outcome = call("add", "--dry-run", ".")
    assert [line.split("\t")[0::3] for line in outcome.output.splitlines()] == [
        ["unchanged", "00.txt"],
        ["new version", "01.txt"],
        ["added", "02.txt"],
        ["unchanged", "03.txt"],
    ]
    assert outcome.messages[:2] == [
        "Nothing was written; this would become of them:",
        "1 added, 2 unchanged, 0 in conflict, 0 failed.",
    ]
    assert [article.text for article in store.articles.iterate()] == before


def test_dry_run_makes_no_store(call: Call, store_path: Path) -> None:
    make(1)
    assert call("add", "--dry-run", ".").output.startswith("added\t")
    assert not store_path.exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupted_it_keeps_what_is_there_and_goes_on_later(
    call: Call,
    start: Callable[..., "subprocess.Popen[bytes]"],
    store_path: Path,
    number: signal.Signals,
) -> None:
    make(5)
    process = start("add", "00.txt", "01.txt", "-", "02.txt")
    assert process.stdin is not None
    process.stdin.write(b'{"text": "From a pipe."}\n')
    process.stdin.flush()
    while not store_path.exists() or not _has(store_path, 3):
        process.stdin.write(b'{"text": "From a pipe."}\n')  # time is looked at with every article
        process.stdin.flush()
        assert process.poll() is None
    process.send_signal(number)
    _, messages = process.communicate()
    assert process.returncode == 130
    assert messages.decode().splitlines()[0] == (
        "Interrupted; the same command again adds the rest."
    )
    assert "3 added" in messages.decode()
    assert call("add", "00.txt", "01.txt", "02.txt").messages[0].startswith("1 added, 2 unchanged")


def _has(path: Path, count: int) -> bool:
    with Store.open(path) as store:
        return store.articles.count() == count
