"""Streams for libraries that read in larger pieces than there may be."""

import io
from typing import BinaryIO, cast


def as_it_comes(stream: io.BufferedReader) -> BinaryIO:
    """A stream each of whose readings brings what is there, and not as much as was asked for.

    A buffered stream that breaks off in the middle of a reading would lose what came before.
    """
    return cast(BinaryIO, _AsItComes(stream))


class _AsItComes:
    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        """At least a byte, unless the stream has ended."""
        return self._stream.read1(size)
