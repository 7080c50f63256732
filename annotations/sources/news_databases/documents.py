"""What every layout comes down to: documents, and how many there should be."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document of an export."""

    fields: Mapping[str, object]
    """Under the usual names."""
    paragraphs: Sequence[str]
    """Its text; empty if the database has no more than what is in `fields`."""
    id: str = ""
    """The database's own id, with the database's name before it; empty if it gives none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a database lays out what it exports as text."""

    name: str
    """Of the database."""
    recognises: Callable[[str], bool]
    """Whether text that begins so is laid out in this way."""
    documents: Callable[[Sequence[str]], Iterator[Document]]
    """The documents in lines, which are never empty and have no blanks around them."""
    announced: Callable[[Iterable[str]], int | None] = field(default=lambda lines: None)
    """How many documents the lines say that there are; null if they do not say it."""
    spread: Callable[[str], str] = field(default=str)
    """Puts on lines of its own what stands beside the text, before lines of a fixed width are
    joined."""
