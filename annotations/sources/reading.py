"""From a path, or standard input, to the articles in it."""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources import folders, json_lines, plain_text
from annotations.sources.kinds import Item, Kind
from annotations.text import clean_line

KINDS: tuple[Kind, ...] = (plain_text.KIND, json_lines.KIND)
"""Every kind of file that can be read."""

STANDARD_INPUT = "standard input"
"""What errors call it."""

_BY_SUFFIX = {suffix: kind for kind in KINDS for suffix in kind.suffixes}


def read_all(paths: Iterable[Path]) -> Iterator[Item]:
    """Read files and folders one after the other, as `read` does."""
    for path in paths:
        yield from read(path)


def read(path: Path) -> Iterator[Item]:
    """Read a file, or every file of a known kind in a folder and the folders below it.

    Nothing is opened before it is asked for, and nothing is raised for what cannot be read.
    """
    if os.path.isdir(path):
        for found in folders.files(path, suffixes=_BY_SUFFIX):
            yield from (found,) if isinstance(found, SourceError) else _read_file(found)
    else:
        yield from _read_file(path)


def first_article(paths: Iterable[Path]) -> Article | None:
    """The first article that can be read from some paths; nothing behind it is read."""
    return next((item for item in read_all(paths) if isinstance(item, Article)), None)


def read_standard_input(lines: Iterable[bytes]) -> Iterator[Item]:
    """Read JSON lines if the first line that is not blank is a JSON object, else plain text.

    Args:
        lines: The raw lines of the stream, such as `sys.stdin.buffer`. JSON lines are read as
            they arrive.
    """
    unread = iter(lines)
    head = []
    for line in unread:
        head.append(line)
        if line.strip():
            break
    kind = json_lines.KIND if head and _is_json_object(head[-1]) else plain_text.KIND
    yield from kind.read(chain(head, unread), STANDARD_INPUT)


def _read_file(path: Path) -> Iterator[Item]:
    name = clean_line(str(path))
    try:
        with path.open("rb") as file:
            kind = _BY_SUFFIX.get(path.suffix.lower())
            found = (_unknown(name),) if kind is None else kind.read(file, name)
            yield from (_from(path, item) for item in found) if kind is plain_text.KIND else found
    except OSError as error:
        yield SourceError(f"{name} cannot be read: {error.strerror or error}.")


def _from(path: Path, item: Item) -> Item:
    """What was read, with the file that it alone is in."""
    return replace(item, origin=os.path.abspath(path)) if isinstance(item, Article) else item


def _unknown(name: str) -> SourceError:
    return SourceError(
        f"{name} is of no kind that closeread knows.",
        hint=f"Its name has to end in one of {', '.join(_BY_SUFFIX)}.",
    )


def _is_json_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line.removeprefix(b"\xef\xbb\xbf")), dict)
    except (ValueError, RecursionError):
        return False
