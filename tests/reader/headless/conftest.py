"""Command lines, run in this process, in one of their own, or in a terminal."""

import io
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from annotations.errors import DetectorDied, DetectorError
from annotations.model import Annotation, Article, Detector, Entity, VagueRule
from annotations.store import Store
from reader.cli import main

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command line did."""

    status: int
    output: str
    messages: list[str]
    """Lines on standard error."""


@pytest.fixture(autouse=True)
def store_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The store that commands use, and folders without anything else in them."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    path = tmp_path / "store.db"
    monkeypatch.setenv("CLOSEREAD_STORE", str(path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "configuration"))
    return path


@pytest.fixture
def store(blank: Path, store_path: Path) -> Iterator[Store]:
    """The same store, opened beside the commands."""
    shutil.copy(blank, store_path)
    with Store.open(store_path) as opened:
        yield opened


@pytest.fixture
def call(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Outcome]:
    """Runs a command line in this process."""

    def run(*words: str, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        try:
            status = main(words)
        except SystemExit as end:
            status = int(end.code or 0)
        captured = capsys.readouterr()
        return Outcome(status, captured.out, captured.err.splitlines())

    return run


@pytest.fixture
def start(tmp_path: Path) -> Callable[..., "subprocess.Popen[bytes]"]:
    """Starts a command line in a process of its own, with pipes on all three streams."""

    def popen(*words: str) -> "subprocess.Popen[bytes]":
        path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
        return subprocess.Popen(
            [sys.executable, "-m", "reader", *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": path},
            # Tests in the background of a shell ignore it, and would hand that down.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )

    return popen


@pytest.fixture
def terminal() -> Callable[..., tuple[int, str]]:
    """Runs a command line in a terminal of so many columns; gives its status and the screen."""
    pty = pytest.importorskip("pty", reason="needs a pseudo-terminal")

    def run(*words: str, columns: int = 80, output: Path | None = None) -> tuple[int, str]:
        import fcntl
        import struct
        import termios

        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
        stdout = output.open("wb") if output else None
        process = subprocess.Popen(
            [sys.executable, "-m", "reader", *words],
            stdin=theirs,
            stdout=stdout or theirs,
            stderr=theirs,
            env=os.environ | {"PYTHONPATH": path, "TERM": "xterm-256color"},
        )
        os.close(theirs)
        screen = b"".join(iter(lambda: _read(ours), b""))
        os.close(ours)
        if stdout:
            stdout.close()
        return process.wait(), screen.decode().replace("\r\n", "\n")

    return run


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other side is closed
        return b""


class ScriptedDetector:
    """Finds the first word of a text; fails on "poison", dies of "deadly"."""

    def __init__(self, model: str, *, vague_rule: VagueRule, own_names: Path | None = None) -> None:
        self.model = model
        self.vague_rule = vague_rule
        self.own_names = own_names
        self.restarts = 0
        self.closed = False

    def start(self) -> Detector:
        return Detector(name=self.model, version="1")

    def restart(self) -> Detector:
        self.restarts += 1
        return self.start()

    def close(self) -> None:
        self.closed = True

    def detect(self, article: Article, *, progress: Callable[[float], None]) -> list[Annotation]:
        text = article.text
        progress(0.5)
        if "deadly" in text:
            raise DetectorDied("It died.")
        if "poison" in text:
            raise DetectorError("It failed.")
        word = text.split()[0]
        start = text.index(word)
        signature = str(self.start())
        return [
            Entity(start=start, end=start + len(word), text=word, label="ORG", detector=signature)
        ]


@pytest.fixture
def detectors(monkeypatch: pytest.MonkeyPatch) -> list[ScriptedDetector]:
    """Puts scripted detectors in place of real ones; those that were made."""
    made: list[ScriptedDetector] = []

    def make(model: str, *, vague_rule: VagueRule, own_names: Path | None) -> ScriptedDetector:
        made.append(ScriptedDetector(model, vague_rule=vague_rule, own_names=own_names))
        return made[-1]

    monkeypatch.setattr("reader.headless.detecting.DetectorProcess", make)
    return made
