"""Documents that are zip archives: which one an input is, and its parts, read within bounds."""

import re
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from annotations.errors import SourceError
from annotations.sources.documents import limits
from annotations.sources.head import Head
from annotations.sources.reasons import reason_of
from annotations.text import clean_line

if TYPE_CHECKING:
    from zipfile import ZipFile

_CHUNK = 65_536
_LOCAL_HEADER = re.compile(rb"PK\x03\x04(.{26})", re.DOTALL)
_LONGEST_NAME = 500


def first_names(head: Head) -> list[str]:
    """The names of the members that an archive begins with, in their order; none if it is none.

    They are read off the headers before each member, since the list of all stands at the end.
    """
    if not head.data.startswith(b"PK\x03\x04"):
        return []
    names = []
    for match in _LOCAL_HEADER.finditer(head.data):
        (length,) = struct.unpack_from("<H", match[1], 22)
        name = head.data[match.end() : match.end() + length]
        if 0 < length <= _LONGEST_NAME and len(name) == length:
            names.append(name.decode("utf-8", errors="replace"))
    return names


def media_type(head: Head) -> str:
    """What the member `mimetype` says, which stands first and uncompressed in EPUB and
    OpenDocument; empty if there is none.
    """
    match = _LOCAL_HEADER.match(head.data)
    if not match:
        return ""
    name_length, extra_length = struct.unpack_from("<HH", match[1], 22)
    (size,) = struct.unpack_from("<I", match[1], 14)
    after = match.end() + name_length
    if head.data[match.end() : after] != b"mimetype":
        return ""
    start = after + extra_length
    said = head.data[start : start + size] if size else head.data[start : start + 100]
    return re.match(rb"[\w/+.-]*", said)[0].partition(b"PK")[0].decode()  # type: ignore[index]


class Parts:
    """The parts of a zipped document."""

    def __init__(self, archive: "ZipFile", name: str) -> None:
        """Args:
        archive: Open for reading.
        name: What errors call the document.

        Raises:
            SourceError: If it has more parts than any document.
        """
        self._archive = archive
        self._name = name
        self.names = tuple(archive.namelist())
        if len(self.names) > limits.PARTS:
            raise SourceError(f"{name} has more than {limits.PARTS:,} parts.")
        self._known = frozenset(self.names)

    def __contains__(self, part: str) -> bool:
        return part in self._known

    def pieces(self, part: str, *, most: int = limits.PART) -> Iterator[bytes]:
        """The bytes of a part, a piece at a time; nothing if there is no such part.

        Raises:
            SourceError: If there are more than `most`, it is encrypted, or it is damaged.
        """
        if part not in self._known:
            return
        left, damaged = most, _damaged()
        try:
            with self._archive.open(part) as file:
                while piece := file.read(_CHUNK):
                    left -= len(piece)
                    if left < 0:
                        raise self._too_large(part, most)
                    yield piece
        except (RuntimeError, NotImplementedError) as error:  # encrypted, or oddly compressed
            raise SourceError(f"{self._name} cannot be unpacked: {reason_of(error)}.") from error
        except damaged as error:
            raise SourceError(f"{self._name} is damaged: {reason_of(error)}.") from error

    def _too_large(self, part: str, most: int) -> SourceError:
        return SourceError(
            f"{self._name} has a part of more than {most // 1_000_000} MB ({clean_line(part)})."
        )

    def data(self, part: str, *, most: int = limits.SMALL_PART) -> bytes:
        """All bytes of a part; empty if there is no such part."""
        return b"".join(self.pieces(part, most=most))


@contextmanager
def opened(file: BinaryIO, name: str) -> Iterator[Parts]:
    """Open a zipped document.

    Args:
        file: Its bytes; it can be gone about in.
        name: What errors call it.

    Raises:
        SourceError: If the archive is damaged.
    """
    import zipfile

    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise SourceError(
            f"{name} is damaged: its end is missing or broken.", hint="Get the file again."
        ) from error
    with archive:
        yield Parts(archive, name)


def _damaged() -> tuple[type[Exception], ...]:
    """What unpacking raises on broken bytes."""
    import zipfile
    import zlib

    return (OSError, EOFError, zipfile.BadZipFile, zlib.error)
