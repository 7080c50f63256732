"""What a kind of source is."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from annotations.errors import SourceError
from annotations.model import Article

Item = Article | SourceError
"""One thing that a source holds: an article, or why there is none in its place."""

Reader = Callable[[Iterable[bytes], str], Iterator[Item]]
"""Reads an open file, given as its raw lines and as the name that its errors go by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of file that articles are read from."""

    name: str
    suffixes: tuple[str, ...]
    """How names of such files end, in lower case and with the dot."""
    read: Reader
