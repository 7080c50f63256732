"""From a path, or standard input, to the articles in it."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources import folders
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item
from annotations.sources.options import PLAIN, Options
from annotations.sources.registry import KINDS, kind_of, may_hold_articles
from annotations.text import clean_line

STANDARD_INPUT = "standard input"
"""What errors call it."""

_LONGEST_REASON = 200
"""Characters of what a library says is wrong."""


def read_all(paths: Iterable[Path], options: Options = PLAIN) -> Iterator[Item]:
    """Read files and folders one after the other, as `read` does."""
    for path in paths:
        yield from read(path, options)


def read(path: Path, options: Options = PLAIN) -> Iterator[Item]:
    """Read a file, or all files in a folder, and the folders below it, that may hold articles.

    Nothing is opened before it is asked for, and nothing is raised for what cannot be read.
    """
    if os.path.isdir(path):
        for found in folders.files(path, is_wanted=may_hold_articles):
            yield from (found,) if isinstance(found, SourceError) else _read_file(found, options)
    else:
        yield from _read_file(path, options)


def first_article(paths: Iterable[Path]) -> Article | None:
    """The first article that can be read from some paths; nothing behind it is read."""
    return next((item for item in read_all(paths) if isinstance(item, Article)), None)


def read_standard_input(stream: BinaryIO, options: Options = PLAIN) -> Iterator[Item]:
    """Read a stream, such as `sys.stdin.buffer`; JSON lines are read as they arrive."""
    return read_input(Input(name=STANDARD_INPUT, stream=stream), options)


def read_input(given: Input, options: Options = PLAIN) -> Iterator[Item]:
    """Read an open input as what its content shows it to be.

    Libraries that read foreign formats raise anything on hostile bytes; whatever it is becomes
    one error in the place of what could not be read.
    """
    try:
        kind = kind_of(given.head)
        if kind is None:
            raise SourceError(
                f"{given.name} is of no kind that closeread knows.",
                hint=f"These are known: {', '.join(kind.name for kind in KINDS)}.",
            )
        for item in kind.read(given, options):
            yield _from(given, item)
    except SourceError as error:
        yield error
    except OSError as error:
        yield SourceError(f"{given.name} cannot be read: {error.strerror or error}.")
    except Exception as error:
        reason = clean_line(f"{type(error).__name__}: {error}")[:_LONGEST_REASON]
        yield SourceError(f"{given.name} cannot be read ({reason}).")


def _read_file(path: Path, options: Options) -> Iterator[Item]:
    name = clean_line(str(path))
    try:
        with path.open("rb") as file:
            yield from read_input(
                Input(name=name, stream=file, origin=os.path.abspath(path)), options
            )
    except OSError as error:
        yield SourceError(f"{name} cannot be read: {error.strerror or error}.")


def _from(given: Input, item: Item) -> Item:
    """What was read, with what it came from unless that is known more closely."""
    if isinstance(item, Article) and item.read_from is None:
        return replace(item, read_from=given.name)
    return item
