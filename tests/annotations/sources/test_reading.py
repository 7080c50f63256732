"""From a path, or standard input, to the articles in it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources import Item, read, read_all, read_standard_input


def outline(found: Iterator[Item]) -> list[str]:
    """The texts of articles and the messages of errors."""
    return [item.text if isinstance(item, Article) else str(item) for item in found]


def test_each_kind_of_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("one")
    (tmp_path / "b.ndjson").write_text('{"text": "two"}\n{"text": "three"}\n')
    (tmp_path / "c.TXT").write_text("four")
    (tmp_path / "d.pdf").write_text("five")
    assert outline(read(tmp_path)) == ["one", "two", "three", "four"]


def test_what_cannot_be_read_is_an_error_in_its_place(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("good")
    unknown = tmp_path / "a.pdf"
    unknown.write_text("x")
    missing = tmp_path / "missing.txt"
    assert outline(read_all([unknown, good, missing, good])) == [
        f"{unknown} is of no kind that closeread knows. "
        "Its name has to end in one of .txt, .text, .md, .markdown, .jsonl, .ndjson.",
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
    assert outline(read_standard_input(data.splitlines(keepends=True))) == expected


def test_standard_input_is_read_as_it_arrives() -> None:
    taken = []

    def lines() -> Iterator[bytes]:
        for number in range(3):
            taken.append(number)
            yield b'{"text": "a"}\n'

    next(read_standard_input(lines()))
    assert taken == [0]
