"""JSON Feed, versions 1 and 1.1 (jsonfeed.org)."""

import json
import re
from collections.abc import Iterator, Mapping
from urllib.parse import urljoin

from annotations.errors import SourceError
from annotations.sources.feeds.entries import Channel, Entry
from annotations.sources.feeds.reading import read_entries
from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.options import Options
from annotations.text import decode

_VERSION = re.compile(r'"version"\s*:\s*"https?:(?:\\?/){2}jsonfeed\.org(?:\\?/)version')


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read an article an item."""
    try:
        feed = json.loads(decode(given.whole(), declared=given.charset))
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{given.name} is a JSON feed that breaks off.") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise SourceError(f"{given.name} is a JSON feed without items.")
    base = given.address or _said(feed, "feed_url") or _said(feed, "home_page_url")
    channel = Channel(
        title=_said(feed, "title"),
        identity=_said(feed, "feed_url") or _said(feed, "home_page_url") or base,
        language=_said(feed, "language") or None,
    )
    entries = (_entry(item, feed, base) for item in items if isinstance(item, dict))
    yield from read_entries(given, options, channel, entries)


def _entry(item: Mapping[str, object], feed: Mapping[str, object], base: str) -> Entry:
    link = _said(item, "url") or _said(item, "external_url")
    tags = item.get("tags")
    return Entry(
        guid=_said(item, "id"),
        link=urljoin(base, link) if link else "",
        title=_said(item, "title"),
        bodies=tuple(filter(None, (_said(item, "content_html"), _said(item, "content_text")))),
        summary=_said(item, "summary"),
        authors=_authors(item) or _authors(feed),
        published=_said(item, "date_published") or None,
        updated=_said(item, "date_modified") or None,
        section=next((each for each in tags if isinstance(each, str)), None)
        if isinstance(tags, list)
        else None,
        language=_said(item, "language") or None,
    )


def _authors(holder: Mapping[str, object]) -> tuple[str, ...]:
    """The authors of an item or a feed; version 1 has one alone."""
    authors = holder.get("authors")
    listed = authors if isinstance(authors, list) else [holder.get("author")]
    names = (_said(each, "name") for each in listed if isinstance(each, dict))
    return tuple(name for name in names if name)


def _said(holder: Mapping[str, object], name: str) -> str:
    """A value as a string; ids are numbers in some feeds."""
    value = holder.get(name)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else ""


def recognises(head: Head) -> bool:
    """Whether it is JSON that names the version of JSON Feed near its beginning."""
    return head.text.startswith("{") and _VERSION.search(head.text) is not None


KIND = Kind(name="JSON feed", suffixes=(".json",), recognises=recognises, read=read)
