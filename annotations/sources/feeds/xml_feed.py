"""RSS and Atom, in all their versions, by feedparser."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

from annotations.errors import SourceError
from annotations.sources.dates import iso_date
from annotations.sources.feeds.entries import Channel, Entry
from annotations.sources.feeds.reading import read_entries
from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.options import Options

_MOST = 16_000_000
_MOST_TAGS = 300_000
"""Bytes, and tags in them; feedparser takes up to a tenth of a millisecond for each tag, and holds
all of a feed as objects."""

_BEGINS = re.compile(
    r"<(?:rss[\s>]|(?:\w+:)?feed\s[^>]*(?:www\.w3\.org/2005/atom|purl\.org/atom)"
    r"|(?:\w+:)?rdf\s[^>]*(?:purl\.org/rss/|netscape\.com/rdf/|channel\.netscape\.com))",
    re.IGNORECASE,
)
_EARLY = 4_000
"""Characters in which a feed begins; some sites put warnings or blank lines before it."""

_ENDS = re.compile(rb"</(?:\w+:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
_TAIL = 1_000
"""Bytes; remarks may stand behind it."""

_Said = Mapping[str, Any]
"""What feedparser has made of an element."""


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read an article an entry; a broken feed as far as it goes."""
    data = given.whole(most=_MOST).strip()
    if data.count(b"<") > _MOST_TAGS:
        raise SourceError(f"{given.name} is a feed with more than {_MOST_TAGS:,} tags.")
    parsed = _parsed(data, given.charset)
    feed: _Said = parsed.feed
    base = given.address or ""
    site = urljoin(base, _line(feed, "link"))
    channel = Channel(
        title=_line(feed, "title"),
        identity=_line(feed, "id") or site or given.address or "",
        language=_line(feed, "language") or None,
    )
    entries: Sequence[_Said] = parsed.entries
    if not entries and parsed.bozo:
        raise SourceError(f"{given.name} is a feed that cannot be read.")
    made = (_entry(each, site or base) for each in entries)
    yield from read_entries(given, options, channel, made)
    if parsed.bozo and not _ENDS.search(data[-_TAIL:].replace(b"\0", b"")):
        options.tell(f"{given.name} breaks off; it was read as far as it goes.")


def _parsed(data: bytes, charset: str | None) -> Any:
    """What feedparser makes of a feed. HTML in it stays as it is; it is read as text later."""
    import feedparser  # 150 ms that other kinds need not pay

    headers = {"content-type": f"application/xml; charset={charset}"} if charset else {}
    return feedparser.parse(
        io.BytesIO(data),
        response_headers=headers,
        sanitize_html=False,
        resolve_relative_uris=False,
    )


def _entry(said: _Said, base: str) -> Entry:
    link = _line(said, "feedburner_origlink") or _line(said, "link")
    tags = said.get("tags") or ()
    return Entry(
        guid=_line(said, "id"),
        link=urljoin(base, link) if link else "",
        title=_line(said, "title"),
        bodies=tuple(str(each.get("value") or "") for each in said.get("content") or ()),
        summary=_line(said, "summary"),
        authors=_authors(said),
        published=_time(said, "published"),
        updated=_time(said, "updated"),
        section=next((term for tag in tags if (term := tag.get("label") or tag.get("term"))), None),
        language=_language(said),
    )


def _authors(said: _Said) -> tuple[str, ...]:
    names = [_line(author, "name") for author in said.get("authors") or ()]
    named = [name for name in names if name] or [_line(said, "author")]
    return tuple(dict.fromkeys(name for name in named if name))


def _language(said: _Said) -> str | None:
    details = [*(said.get("content") or ()), said.get("summary_detail") or {}]
    return next((each["language"] for each in details if each.get("language")), None)


def _time(said: _Said, name: str) -> str | None:
    """A time in the zone that the feed gives it; feedparser's own is in UTC."""
    written = _line(said, name) if name in said else ""
    if found := iso_date(written):
        return found
    parsed = said.get(f"{name}_parsed") if name in said else None
    return datetime(*parsed[:6]).replace(tzinfo=UTC).isoformat() if parsed else None


def _line(said: _Said, name: str) -> str:
    value = said.get(name)
    return value.strip() if isinstance(value, str) else ""


def recognises(head: Head) -> bool:
    """Whether it begins as a feed does."""
    return head.root != "html" and _BEGINS.search(head.text[:_EARLY]) is not None


KIND = Kind(
    name="RSS or Atom feed",
    suffixes=(".rss", ".atom", ".rdf", ".xml"),
    recognises=recognises,
    read=read,
)
