"""`closeread [PATH…]`: the one command that opens the reader."""

import gc
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path

from annotations.errors import CloseReadError, UsageError
from annotations.sources.network.addresses import Address, Source, source_of
from reader.headless.inputs import DASH, add_network_options
from reader.headless.output import report

DESCRIPTION = "Read annotated news articles in the terminal, correct them and export them."
EXAMPLES = """\
examples:
  closeread                         open the library
  closeread report.txt              add an article and open it
  closeread reports/ --store aleppo.db
                                    add a folder to a store of its own
  closeread https://news.example/2026/bridge
                                    fetch a page, add it and open it
  closeread annotate report.txt     print what is found, and open nothing
"""

REPORTS_CONFIGURATION = True
"""The screen says what is wrong with the configuration."""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        type=source_of,
        help="files, folders or addresses (https://…) to add and open; without any, the library "
        "(a file that is called like a command: ./add)",
    )
    add_network_options(parser)
    parser.add_argument(
        "--guidelines",
        metavar="FILE",
        type=Path,
        help="the Markdown file that the reader shows on g i (default: guidelines.md in the "
        "folder that is opened, else beside the store)",
    )


def run(options: Namespace) -> int:
    """Open the paths that exist, or the library if none was named."""
    paths = list(_existing(options.paths))
    if options.paths and not paths:
        return 1
    require_terminal()
    # Collecting garbage while everything is being made costs a tenth of the start; the reader
    # begins to collect when its first screen stands.
    gc.disable()
    from reader.launch import Setup, launch

    status = launch(options.store, Setup.of(options), paths=paths)
    return status or int(len(paths) < len(options.paths))


def _existing(paths: Iterable[Source]) -> Iterable[Source]:
    for path in paths:
        if isinstance(path, Address):
            yield path
            continue
        if path == DASH:
            raise UsageError(
                "The reader needs standard input for the keyboard.",
                hint="Add the article with `closeread add -`, then open the library.",
            )
        if os.path.exists(path):
            yield path
        else:
            report(f"There is no file or folder {path}.")


def require_terminal() -> None:
    """Make sure that the reader can be opened.

    The keyboard is read from standard input; the screen is drawn where the terminal is. In a
    browser there is none of them; textual-serve says so to Textual by a variable.

    Raises:
        CloseReadError: If it cannot.
    """
    if os.environ.get("TEXTUAL_DRIVER"):
        return
    screen = sys.stdout.isatty() or sys.stderr.isatty()
    there = {"standard input": sys.stdin.isatty(), "standard output": screen}
    missing = " and ".join(name for name, is_terminal in there.items() if not is_terminal)
    if missing:
        raise CloseReadError(
            f"The reader needs a terminal, which {missing} {'are' if ' and ' in missing else 'is'} "
            "not.",
            hint="Without one, use `closeread annotate`, `list` or `export`.",
        )
