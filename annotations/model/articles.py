"""Articles: text and what is known about it."""

from dataclasses import dataclass, field

from annotations.model.states import ArticleState


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article: text that never changes again, and what is known about it.

    What is changed where it comes from is a new version of the article, with a text of its own.
    """

    id: str
    text: str
    title: str = ""
    source: str | None = None
    """Who published it."""
    url: str | None = None
    published: str | None = None
    """ISO 8601 date, with a time and zone when they are known."""
    updated: str | None = None
    """When its publisher last changed it, as `published`."""
    section: str | None = None
    """The part of the publication that it stands in."""
    byline: tuple[str, ...] = ()
    language: str | None = None
    """ISO 639-1 code."""
    tags: tuple[str, ...] = ()
    note: str | None = None
    state: ArticleState | None = None
    """One of `SETTABLE`; null as long as no person has given it one."""
    version: int = 1
    """Number of the version, in its store."""
    read_from: str | None = field(default=None, compare=False)
    """What it came from, for people: a file, an address, a member of an archive, a line."""
    sha256: str | None = field(default=None, compare=False)
    """The SHA-256 of the bytes that it was read from, in hexadecimal digits."""
    origin: str | None = field(default=None, compare=False)
    """The file or address that it alone is in, if it was just read from one; where it is, not
    what it is."""
