"""What a kind of source is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.options import Options

Item = Article | SourceError
"""One thing that a source holds: an article, or why there is none in its place."""

Reader = Callable[[Input, Options], Iterator[Item]]
"""Reads an open input. It may raise a `SourceError` that ends the input, and leave whatever else
its libraries raise on hostile bytes to its caller."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of file that articles are read from."""

    name: str
    """As in "was read as …"."""
    suffixes: tuple[str, ...]
    """How names of such files usually end, in lower case and with the dot."""
    recognises: Callable[[Head], bool]
    """Whether an input that begins so is of this kind. Content decides; the name only where
    content cannot."""
    read: Reader
    is_often_bare: bool = False
    """Whether such files usually have names without an ending, as mailboxes have."""
