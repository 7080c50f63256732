from collections.abc import Sequence

import pytest

from reader.screens.article.screen import ArticleScreen
from reader.screens.library.screen import LibraryScreen
from reader.typed_commands import (
    TYPED_COMMANDS,
    TypedError,
    completions,
    line_at,
    read,
    whole_lines,
)

HERE = TYPED_COMMANDS


@pytest.mark.parametrize(
    ("line", "name", "argument"),
    [
        ("width 72", "width", "72"),
        (":width 72", "width", "72"),
        ("w   72 ", "width", "72"),
        ("ta a, b", "tag", "a, b"),
        (" open river bridge", "open", "river bridge"),
    ],
)
def test_read(line: str, name: str, argument: str) -> None:
    command, found = read(line, HERE)
    assert (command.name, found) == (name, argument)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("width", ":width needs more. Type :width N."),
        ("goto ", ":goto needs more. Type :goto 40%|LINE."),
        ("t x", ":t can be :tag, :theme. There are "),
        ("fly away", "There is no command :fly here. There are :accept GROUP, :goto 40%|LINE, "),
    ],
)
def test_what_has_no_meaning(line: str, message: str) -> None:
    with pytest.raises(TypedError) as raised:
        read(line, HERE)
    assert str(raised.value).startswith(message)


def upper(begun: str) -> Sequence[str]:
    return [begun.upper()]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", ["accept ", "goto ", "language ", "open ", "reject ", "tag ", "theme ", "width "]),
        ("t", ["tag ", "theme "]),
        ("fly", []),
        ("tag a", ["tag A"]),
        ("o  a b", ["o A B"]),
        ("width 7", []),
        ("t a", []),
        (" a", []),
    ],
)
def test_completions(line: str, expected: list[str]) -> None:
    arguments = {"tag": upper, "open": upper}
    assert completions(line, HERE, arguments.get) == expected


@pytest.mark.parametrize(
    ("begun", "lines"),
    [
        ("tag", ["tag AID", "tag FOOD"]),
        ("tag f", ["tag FOOD"]),
        ("tag x, y", ["tag x, y"]),
        ("width 72", ["width 72"]),
        ("width", []),
        ("wid 72", []),
        ("fly away", []),
        ("", []),
    ],
)
def test_whole_lines(begun: str, lines: list[str]) -> None:
    words = {"tag": lambda word: [each for each in ("AID", "FOOD") if word in each.lower()]}
    found = whole_lines(begun, HERE, words.get)
    assert list(found) == lines
    assert all(command.name == begun.split()[0] for command in found.values())


@pytest.mark.parametrize(
    ("place", "line"),
    [("1", 0), ("10", 9), ("0%", 0), ("40%", 3), ("41 %", 4), ("100%", 9)],
)
def test_line_at(place: str, line: int) -> None:
    assert line_at(place, lines=10) == line


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("0", "There is no line 0. There are lines 1 to 10."),
        ("11", "There is no line 11. There are lines 1 to 10."),
        ("101%", "There is nothing at 101 %. The end is at 100 %."),
        ("-1", "'-1' is no place. Type a line, or a part such as 40%."),
        ("end", "'end' is no place. Type a line, or a part such as 40%."),
    ],
)
def test_what_is_no_place(place: str, message: str) -> None:
    with pytest.raises(TypedError) as raised:
        line_at(place, lines=10)
    assert str(raised.value) == message


def test_every_command_works_somewhere() -> None:
    for each in TYPED_COMMANDS:
        assert hasattr(ArticleScreen, each.method)
    assert not hasattr(LibraryScreen, "typed_goto")
