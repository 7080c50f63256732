"""The inputs that commands take: files, folders and standard input."""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from annotations.sources import STANDARD_INPUT, Input, Item, read, read_standard_input
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


def read_inputs(inputs: Iterable[Path]) -> Iterator[Item]:
    """Read the inputs in order, each when it is asked for."""
    for path in inputs:
        if path == DASH:
            yield from read_standard_input(sys.stdin.buffer)
        else:
            yield from read(path)


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
