"""Where words go: data to standard output, messages to standard error."""

import os
import sys
from contextlib import suppress
from io import UnsupportedOperation
from typing import TextIO

from annotations.text import clean_line


def report(message: object) -> None:
    """Write one message to standard error, as one line that no terminal obeys."""
    print(clean_line(str(message)), file=sys.stderr)


def data_output() -> TextIO:
    """Standard output for data that other programs read.

    It is UTF-8 whatever the locale, its line ends are not translated, and a lone surrogate
    becomes its escape sequence, which JSON reads back.
    """
    _reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
    return sys.stdout


def text_output() -> TextIO:
    """Standard output for people: what the locale's charset lacks is escaped."""
    _reconfigure(errors="backslashreplace")
    return sys.stdout


def open_closed_streams() -> None:
    """Put an empty stream in the place of each standard stream that the caller has closed."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode))  # noqa: SIM115 - open to the end


def silence_standard_output() -> None:
    """Throw away what is still to be written, where it cannot be written any more."""
    with suppress(UnsupportedOperation):  # a stream in memory needs no silencing
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _reconfigure(**settings: str) -> None:
    if hasattr(sys.stdout, "reconfigure"):  # not when a test has put another stream there
        sys.stdout.reconfigure(**settings)
