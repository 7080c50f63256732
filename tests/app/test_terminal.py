"""The real program on a pseudo-terminal: sudden ends, and terminals that can do little."""

import os
import pty
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import pyte
import pytest
from terminal import COLUMNS, ROWS, Terminal

from reader.settings.memory import MemoryFile
from reader.terminal.ground import QUESTION
from reader.terminal.hanging_up import HUNG_UP
from tests.app.driver import Statuses

_PRIVATE = re.compile(rb"\x1b\[[<>=?][^@-~]*[@-~]")
"""Switches of the terminal itself, some of which pyte would print."""
_PEN = re.compile(rb"\x1b\[([0-9;]*)m")
_COLOURS = {*range(30, 50), *range(90, 108)}
"""The codes of text colours and grounds, those that reset one of them included."""


class Seen(Terminal):
    """A terminal whose cells can be looked at."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self.written = b""
        """All that the program has written."""
        super().__init__(*arguments, **options)

    def _read(self, seconds: float) -> bool:
        known = len(self._output)
        has_come = super()._read(seconds)
        self.written += self._output[known:]
        self._stream.feed(_PRIVATE.sub(b"", self._output[known:]))
        return has_come

    def cells(self, keys: str) -> list[list[tuple[object, ...]]]:
        """Every cell of every line after keys, with its colours and attributes."""
        self.press(keys)
        self.settle(quiet=0.15)
        buffer = self._screen.buffer
        return [[tuple(buffer[row][cell]) for cell in range(COLUMNS)] for row in range(ROWS)]

    def colours(self) -> set[int]:
        """The codes of colours that were written."""
        pens = b";".join(_PEN.findall(self.written))
        return _COLOURS & {int(code) for code in pens.split(b";") if code}

    def reversed(self) -> list[str]:
        """The stretches of text that stand on the screen in reverse."""
        stretches = [
            "".join(cell.data for cell in cells).strip()
            for row in range(ROWS)
            for is_reversed, cells in groupby(
                (self._screen.buffer[row][at] for at in range(COLUMNS)), lambda cell: cell.reverse
            )
            if is_reversed
        ]
        return [text for text in stretches if text]


NAMES = ["Ines Calder", "Marrow Bridge", "“We lost at least 12 people,”", "at least 12 people"]


def reader(store: Path) -> list[str]:
    """The command line that opens the library of a store."""
    return [sys.executable, "-m", "reader", "--store", str(store)]


@pytest.mark.parametrize("accepted", [1, 4])
def test_a_kill_loses_nothing_that_was_shown(
    store_path: Path, statuses: Statuses, accepted: int
) -> None:
    with Terminal(reader(store_path)) as terminal:
        terminal.wait_for("River takes bridge")
        terminal.press("\r")
        terminal.wait_for("Oldport")
        terminal.press(".")
        for name in NAMES[:accepted]:
            terminal.press("a")
            terminal.wait_for(f"accepted “{name.strip('“”')}”")
    committed = [text for text, status in statuses().items() if status == "accepted"]
    assert sorted(committed) == sorted(NAMES[:accepted])


def test_the_first_time_there_is_a_tour_and_never_again(store_path: Path, tmp_path: Path) -> None:
    environment = {"CLOSEREAD_CONFIG": str(tmp_path)}
    with Terminal(reader(store_path), environment=environment) as terminal:
        terminal.wait_for("1 of 6")
        terminal.press("\r")
        terminal.wait_for("2 of 6")
    with Terminal(reader(store_path), environment=environment) as terminal:
        terminal.wait_for("River takes bridge")
        terminal.press("\r")
        terminal.wait_for("Oldport")


def test_a_library_that_cannot_be_made_is_not_shown_as_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with Terminal(reader(tmp_path / "file" / "store.db")) as terminal:
        terminal.wait_for("and none can be made (Not a directory). Name another file")


def test_it_ends_when_its_terminal_is_closed(store_path: Path) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        reader(store_path), stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    )
    os.close(theirs)
    os.read(ours, 1)
    os.close(ours)
    try:
        assert process.wait(timeout=20) == HUNG_UP
    finally:
        process.kill()
        process.wait()


@pytest.mark.parametrize(
    "environment",
    [{"NO_COLOR": "1"}, {"TERM": "linux", "COLORTERM": ""}, {"TERM": "vt100", "COLORTERM": ""}],
)
def test_terminals_without_many_colours(store_path: Path, environment: dict[str, str]) -> None:
    with Terminal(reader(store_path), environment=environment) as terminal:
        terminal.wait_for("River takes bridge")
        terminal.press("\r")
        terminal.wait_for("Oldport")
        terminal.press("\t")
        terminal.wait_for("label PERSON")


def test_no_color_writes_no_colour_whatever_the_theme(store_path: Path, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('theme = "light"\n')
    environment = {"NO_COLOR": "1", "CLOSEREAD_CONFIG": str(tmp_path)}
    with Seen(reader(store_path), environment=environment) as terminal:
        terminal.wait_for("1 of 6")
        for keys in (*"\x1bff/", "ri", *"\x1b\r?\x1bi\x1b\t\t"):
            terminal.cells(keys)
        assert terminal.reversed() == ["arrow Bridge", "· ORG        Marrow Bridge"]
        for keys in ("p", "j", "p", ";", "\x1b", "v", "l", "\r"):
            terminal.cells(keys)
        assert any(line.startswith("PERSON ") for line in terminal.reversed())
        for keys in ("\x1b", "/", "e", "\x1b", "\x14", "\x10"):
            terminal.cells(keys)
        assert b"\x1b[1m" in terminal.written
        assert terminal.colours() == set()


def test_what_stands_on_the_terminal_is_not_written_again_unless_it_is_asked_for(
    store_path: Path,
) -> None:
    with Terminal(reader(store_path)) as terminal:
        terminal.wait_for("River takes bridge")
        terminal.press("\r")
        terminal.wait_for("Help")
        terminal.settle()
        terminal.press("j")
        assert not terminal.has_written("River takes bridge")
        terminal.press("\x0c")
        assert terminal.has_written("River takes bridge")


def test_after_every_key_the_terminal_shows_what_it_would_if_all_were_written(
    store_path: Path,
) -> None:
    with Seen(reader(store_path)) as terminal:
        terminal.wait_for("River takes bridge")
        terminal.settle()
        for key in ("\r", "\t", "p", "j", "p", "z", "z", "/", "q"):
            shown = terminal.cells(key)
            assert shown == terminal.cells("\x0c"), key


def test_all_is_written_again_after_another_program_had_the_terminal(store_path: Path) -> None:
    with Terminal(reader(store_path)) as terminal:
        terminal.wait_for("River takes bridge")
        terminal.press("\r")
        terminal.wait_for("Help")
        terminal.settle()
        terminal.press("j")
        terminal.suspend_and_resume()
        terminal.wait_for("River takes bridge")


class Answering(Seen):
    """A terminal that says what it draws on."""

    def __init__(self, *arguments: Any, answers: Sequence[bytes], **options: Any) -> None:
        self._answers = answers
        super().__init__(*arguments, **options)

    def _read(self, seconds: float) -> bool:
        asked = self.written.count(QUESTION.encode())
        has_come = super()._read(seconds)
        if self.written.count(QUESTION.encode()) > asked:
            for packet in self._answers:
                os.write(self._terminal, packet)
                time.sleep(0.01)
        return has_come

    def type(self, keys: bytes) -> None:
        """Send keys, whatever follows."""
        os.write(self._terminal, keys)

    @property
    def ground(self) -> object:
        """The ground of the last cell of the list."""
        return self._screen.buffer[ROWS - 4][COLUMNS // 2].bg


@pytest.fixture
def own(tmp_path: Path) -> dict[str, str]:
    """An environment that names a configuration of one test alone."""
    MemoryFile(tmp_path / "state.json").remember(toured=True)
    return {"CLOSEREAD_CONFIG": str(tmp_path)}


DARK, LIGHT = "121212", "e0e0e0"
"""The grounds of those themes."""


@pytest.mark.parametrize(
    ("answers", "ground"),
    [
        ([], DARK),
        ([b"\x1b]11;rgb:ffff/ffff/ffff\x07"], LIGHT),
        ([b"\x1b]11;rgb:0000/2b2b/3636\x1b\\"], DARK),
        ([b"\x1b]11;rgb:ff", b"ff/ffff/ffff\x1b\\"], LIGHT),
        ([b"\x1b]11;qrubbish\x07"], DARK),
    ],
)
def test_the_theme_follows_the_terminal_and_no_key_is_lost_or_made_up(
    store_path: Path, own: dict[str, str], answers: list[bytes], ground: str
) -> None:
    with Answering(reader(store_path), answers=answers, environment=own) as terminal:
        terminal.type(b"/")  # ahead of the question
        terminal.wait_for("Filter:")
        terminal.settle()
        assert terminal.ground == ground
        terminal.press("rapid")
        terminal.wait_for("“rapid”")
        assert terminal.has_written("0 articles")


def test_a_late_answer_is_followed_and_is_no_key(store_path: Path, own: dict[str, str]) -> None:
    with Answering(reader(store_path), answers=[], environment=own) as terminal:
        terminal.wait_for("River takes bridge")
        terminal.settle()
        assert terminal.ground == DARK
        terminal.type(b"\x1b]11;rgb:ffff/ffff/ffff\x07")
        terminal.settle()
        assert terminal.ground == LIGHT
        terminal.press("/")
        assert terminal.has_written("Filter:")
    with Answering(reader(store_path), answers=[], environment=own) as terminal:
        terminal.wait_for("River takes bridge")
        terminal.settle()
        assert terminal.ground == LIGHT, "it begins as it was last"


@pytest.mark.parametrize(
    ("environment", "is_asked"),
    [({}, True), ({"TERM": "linux"}, False), ({"NO_COLOR": "1"}, False)],
)
def test_only_terminals_that_can_answer_are_asked(
    store_path: Path, environment: dict[str, str], is_asked: bool
) -> None:
    with Seen(reader(store_path), environment=environment) as terminal:
        terminal.wait_for("River takes bridge")
        terminal.settle()
        assert (QUESTION.encode() in terminal.written) is is_asked
