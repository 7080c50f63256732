"""From a path, or standard input, to the articles in it."""

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources import (
    Input,
    Item,
    Kind,
    Options,
    all_kinds,
    input_of_bytes,
    read,
    read_all,
    read_input,
    read_standard_input,
)


def outline(found: Iterator[Item]) -> list[str]:
    """The texts of articles and the messages of errors."""
    return [item.text if isinstance(item, Article) else str(item) for item in found]


def test_each_kind_of_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("one")
    (tmp_path / "b.ndjson").write_text('{"text": "two"}\n{"text": "three"}\n')
    (tmp_path / "c.TXT").write_text("four")
    (tmp_path / "d.css").write_text("five")
    assert outline(read(tmp_path)) == ["one", "two", "three", "four"]


def test_what_cannot_be_read_is_an_error_in_its_place(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("good")
    unknown = tmp_path / "a.bin"
    unknown.write_bytes(bytes(range(32)))
    missing = tmp_path / "missing.txt"
    known = ", ".join(kind.name for kind in all_kinds())
    assert outline(read_all([unknown, good, missing, good])) == [
        f"{unknown} is of no kind that closeread knows. These are known: {known}.",
        "good",
        f"{missing} cannot be read: No such file or directory.",
        "good",
    ]


def test_names_in_errors_cannot_reach_the_terminal(tmp_path: Path) -> None:
    (error,) = read(tmp_path / "a\x1b[31m\n.txt")
    assert isinstance(error, SourceError)
    assert "\x1b" not in error.message
    assert "\n" not in error.message


@pytest.mark.skipif(os.name == "nt", reason="Windows names are no bytes")
def test_a_name_in_no_charset(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.txt"))
    path.write_text("word " * 40)
    (item,) = read(path)
    assert isinstance(item, Article)
    assert item.title == "a\ufffd"


def test_nothing_is_opened_before_it_is_asked_for(tmp_path: Path) -> None:
    first, second = tmp_path / "1.txt", tmp_path / "2.txt"
    first.write_text("one")
    second.write_text("two")
    found = read_all([first, second])
    assert isinstance(next(found), Article)
    second.unlink()
    assert isinstance(next(found), SourceError)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'{"text": "one"}\n{"text": "two"}\n', ["one", "two"]),
        (b'\n \n{"text": "one"}', ["one"]),
        (b'\xef\xbb\xbf{"text": "one"}\n', ["one"]),
        (b"{one} and\ntwo", ["{one} and\ntwo"]),
        (b"[1]\ntwo", ["[1]\ntwo"]),
        (b"\n\none\n", ["\n\none\n"]),
        (b"", ["standard input has no text."]),
    ],
)
def test_standard_input_shows_its_kind(data: bytes, expected: list[str]) -> None:
    assert outline(read_standard_input(io.BytesIO(data))) == expected


def test_standard_input_is_read_as_it_arrives() -> None:
    incoming, outgoing = os.pipe()
    with open(incoming, "rb") as stream, open(outgoing, "wb", buffering=0) as writer:
        writer.write(b'{"text": "a"}\n')
        assert isinstance(next(read_standard_input(stream)), Article)


def test_whatever_a_library_raises_is_one_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(given: Input, options: Options) -> Iterator[Item]:
        raise IndexError("bad \x1b[31mtable")

    kind = Kind(name="broken", suffixes=(), recognises=lambda head: True, read=broken)
    monkeypatch.setattr("annotations.sources.reading.kind_of", lambda head: kind)
    assert outline(read_input(input_of_bytes(b"x", name="a.bin"))) == [
        "a.bin cannot be read (IndexError: bad table)."
    ]


def test_patterns_decide_what_of_a_folder_is_read(tmp_path: Path) -> None:
    for name in ("a.txt", "b.log", "drafts/c.txt", "style.css"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    assert outline(read(tmp_path)) == ["a.txt", "drafts/c.txt"]
    assert outline(read(tmp_path, Options(exclude=("drafts",)))) == ["a.txt"]
    assert outline(read(tmp_path, Options(include=("*.log", "c.*")))) == ["b.log", "drafts/c.txt"]
    assert outline(read(tmp_path, Options(include=("*",)))) == ["a.txt", "drafts/c.txt"]
    assert outline(read(tmp_path / "a.txt", Options(exclude=("*",)))) == ["a.txt"]


def test_files_with_bare_names_are_read_if_they_are_mail(tmp_path: Path) -> None:
    (tmp_path / "README").write_text("No article.")
    (tmp_path / "Inbox").write_text("From - Thu Oct 20 08:00:00 2016\nFrom: a@b\n\nOne.\n")
    assert outline(read(tmp_path)) == ["One."]
    assert outline(read(tmp_path / "README")) == ["No article."]
    assert outline(read(tmp_path, Options(include=("readme",)))) == ["No article."]


def test_a_file_that_changes_while_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "one"}\n{"text": "two"}\n')
    found = read(tmp_path)
    assert isinstance(next(found), Article)
    with path.open("a") as more:
        more.write('{"text": "three"}\n')
    assert outline(found)[-1] == f"{path} changed while it was read. Add it again."


def test_a_file_that_vanishes_before_it_is_read(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(name)
    found = read(tmp_path)
    assert isinstance(next(found), Article)
    (tmp_path / "b.txt").unlink()
    assert outline(found) == ["c"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes in folders")
def test_a_pipe_that_takes_the_place_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "a.txt")
    monkeypatch.setattr(os.path, "isfile", lambda path: True)
    assert outline(read(tmp_path)) == []
