"""Showing a text page by page, with the program that a person has chosen for it."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress

from reader.headless.output import report, text_output

_LESS = "FRX"
"""What less is told unless `LESS` says otherwise, as git does: leave when all fits on one screen,
show colours, and leave the text standing."""


def command(environment: Mapping[str, str]) -> list[str]:
    """The pager to call: `$PAGER`, else less if it is there; empty if there is none to be called.

    Args:
        environment: The variables that are set.
    """
    chosen = environment.get("PAGER")
    if chosen is None:
        return ["less", "-R"] if shutil.which("less", path=environment.get("PATH")) else []
    try:
        words = shlex.split(chosen)
    except ValueError:
        report(f"PAGER is {chosen!r}, whose quotation marks are not closed; it is not used.")
        return []
    return [] if words == ["cat"] else words


def show(lines: Iterable[str]) -> None:
    """Write lines to the pager, or to standard output if there is none."""
    pager = _start(command(os.environ))
    if pager is None or pager.stdin is None:
        text_output().writelines(lines)
        return
    with _left_to_the_pager():
        with suppress(BrokenPipeError):  # whoever has read enough leaves
            pager.stdin.writelines(lines)
        with suppress(BrokenPipeError):
            pager.stdin.close()
        pager.wait()


def _start(words: list[str]) -> "subprocess.Popen[str] | None":
    if not words:
        return None
    try:
        return subprocess.Popen(
            words,
            stdin=subprocess.PIPE,
            env={"LESS": _LESS} | os.environ,
            encoding=sys.stdout.encoding,
            errors="backslashreplace",
        )
    except OSError as error:
        report(f"The pager {words[0]} cannot be started: {error.strerror or error}.")
        return None


@contextmanager
def _left_to_the_pager() -> Iterator[None]:
    """Let Ctrl-C be the pager's affair: it stops a search, and must not end us before it."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
