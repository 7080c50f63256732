"""A pseudo-terminal that runs a program, sends it keys and knows when a frame is complete.

Textual asks every terminal whether it can hold back output until a frame is whole
(synchronized output, private mode 2026). This one answers yes, so that the program marks the
end of each frame, and what a person would wait for can be timed to the byte.

Linux and macOS only; memory is read from `/proc`, which is Linux only.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

COLUMNS, ROWS = 120, 40

_QUERY = b"\x1b[?2026$p"
_ANSWER = b"\x1b[?2026;2$y"
_FRAME_END = b"\x1b[?2026l"
_ESCAPE_SEQUENCE = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[ -/]*[0-Z\\^-~]"
)
_QUIET = 0.1
"""Seconds without output after which no more frames are expected."""
_PATIENCE = 10
"""Seconds to wait for the first frame."""
_ENVIRONMENT = {
    "TERM": "xterm-256color",
    "COLORTERM": "truecolor",
    "CLOSEREAD_CONFIG": str(Path(__file__).parent / "configuration"),
    "TEXTUAL_ANIMATIONS": "none",
    "TEXTUAL_SMOOTH_SCROLL": "0",
}


class ProgramSilent(Exception):
    """The program ended, or did not show in time what was waited for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frames:
    """When the frames that a key caused were complete, in seconds after the key."""

    first: float
    last: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """Resident memory of a process, in millions of bytes."""

    resident: float
    peak: float


class Terminal:
    """A program on a terminal in true colour and without animations."""

    AT_ONCE = 1 << 16
    """The most bytes that are taken from the program at a time."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        environment: Mapping[str, str] | None = None,
        size: tuple[int, int] = (COLUMNS, ROWS),
    ) -> None:
        """Start a program. Its clock starts just before the process does.

        Args:
            command: Program and arguments.
            environment: What else to tell the program of its terminal.
            size: The terminal's columns and rows.
        """
        columns, rows = size
        self._terminal, program_end = pty.openpty()
        fcntl.ioctl(program_end, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        inherited = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
        self._output = b""
        self._started = time.perf_counter()
        self._process = subprocess.Popen(
            command,
            stdin=program_end,
            stdout=program_end,
            stderr=program_end,
            env=inherited | _ENVIRONMENT | dict(environment or {}),
            start_new_session=True,
        )
        os.close(program_end)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def wait_for(self, text: str, *, seconds: float = 60) -> float:
        """Wait until a text of one line stands in what was written since the last key.

        Returns:
            Seconds from the start of the process to the arrival of the text.

        Raises:
            ProgramSilent: If it does not come in time.
        """
        deadline = time.perf_counter() + seconds
        while (now := time.perf_counter()) < deadline:
            if text in self._visible():
                return now - self._started
            self._read(deadline - now)
        raise ProgramSilent(f"{text!r} did not come within {seconds} s; {self._last_words()}")

    def has_written(self, text: str) -> bool:
        """Whether a text of one line stands in what was written since the last key."""
        return text in self._visible()

    def suspend_and_resume(self) -> None:
        """Stop the program as Ctrl+Z in a shell does, and let it go on."""
        self._output = b""
        os.kill(self._process.pid, signal.SIGTSTP)
        os.waitid(os.P_PID, self._process.pid, os.WSTOPPED)
        os.kill(self._process.pid, signal.SIGCONT)

    def press(self, keys: str) -> Frames:
        """Send keys at once and wait for all the frames that follow.

        Raises:
            ProgramSilent: If no frame follows.
        """
        ends = list(self.frames(keys))
        return Frames(first=ends[0], last=ends[-1])

    def answer(self, keys: str, text: str) -> float:
        """Send keys at once and wait until a text of one line is written.

        Returns:
            Seconds from the keys to the arrival of the text.

        Raises:
            ProgramSilent: If it does not come.
        """
        self._send(keys)
        pressed = time.perf_counter()
        while text not in self._visible():
            if time.perf_counter() > pressed + _PATIENCE:  # a cursor may blink all the while
                raise ProgramSilent(f"{keys!r} did not bring {text!r}; {self._last_words()}")
            self._read(_PATIENCE)
        return time.perf_counter() - pressed

    def send(self, keys: str) -> None:
        """Send keys at once, and wait for nothing."""
        os.write(self._terminal, keys.encode())

    def frames(self, keys: str) -> Iterator[float]:
        """Send keys at once and yield, as each frame is complete, the seconds since then.

        Raises:
            ProgramSilent: If no frame follows.
        """
        self._send(keys)
        try:
            yield from self._frames_since(time.perf_counter())
        except ProgramSilent as error:
            raise ProgramSilent(f"After {keys!r}: {error}") from error

    def _frames_since(self, begin: float) -> Iterator[float]:
        complete = 0
        while self._read(_QUIET if complete else _PATIENCE):
            if (ends := self._output.count(_FRAME_END)) > complete:
                complete = ends
                yield time.perf_counter() - begin
        if not complete:
            raise ProgramSilent(f"Nothing changed on the screen; {self._last_words()}")

    def resize(self, columns: int, rows: int = ROWS) -> float:
        """Change the size of the terminal, and wait until the program has drawn all of it anew.

        Returns:
            Seconds from the change to the end of the last frame.
        """
        self.settle(quiet=0.02)
        self._output = b""
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, size)
        os.killpg(self._process.pid, signal.SIGWINCH)
        return list(self._frames_since(time.perf_counter()))[-1]

    def _send(self, keys: str) -> None:
        """Forget what was written so far, and write the keys."""
        self.settle(quiet=0.02)
        self._output = b""
        os.write(self._terminal, keys.encode())

    def settle(self, *, quiet: float = 0.3, seconds: float = 10) -> None:
        """Read on until nothing has been written for `quiet` seconds, at most `seconds` long."""
        deadline = time.perf_counter() + seconds
        while time.perf_counter() < deadline and self._read(quiet):
            pass

    def memory(self) -> Memory:
        """What the program's own process holds now, and the most it held so far."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        kibibytes = {
            key: int(value.split()[0])
            for key, value in re.findall(r"^(VmRSS|VmHWM):\s+(.*)$", status, re.MULTILINE)
        }
        return Memory(
            resident=kibibytes["VmRSS"] * 1024 / 1e6, peak=kibibytes["VmHWM"] * 1024 / 1e6
        )

    def kill(self) -> None:
        """End the program and what it has started at once, as `kill -9` does."""
        os.killpg(self._process.pid, signal.SIGKILL)

    def close(self) -> None:
        """End the program and what it has started, without waiting for its goodbye."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._terminal)

    def _read(self, seconds: float) -> bool:
        """Take what the program writes next; false if it writes nothing for so long."""
        ready, _, _ = select.select([self._terminal], [], [], seconds)
        if not ready:
            return False
        try:
            written = os.read(self._terminal, self.AT_ONCE)
        except OSError:  # Linux's way to say that the other end is closed
            written = b""
        if not written:
            raise ProgramSilent(f"The program ended; {self._last_words()}")
        self._pass_on(written)
        if _QUERY in self._output[-len(_QUERY) + 1 :] + written:
            os.write(self._terminal, _ANSWER)
        self._output += written
        return True

    def _pass_on(self, written: bytes) -> None:
        """Do what takes time between the program and whoever looks at the terminal."""

    def _visible(self) -> str:
        return _ESCAPE_SEQUENCE.sub(b"", self._output).decode(errors="replace")

    def _last_words(self) -> str:
        return f"it last wrote {self._visible()[-400:]!r}"
