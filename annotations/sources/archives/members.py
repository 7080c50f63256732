"""What is in an archive, each member read as if it were a file in a folder."""

from collections.abc import Callable, Iterator
from contextlib import closing
from io import BufferedReader
from typing import BinaryIO

from annotations.errors import SourceError
from annotations.sources import limits
from annotations.sources.archives.bounded import Allowance, arriving, bounded, size_of
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item
from annotations.sources.names import (
    is_asked_for,
    is_passed_over,
    is_spelled_out,
    plain_path,
)
from annotations.sources.options import Options


def allowance_of(given: Input, *, packed: int) -> Allowance:
    """How much may be unpacked from an archive, which may be in another.

    Args:
        given: The archive.
        packed: Its bytes.

    Raises:
        SourceError: If it is too deep in others.
    """
    if given.allowance is None:
        given.allowance = Allowance(packed=packed, name=given.name)
        return given.allowance
    given.allowance.take_archive()
    if given.depth > limits.DEPTH:
        raise SourceError(
            f"{given.name} is in more than {limits.DEPTH} archives, one within the other.",
            hint="Unpack the outer ones first.",
        )
    return given.allowance


def stream_of(given: Input) -> tuple[BufferedReader, Allowance]:
    """The bytes of an archive that is read from one end to the other, and what may be unpacked.

    Args:
        given: The archive, which may be in another.

    Raises:
        SourceError: If it is too deep in others.
    """
    is_pipe = given.allowance is None and not given.stream.seekable()
    packed = 0 if given.allowance is not None or is_pipe else _size(given.stream)
    allowance = allowance_of(given, packed=packed)
    reader = given.reader()
    return (arriving(reader, allowance) if is_pipe else reader), allowance


def _size(stream: BinaryIO) -> int:
    """The bytes of a file, which stays where it stands."""
    at = stream.tell()
    size = size_of(stream)
    stream.seek(at)
    return size


def is_wanted(path: str, *, options: Options) -> bool:
    """Whether a member is looked into.

    Args:
        path: Its plain path.
        options: What was asked for.
    """
    from annotations.sources.registry import may_hold_articles  # it imports this package

    if not path or is_passed_over(path) or not is_asked_for(path, options):
        return False
    return may_hold_articles(path) or is_spelled_out(path, options)


def read_member(
    given: Input, name: str, opened: Callable[[], BinaryIO], options: Options
) -> Iterator[Item]:
    """Read a member of an archive.

    Args:
        given: The archive, with its allowance.
        name: The member's name as the archive has it.
        opened: Opens the member; what it raises is yielded.
        options: What was asked for.
    """
    from annotations.sources.reading import read_found  # it imports this package

    assert given.allowance is not None
    path = plain_path(name)
    try:
        with closing(opened()) as source:
            member = given.member(path, bounded(source, given.allowance, name=given.name))
            yield from read_found(path, member, options)
    except SourceError as error:
        yield error
