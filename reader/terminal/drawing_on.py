"""Drawing on whichever standard stream is the terminal.

Textual draws on standard error, so that standard output can be redirected. Whoever redirects
standard error, to keep what is reported there, still has the terminal on standard output.
"""

import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from textual.app import App


def stream_of_terminal() -> TextIO | None:
    """Standard error if it is a terminal, else standard output; null if both were closed."""
    errors, output = sys.__stderr__, sys.__stdout__
    if output is None or (errors is not None and errors.isatty()) or not output.isatty():
        return errors
    return output


class TerminalDriver(LinuxDriver):
    """Textual's driver for Linux and macOS, on the stream that is the terminal."""

    def __init__(
        self,
        app: "App[object]",
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        """Args:
        app: What is drawn.
        debug: Whether to keep a log of keys.
        mouse: Whether the mouse is used.
        size: Columns and rows at first; null to ask the terminal.
        """
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        stream = stream_of_terminal()
        if isinstance(stream, TextIOWrapper) and stream is sys.__stdout__:
            # Standard error escapes by itself what the locale's charset lacks.
            stream.reconfigure(errors="backslashreplace")
            self._file = stream
