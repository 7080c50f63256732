"""Unpacking within bounds: zip files that are what they seem, and streams that are counted.

allowance = Allowance(packed=size_of(file), name="news.zip")
with opened_zip(file, name="news.zip") as archive:
for info in archive.infolist():
stream = bounded(opened_member(archive, info, name="news.zip"), allowance)
"""

import io
import struct
import zlib
from typing import TYPE_CHECKING, BinaryIO, cast

from annotations.errors import SourceError
from annotations.sources import limits
from annotations.sources.reasons import reason_of

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

_RATIO = 200
"""Bytes unpacked for one that is packed; text makes up to thirty, bombs make a thousand."""
_FREE = 200_000_000
"""Bytes unpacked from an archive however small it is."""
_ARCHIVE = 2_000_000
"""Bytes that an archive within an archive costs, so that a small one cannot hold millions."""

_DIRECTORY = 32_000_000
"""Bytes of a zip file's directory, each of which takes twenty in memory."""
_TAIL = 65_536 + 22 + 20 + 56
"""Bytes at the end of a zip file that hold the records of where its directory is, and a comment."""
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x06"
_SIZE_AT, _SIZE_64_AT = 12, 40
_LOCAL_HEADER = 30
"""Bytes before a member's name."""
_METHODS = (0, 8, 12)
"""Stored, deflate, bzip2; LZMA claims as much memory as it likes."""
_ENCRYPTED = 0x1

_DAMAGED = (OSError, ValueError, RuntimeError, EOFError, zlib.error)
_DAMAGED_ELSEWHERE = ("BadZipFile", "ReadError", "LZMAError")
"""What decompressors raise; the names of errors whose modules are not imported here."""


class Allowance:
    """How much may still be unpacked, of an archive and of all that are in it."""

    def __init__(self, *, packed: int, name: str) -> None:
        """Args:
        packed: Bytes of the archive itself.
        name: What errors call it.
        """
        self._left = _FREE + _RATIO * packed
        self._name = name

    @property
    def is_spent(self) -> bool:
        """Whether nothing more may be unpacked, which has been said."""
        return self._left < 0

    def give(self, packed: int) -> None:
        """Note that the archive is so many bytes larger than was known."""
        self._left += _RATIO * packed

    def take(self, size: int) -> None:
        """Note that so many bytes were unpacked.

        Raises:
            SourceError: If that is more than what was left.
        """
        self._left -= size
        if self._left < 0:
            raise SourceError(
                f"{self._name} unpacks to far more than articles do; the rest was left out.",
                hint="If it is no trap, unpack it and add the folder.",
            )

    def take_archive(self) -> None:
        """Note that an archive within the archive was opened.

        Raises:
            SourceError: As `take`.
        """
        self.take(_ARCHIVE)


def size_of(file: BinaryIO) -> int:
    """How many bytes a file has; it stands at its beginning afterwards."""
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    return size


def bounded(source: BinaryIO, allowance: Allowance, *, name: str) -> BinaryIO:
    """A stream that counts what is read from another, and cannot be gone about in.

    Reading it raises a `SourceError` when the allowance is spent, and where the other stream
    is damaged.

    Args:
        source: The other stream, such as that of a decompressor.
        allowance: What is counted against.
        name: What errors call it.
    """
    return cast(BinaryIO, io.BufferedReader(_Bounded(source, allowance, name)))


class _Bounded(io.RawIOBase):
    def __init__(self, source: BinaryIO, allowance: Allowance, name: str) -> None:
        self._read = getattr(source, "read1", source.read)  # loses nothing where it breaks off
        self._allowance = allowance
        self._name = name

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        try:
            piece = self._read(len(buffer))
        except _DAMAGED as error:
            raise damaged(self._name, error) from error
        except Exception as error:
            if type(error).__name__ in _DAMAGED_ELSEWHERE:
                raise damaged(self._name, error) from error
            raise
        self._allowance.take(len(piece))
        buffer[: len(piece)] = piece
        return len(piece)


def arriving(source: io.BufferedReader, allowance: Allowance) -> io.BufferedReader:
    """A stream of an archive whose size shows as it arrives, through a pipe.

    Args:
        source: The stream.
        allowance: Grows with it.
    """
    return io.BufferedReader(_Arriving(source, allowance))


