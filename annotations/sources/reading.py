"""From a path, or standard input, to the articles in it."""

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources import folders
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item
from annotations.sources.names import inside, is_asked_for, is_spelled_out
from annotations.sources.network.addresses import Address, Source, shown
from annotations.sources.options import PLAIN, Options
from annotations.sources.reasons import reason_of
from annotations.sources.registry import all_kinds, is_meant, kind_of, may_hold_articles
from annotations.text import clean_line

STANDARD_INPUT = "standard input"
"""What errors call it."""


def read_all(sources: Iterable[Source], options: Options = PLAIN) -> Iterator[Item]:
    """Read files, folders and addresses one after the other, as `read` does."""
    for source in sources:
        yield from read(source, options)


def read(source: Source, options: Options = PLAIN) -> Iterator[Item]:
    """Read a file, an address, or all files that may hold articles in a folder and those below it.

    Nothing is opened before it is asked for, and nothing is raised for what cannot be read. In
    folders and archives, the patterns of the options decide, and names. What lies in a folder leads
    to no address, unless full articles are asked for: nobody has named it.
    """
    if isinstance(source, Address):
        yield from _read_address(source, options)
    elif os.path.isdir(source):
        options = options if options.full else options.offline()
        for found in folders.files(source, is_wanted=partial(_is_wanted, options=options)):
            if isinstance(found, SourceError):
                yield found
            else:
                yield from _read_file(found, options, within=source)
    else:
        yield from _read_file(source, options)


def _is_wanted(path: str, *, options: Options) -> bool:
    """Whether a file in a folder is looked into, by where it is in there."""
    looked_into = may_hold_articles(path) or is_spelled_out(path, options)
    return looked_into and is_asked_for(path, options)


def read_found(path: str, given: Input, options: Options) -> Iterator[Item]:
    """Read an input that was found in a folder or an archive, if it is one that people mean.

    Args:
        path: Where it is in there, parted by slashes.
        given: The input.
        options: How to read it.
    """
    if is_spelled_out(path, options) or is_meant(path, given.head):
        yield from read_input(given, inside(path, options))


def first_article(sources: Iterable[Source], options: Options = PLAIN) -> Article | None:
    """The first article that can be read from some sources; nothing behind it is read."""
    return next((item for item in read_all(sources, options) if isinstance(item, Article)), None)


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
                hint=f"These are known: {', '.join(kind.name for kind in all_kinds())}.",
            )
        for item in kind.read(given, options):
            yield _from(given, item)
    except SourceError as error:
        yield error
    except OSError as error:
        yield SourceError(f"{given.name} cannot be read: {error.strerror or error}.")
    except Exception as error:
        reason = f"{type(error).__name__}: {reason_of(error)}"
        yield SourceError(f"{given.name} cannot be read ({reason}).")


def _read_file(path: Path, options: Options, *, within: Path | None = None) -> Iterator[Item]:
    """Read a file, unless all that it holds is known.

    Args:
        path: The file.
        options: How to read it.
        within: The folder that it was found in; null if it was named.
    """
    known = options.known
    if known is None:
        yield from _opened(path, options, within)
        return
    if not known.begins(path):
        return
    whole, fetched = True, list[str]()
    for item in _opened(path, _noting(options, fetched), within):
        whole = whole and isinstance(item, Article)
        yield item
    known.ends(path, whole=whole and not fetched)


def _noting(options: Options, fetched: list[str]) -> Options:
    """The same, with the addresses noted that are asked for: what they hold changes unseen."""
    fetch = options.fetch
    if fetch is None:
        return options

    def note(address: str) -> AbstractContextManager[Input]:
        fetched.append(address)
        return fetch(address)

    return replace(options, fetch=note)


def _opened(path: Path, options: Options, within: Path | None) -> Iterator[Item]:
    name = clean_line(str(path))
    try:
        with open(path, "rb", opener=None if within is None else _opened_at_once) as file:
            before = os.fstat(file.fileno())
            if within is not None and not stat.S_ISREG(before.st_mode):
                return
            given = Input(name=name, stream=file, origin=os.path.abspath(path))
            if within is None:
                yield from read_input(given, options)
            else:
                place = path.relative_to(within).as_posix()
                yield from read_found(place, given, options)
            if _has_changed(before, os.fstat(file.fileno())):
                yield SourceError(f"{name} changed while it was read.", hint="Add it again.")
    except OSError as error:
        yield SourceError(f"{name} cannot be read: {error.strerror or error}.")


def _opened_at_once(path: str, flags: int) -> int:
    """Open a file; a named pipe that has taken its place would wait for a writer."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _has_changed(before: os.stat_result, after: os.stat_result) -> bool:
    """Whether somebody has written to a file."""
    return stat.S_ISREG(before.st_mode) and (before.st_size, before.st_mtime_ns) != (
        after.st_size,
        after.st_mtime_ns,
    )


def _read_address(address: Address, options: Options) -> Iterator[Item]:
    if options.fetch is None:
        yield SourceError(f"{shown(address.text)} is not opened here.")
        return
    try:
        with options.fetch(address.text) as given:
            yield from read_input(given, options)
    except SourceError as error:
        yield error


def _from(given: Input, item: Item) -> Item:
    """What was read, with what it came from, unless that is known more closely, and its address."""
    if not isinstance(item, Article):
        return item
    if not item.text.strip():
        return SourceError(f"{item.read_from or given.name} has no text.")
    url = item.url or (given.address if item.origin is not None else None)
    return replace(item, read_from=item.read_from or given.name, url=url)
