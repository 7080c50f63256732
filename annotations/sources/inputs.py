"""An input: bytes that may come from a file, a stream, an archive or the network, read once."""

import hashlib
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO, cast

from annotations.errors import SourceError
from annotations.sources import limits
from annotations.sources.head import Head, has_json_object
from annotations.text import clean_line

if TYPE_CHECKING:
    from annotations.sources.archives.bounded import Allowance

_CHUNK = 65_536
_IN_MEMORY = 4_000_000
"""Bytes of a copy that are kept in memory; the rest goes to a temporary file."""

BETWEEN = " › "
"""Between an archive and its member in the names of inputs."""


@dataclass(kw_only=True)
class Input:
    """An open input. Its bytes can be taken once: as lines, as a whole, or as a file."""

    name: str
    """What errors call it."""
    stream: BinaryIO
    origin: str | None = None
    """Where it is: an absolute path or an address, the same at every reading; null if nowhere."""
    address: str | None = None
    """The URL that it was fetched from, after redirects, and that its links start from."""
    charset: str | None = None
    """As whoever delivered it says."""
    depth: int = 0
    """How many archives it is in."""
    allowance: "Allowance | None" = None
    """How much may still be unpacked from the outermost of them; null if it is in none."""
    _seen: bytes = field(default=b"", repr=False)
    """What was read ahead."""

    @cached_property
    def head(self) -> Head:
        """Its beginning. Of a stream that waits for its writer, no more than tells the kind; of
        one that breaks off, what comes before that.
        """
        while len(self._seen) < limits.HEAD and not has_json_object(self._seen):
            try:
                more = self._read_some(limits.HEAD - len(self._seen))
            except SourceError:
                if not self._seen:
                    raise
                break  # whoever reads on will meet it again
            if not more:
                break
            self._seen += more
        return Head(data=self._seen, name=self.name)

    def reader(self) -> io.BufferedReader:
        """Its bytes from the beginning, to be read once and as they come."""
        return io.BufferedReader(_Joined(self._take(), self.stream))

    def lines(self) -> Iterator[bytes]:
        """Its raw lines, each when it has arrived.

        Raises:
            SourceError: If a line is longer than an article may be.
        """
        file = self.reader()
        while line := file.readline(limits.WHOLE + 1):
            if len(line) > limits.WHOLE:
                raise self.too_large(limits.WHOLE)
            yield line

    def whole(self, *, most: int = limits.WHOLE) -> bytes:
        """All of its bytes.

        Raises:
            SourceError: If there are more than `most`.
        """
        data = self.reader().read(most + 1)
        if len(data) > most:
            raise self.too_large(most)
        return data

    @contextmanager
    def file(self, *, most: int = limits.COPY) -> Iterator[BinaryIO]:
        """Its bytes as a file that can be gone about in; what cannot is copied first.

        Raises:
            SourceError: If it has to be copied and has more than `most` bytes.
        """
        if self.stream.seekable():
            self.stream.seek(0)
            self._seen = b""
            yield self.stream
            return
        import tempfile  # with what it imports it costs 8 ms, and few inputs need it

        with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as copy:
            self._copy(copy, most=most)
            copy.seek(0)
            yield cast(BinaryIO, copy)

    @contextmanager
    def path(self, *, most: int = limits.COPY) -> Iterator[Path]:
        """A file on disk with its bytes, for libraries that open files by their names.

        Raises:
            SourceError: If it has to be copied and has more than `most` bytes.
        """
        if self.origin is not None and not self.depth and os.path.isfile(self.origin):
            yield Path(self.origin)
            return
        import tempfile

        with tempfile.TemporaryDirectory(prefix="closeread-") as folder:
            path = Path(folder) / "input"
            with path.open("wb") as copy:
                self._copy(copy, most=most)
            yield path

    def member(self, name: str, stream: BinaryIO) -> "Input":
        """An input inside this one.

        Args:
            name: What it is called in there.
            stream: Its bytes.
        """
        return Input(
            name=f"{self.name}{BETWEEN}{clean_line(name)}",
            stream=stream,
            origin=None if self.origin is None else f"{self.origin}!{name}",
            depth=self.depth + 1,
            allowance=self.allowance,
        )

    def too_large(self, most: int) -> SourceError:
        """That it has more bytes than are read."""
        return SourceError(
            f"{self.name} has more than {most // 1_000_000} MB in one piece.",
            hint="Part it into several files.",
        )

    def _copy(self, copy: IO[bytes], *, most: int) -> None:
        source, left = self.reader(), most
        while piece := source.read(_CHUNK):
            left -= len(piece)
            if left < 0:
                raise self.too_large(most)
            copy.write(piece)

    def _take(self) -> bytes:
        seen, self._seen = self._seen, b""
        return seen

    def _read_some(self, most: int) -> bytes:
        """At least a byte if there is another; of a pipe, what one writing has brought."""
        read1 = getattr(self.stream, "read1", self.stream.read)
        return bytes(read1(most) or b"")


def input_of_bytes(data: bytes, *, name: str, origin: str | None = None) -> Input:
    """An input that is in memory."""
    return Input(name=name, stream=io.BytesIO(data), origin=origin)


def digest(data: bytes) -> str:
    """The SHA-256 of what an article was read from, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


class _Joined(io.RawIOBase):
    """What was read ahead, and then the stream."""

    def __init__(self, seen: bytes, stream: BinaryIO) -> None:
        self._seen = seen
        self._stream = stream
        self._read1 = getattr(stream, "read1", stream.read)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        piece = self._seen[: len(buffer)] or self._read1(len(buffer)) or b""
        self._seen = self._seen[len(piece) :] if self._seen else b""
        buffer[: len(piece)] = piece
        return len(piece)
