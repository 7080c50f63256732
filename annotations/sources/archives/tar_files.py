"""Tar archives, read from one end to the other: every member that may hold articles."""

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, cast

from annotations.errors import SourceError
from annotations.sources.archives.bounded import damaged
from annotations.sources.archives.members import is_wanted, read_member, stream_of
from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.names import plain_path
from annotations.sources.options import Options
from annotations.sources.streams import as_it_comes

if TYPE_CHECKING:
    from tarfile import TarFile, TarInfo

_BLOCK = 512
_MAGIC = slice(257, 262)
_CHECKSUM = slice(148, 156)


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read the members as they come. What breaks off is read as far as it goes."""
    import tarfile

    from annotations.sources.archives.tar_members import Member

    packed, allowance = stream_of(given)
    told = ""
    try:
        with tarfile.open(
            fileobj=as_it_comes(packed), mode="r|", tarinfo=Member, encoding="utf-8"
        ) as archive:
            for info in _members(archive):
                if not info.isreg() or not is_wanted(plain_path(info.name), options=options):
                    continue
                opened = functools.partial(_opened, archive, info)
                for item in read_member(given, info.name, opened, options):
                    told = str(item) if isinstance(item, SourceError) else ""
                    yield item
                if allowance.is_spent:
                    return
    except (tarfile.TarError, SourceError) as error:
        ending = error if isinstance(error, SourceError) else damaged(given.name, error)
        if str(ending) != told:
            yield ending


def _members(archive: "TarFile") -> Iterator["TarInfo"]:
    """One member after the other; the archive would remember them all."""
    while (info := archive.next()) is not None:
        yield info
        archive.members.clear()  # type: ignore[attr-defined]


def _opened(archive: "TarFile", info: "TarInfo") -> BinaryIO:
    return cast(BinaryIO, archive.extractfile(info))


def recognises(head: Head) -> bool:
    """Whether an input begins with the header of a member."""
    header = head.data[:_BLOCK]
    return len(header) == _BLOCK and (header[_MAGIC] == b"ustar" or _has_checksum(header))


def _has_checksum(header: bytes) -> bool:
    """Whether the header of an old archive, which has no magic, adds up."""
    try:
        told = int(header[_CHECKSUM].strip(b"\0 ") or b"0", 8)
    except ValueError:
        return False
    return told > 0 and told == sum(header) - sum(header[_CHECKSUM]) + 8 * ord(" ")


KIND = Kind(name="tar archive", suffixes=(".tar",), recognises=recognises, read=read)
