"""On which standard stream the screen is drawn."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.terminal.drawing_on import stream_of_terminal

ROOT = Path(__file__).parents[3]


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("errors", "output", "drawn_on"),
    [
        (_Terminal(), _Terminal(), "errors"),
        (io.StringIO(), _Terminal(), "output"),
        (_Terminal(), io.StringIO(), "errors"),
        (None, _Terminal(), "output"),
        (io.StringIO(), None, "errors"),
    ],
)
def test_the_stream_that_is_the_terminal(
    monkeypatch: pytest.MonkeyPatch, errors: object, output: object, drawn_on: str
) -> None:
    monkeypatch.setattr(sys, "__stderr__", errors)
    monkeypatch.setattr(sys, "__stdout__", output)
    assert stream_of_terminal() is {"errors": errors, "output": output}[drawn_on]


def test_the_reader_opens_where_standard_error_is_redirected(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty", reason="needs a pseudo-terminal")
    ours, theirs = pty.openpty()
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    with (tmp_path / "errors.txt").open("wb") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "reader", "--store", str(tmp_path / "store.db")],
            stdin=theirs,
            stdout=theirs,
            stderr=errors,
            env=os.environ | {"PYTHONPATH": path, "TERM": "xterm-256color"},
            start_new_session=True,
        )
    os.close(theirs)
    screen = b""
    while chunk := _read(ours):
        screen += chunk
        if b"\x1b[?1049h" in screen:  # the reader has taken the terminal
            os.write(ours, b"q")
    os.close(ours)
    assert process.wait() == 0
    assert b"\x1b[?1049l" in screen
    assert (tmp_path / "errors.txt").read_bytes() == b""


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other side is closed
        return b""
