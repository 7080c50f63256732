"""The inputs that commands take: files, folders and standard input."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from annotations.sources import (
    PLAIN,
    STANDARD_INPUT,
    Input,
    Item,
    Options,
    read,
    read_standard_input,
)
from annotations.text import clean_line

DASH = Path("-")
"""What stands for standard input, or output, on the command line."""


def add_inputs(parser: ArgumentParser, *, metavar: str) -> None:
    """Let a command take one input or more, as `options.inputs`."""
    parser.add_argument(
        "inputs",
        metavar=metavar,
        nargs="+",
        type=Path,
        help='text (.txt, .md), JSON lines (.jsonl, one object with a "text" a line), a folder '
        "of such files, or - for standard input",
    )
    _add_patterns(parser)


def _add_patterns(parser: ArgumentParser) -> None:
    """Let a command say what of folders and archives is meant."""
    for name, meaning in (
        ("--include", "take only files of folders and archives whose name, or path in there"),
        ("--exclude", "leave out files, and folders with all that is in them, whose name or path"),
    ):
        parser.add_argument(
            name,
            metavar="PATTERN",
            action="append",
            default=[],
            help=f"{meaning}, matches, such as '*.html' or 'drafts/*' (may be repeated)",
        )


def reading_options(options: Namespace) -> Options:
    """How a person wants the inputs to be read."""
    return Options(include=tuple(options.include), exclude=tuple(options.exclude))


def read_inputs(inputs: Iterable[Path], options: Options = PLAIN) -> Iterator[Item]:
    """Read the inputs in order, each when it is asked for."""
    for path in inputs:
        if path == DASH:
            yield from read_standard_input(sys.stdin.buffer, options)
        else:
            yield from read(path, options)


@contextmanager
def opened_input(path: Path) -> Iterator[Input]:
    """Open a file, or standard input if the path is "-".

    Raises:
        OSError: If the file cannot be read.
    """
    if path == DASH:
        yield Input(name=STANDARD_INPUT, stream=sys.stdin.buffer)
        return
    with path.open("rb") as file:
        yield Input(name=clean_line(str(path)), stream=file, origin=os.path.abspath(path))