class _Arriving(io.RawIOBase):
    def __init__(self, source: io.BufferedReader, allowance: Allowance) -> None:
        self._source = source
        self._allowance = allowance

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        piece = self._source.read1(len(buffer))
        self._allowance.give(len(piece))
        buffer[: len(piece)] = piece
        return len(piece)


def damaged(name: str, error: Exception) -> SourceError:
    """That something packed breaks off or is no more what was packed."""
    return SourceError(
        f"{name} is cut short or damaged ({reason_of(error)}).",
        hint="Fetch it once more, or from elsewhere.",
    )


def opened_zip(file: BinaryIO, *, name: str) -> "ZipFile":
    """Open a zip file, or a document that is one.

    Args:
        file: Its bytes, which can be gone about in.
        name: What errors call it.

    Raises:
        SourceError: If it is damaged, has too many members, or members that share their bytes.
    """
    from zipfile import BadZipFile, ZipFile

    if _directory_size(file) > _DIRECTORY:
        raise SourceError(f"{name} has too many members.", hint="Unpack it and add the folder.")
    try:
        archive = ZipFile(file)
    except (BadZipFile, ValueError, NotImplementedError, struct.error, EOFError) as error:
        raise damaged(name, error) from error
    if _overlap(archive.infolist()):
        raise SourceError(f"{name} is a trap: its members share their bytes, to unpack endlessly.")
    return archive


def _directory_size(file: BinaryIO) -> int:
    """The most bytes that the end of a zip file says its directory has."""
    size = size_of(file)
    file.seek(max(0, size - _TAIL))
    tail = file.read(_TAIL)
    claims = [0]
    for mark, at, layout in ((_END, _SIZE_AT, "<L"), (_END_64, _SIZE_64_AT, "<Q")):
        found = tail.rfind(mark)
        if found >= 0 and found + at + struct.calcsize(layout) <= len(tail):
            claims += struct.unpack_from(layout, tail, found + at)
    return min(max(claims), size)


def _overlap(members: "list[ZipInfo]") -> bool:
    """Whether a member begins before the one before it has ended."""
    end = 0
    for info in sorted(members, key=lambda info: info.header_offset):
        if info.header_offset < end:
            return True
        end = info.header_offset + _LOCAL_HEADER + info.compress_size
    return False


def is_encrypted(info: "ZipInfo") -> bool:
    """Whether a zip file's member cannot be read without a password."""
    return bool(info.flag_bits & _ENCRYPTED)


def opened_member(archive: "ZipFile", info: "ZipInfo", *, name: str) -> BinaryIO:
    """The stream of a zip file's member, not yet bounded.

    Args:
        archive: The zip file.
        info: The member.
        name: What errors call the member.

    Raises:
        SourceError: If it is encrypted, damaged or packed in a way that is not read.
    """
    from zipfile import BadZipFile

    if is_encrypted(info):
        raise SourceError(
            f"{name} is encrypted.", hint="Unpack the archive with its password and add the folder."
        )
    if info.compress_type not in _METHODS:
        raise SourceError(
            f"{name} is packed in a way that closeread does not read (method "
            f"{info.compress_type}).",
            hint="Unpack the archive and add the folder.",
        )
    try:
        return cast(BinaryIO, archive.open(info))
    except (BadZipFile, ValueError, NotImplementedError, RuntimeError, OSError) as error:
        raise damaged(name, error) from error


def member_bytes(
    archive: "ZipFile",
    info: "ZipInfo",
    allowance: Allowance,
    *,
    name: str,
    most: int = limits.WHOLE,
) -> bytes:
    """All bytes of a zip file's member, such as a part of a document.

    Args:
        archive: The zip file.
        info: The member.
        allowance: What is counted against.
        name: What errors call the member.
        most: Bytes that it may have; what the zip file says of its size is not believed.

    Raises:
        SourceError: As `opened_member`, if it has more bytes, or if the allowance is spent.
    """
    with bounded(opened_member(archive, info, name=name), allowance, name=name) as stream:
        data = stream.read(most + 1)
    if len(data) > most:
        raise SourceError(f"{name} has more than {most // 1_000_000} MB in one piece.")
    return data
