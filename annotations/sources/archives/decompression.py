"""Streams that decompress as they are read, in pieces of bounded size."""

import io
from collections.abc import Callable
from typing import BinaryIO, Protocol, cast

_PIECE = 65_536
_XZ_MEMORY = 128_000_000
"""Bytes that a dictionary may take; the strongest level of `xz` needs 65 MB."""


def decompressed(packed: io.BufferedReader, format_: str) -> BinaryIO:
    """A stream of what a compressed one holds, whose parts may be compressed one by one.

    Args:
        packed: The compressed bytes.
        format_: gzip, bzip2 or xz.
    """
    if format_ == "gzip":
        import gzip

        return cast(BinaryIO, gzip.GzipFile(fileobj=packed))
    import bz2
    import lzma

    decompressors: dict[str, Callable[[], _Decompressor]] = {
        "bzip2": bz2.BZ2Decompressor,
        "xz": lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_XZ_MEMORY),
    }
    return cast(BinaryIO, io.BufferedReader(_Decompressed(packed, decompressors[format_])))


class _Decompressor(Protocol):
    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...
    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...


class _Decompressed(io.RawIOBase):
    """As `bz2.BZ2File` and `lzma.LZMAFile`, but with a bound on memory."""

    def __init__(self, packed: io.BufferedReader, make: Callable[[], _Decompressor]) -> None:
        self._packed = packed
        self._make = make
        self._decompressor = make()
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        piece = b""
        while not piece:
            if self._decompressor.eof:
                self._left = self._decompressor.unused_data.lstrip(b"\0") or self._more()
                if not self._left:
                    return 0
                self._decompressor = self._make()
            elif self._decompressor.needs_input and not self._left:
                self._left = self._more()
                if not self._left:
                    raise EOFError("it ends too early")
            data, self._left = self._left, b""
            piece = self._decompressor.decompress(data, len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)

    def _more(self) -> bytes:
        return self._packed.read1(_PIECE)
