"""Zip files that were cut off: their directory, at the end, is lost; the members are not."""

import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import BinaryIO, cast

from annotations.sources.archives.bounded import Allowance

_HEADER = struct.Struct("<4s2xHH8xL4xHH")
"""Mark, flags, method, packed size, and the lengths of the name and of what follows it."""
_MARK = b"PK\x03\x04"
_ENCRYPTED, _SIZE_FOLLOWS, _NAME_IS_UTF_8 = 0x1, 0x8, 0x800
_STORED, _DEFLATED = 0, 8
_PIECE = 65_536
_LARGE = 0xFFFFFFFF
"""In the place of a size that is told elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CutMember:
    """A member, as it stands in the file itself."""

    name: str
    packed: "Packed"

    def opened(self) -> BinaryIO:
        """Its bytes."""
        return cast(BinaryIO, io.BufferedReader(self.packed))


def members(file: BinaryIO, allowance: Allowance) -> Iterator[CutMember]:
    """Yield one member after the other, up to where the file cannot be understood.

    Args:
        file: The zip file, at its beginning.
        allowance: What is counted against for members that nobody reads.

    Raises:
        SourceError: If the allowance is spent.
    """
    while len(header := file.read(_HEADER.size)) == _HEADER.size:
        mark, flags, method, size, name_length, more_length = _HEADER.unpack(header)
        if mark != _MARK or flags & _ENCRYPTED or method not in (_STORED, _DEFLATED):
            return
        raw = file.read(name_length)
        start = file.seek(more_length, io.SEEK_CUR)
        packed = Packed(file, size if method == _STORED else None)
        if method == _STORED and (flags & _SIZE_FOLLOWS or size == _LARGE):
            return
        yield CutMember(
            name=raw.decode("utf-8" if flags & _NAME_IS_UTF_8 else "cp437", errors="replace"),
            packed=packed,
        )
        packed.pass_over(allowance)
        if not packed.is_whole:
            return
        file.seek(start + packed.taken)
        if flags & _SIZE_FOLLOWS:
            _skip_descriptor(file)


def _skip_descriptor(file: BinaryIO) -> None:
    """Go to the next member, behind the sizes of this one, which have two lengths."""
    at = file.tell()
    following = file.read(28)
    for length in (12, 16, 20, 24):
        if following[length : length + 4] == _MARK:
            file.seek(at + length)
            return


class Packed(io.RawIOBase):
    """A member unpacked, as far as the file goes."""

    def __init__(self, file: BinaryIO, size: int | None) -> None:
        """Args:
        file: The zip file, at the member's first byte.
        size: Bytes of a member that is stored as it is; null if it is deflated.
        """
        self._file = file
        self._inflater = None if size is not None else zlib.decompressobj(-zlib.MAX_WBITS)
        self._size = size
        self.taken = 0
        """Bytes of the file."""
        self.is_whole = size == 0
        """Whether it was read to its end."""

    def readable(self) -> bool:
        """That it can be read."""
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        """Unpack as much as a buffer holds.

        Raises:
            EOFError: If the file ends before the member does.
        """
        piece = b""
        while not piece and not self.is_whole:
            piece = self._stored(len(buffer)) if self._size is not None else self._next(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)

    def pass_over(self, allowance: Allowance) -> None:
        """Go to the end, if there is one."""
        rest = memoryview(bytearray(_PIECE))
        with suppress(EOFError, zlib.error):
            while size := self.readinto(rest):
                allowance.take(size)

    def _stored(self, most: int) -> bytes:
        assert self._size is not None
        piece = self._file.read(min(most, self._size - self.taken))
        if not piece:
            raise EOFError("it ends too early")
        self.taken += len(piece)
        self.is_whole = self.taken == self._size
        return piece

    def _next(self, most: int) -> bytes:
        assert self._inflater is not None
        packed = self._inflater.unconsumed_tail
        if not packed:
            packed = self._file.read(_PIECE)
            self.taken += len(packed)
        if not packed:
            raise EOFError("it ends too early")
        piece = self._inflater.decompress(packed, most)
        if self._inflater.eof:
            self.is_whole = True
            self.taken -= len(self._inflater.unused_data)
        return piece
