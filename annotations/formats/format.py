"""What a format is."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from annotations.errors import RecordError
from annotations.formats.annotated import AnnotatedArticle

Writer = Callable[[Iterable[AnnotatedArticle]], Iterator[str]]
"""Yields the pieces of a file, to be written as they are: line ends are not to be translated."""

Reader = Callable[[Iterable[bytes], str], Iterator[AnnotatedArticle | RecordError]]
"""Reads the raw lines of a file, whose errors go by the name given; what cannot be read is
yielded as an error in its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A way to write annotated articles to a file."""

    name: str
    """As --format takes it."""
    suffix: str
    """How names of such files end, with the dot."""
    loss: str
    """What it cannot carry, as the end of a sentence; empty if it carries everything."""
    write: Writer
    read: Reader | None = None
    """Null if such files cannot be read back."""
