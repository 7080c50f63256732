"""An entry of a feed, and the article that it is."""

import hashlib
import json
import re
from dataclasses import astuple, dataclass

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources.content_id import content_id
from annotations.sources.feeds.teasers import without_trailer
from annotations.sources.metadata import article
from annotations.text import clean, clean_line, fold_line_ends

_URI = re.compile(r"[a-z][a-z0-9+.-]*:\S", re.IGNORECASE)
_MARKUP = re.compile(r"<[a-z/!]|&#?\w+;", re.IGNORECASE)

_LONGEST_TITLE = 100
"""Characters of a first paragraph that can stand for a title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """What a feed says of itself."""

    title: str = ""
    identity: str = ""
    """What tells it from all other feeds: its id, its site or its address."""
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a feed says of one article. Every value is as it came."""

    guid: str = ""
    link: str = ""
    title: str = ""
    bodies: tuple[str, ...] = ()
    """Its text, in HTML or without markup, once or several times."""
    summary: str = ""
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    section: str | None = None
    language: str | None = None

    def digest(self) -> str:
        """The hash of all that the feed says of it."""
        return hashlib.sha256(json.dumps(astuple(self)).encode()).hexdigest()


def article_of_entry(entry: Entry, channel: Channel, *, read_from: str) -> Article:
    """The article that an entry is, with as much of its text as the feed has.

    What other entries are called is never the same: an id that is no URI, such as a number, is
    one only within its feed. Categories are no tags: tags are what a person sorts by, and sites
    give dozens of words for search engines. The first is the section.

    Args:
        entry: The entry.
        channel: The feed that it is in.
        read_from: What people are told that it came from.

    Raises:
        SourceError: If it has neither a text nor a title. The message is a reason without a
            subject and a full stop.
    """
    title = clean_line(plain(entry.title))
    text = text_of(entry) or title
    if not text:
        raise SourceError("has no text")
    return article(
        {
            "title": title or _first_words(text),
            "source": clean_line(plain(channel.title)),
            "url": entry.link,
            "published": entry.published or entry.updated,
            "updated": entry.updated if entry.published not in (None, entry.updated) else None,
            "section": entry.section and plain(entry.section),
            "byline": [plain(author) for author in entry.authors],
            "language": entry.language or channel.language,
            "sha256": entry.digest(),
        },
        article_id=id_of(entry, channel) or content_id(text),
        text=text,
        read_from=read_from,
    )


def id_of(entry: Entry, channel: Channel) -> str:
    """The id of an entry that is the same in every edition of its feed; empty if it has none."""
    guid = clean_line(entry.guid)
    if not guid or _URI.match(guid):
        return guid
    return f"{channel.identity}#{guid}" if channel.identity else ""


def text_of(entry: Entry) -> str:
    """The longest text that the feed has of an entry; empty if it has none."""
    texts = (without_trailer(plain(each)) for each in (*entry.bodies, entry.summary))
    return max(texts, key=len, default="")


def plain(text: str) -> str:
    """What may be HTML as clean text, a paragraph a line, and an empty line between two."""
    if not _MARKUP.search(text):
        lines = (line.strip() for line in fold_line_ends(text).split("\n"))
        return clean("\n\n".join(line for line in lines if line))
    from annotations.sources.web.extraction import fragment_text

    return fragment_text(text)


def _first_words(text: str) -> str:
    first = text.partition("\n")[0]
    return first if len(first) <= _LONGEST_TITLE else f"{first[:_LONGEST_TITLE].rstrip()}…"
