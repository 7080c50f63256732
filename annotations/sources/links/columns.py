"""Links as tables: the CSV of Pocket, Instapaper, Raindrop, Readwise, Matter, Zotero and others."""

import csv
import io
from collections.abc import Iterator

from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.links.following import follow
from annotations.sources.links.link import Link
from annotations.sources.links.names import (
    ADDRESS,
    AUTHOR,
    NOTE,
    OTHERS,
    PUBLISHED,
    SAVED,
    SOURCE,
    TAGS,
    TITLE,
    link_of,
)
from annotations.sources.options import Options
from annotations.text import decode

_KNOWN = OTHERS.union(ADDRESS, TITLE, TAGS, NOTE, SAVED, SOURCE, AUTHOR, PUBLISHED)
_ZOTERO = ("key", "item type", "publication year")
"""How its eighty columns begin."""


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read what is behind the links in a table."""
    text = decode(given.whole(), declared=given.charset)
    yield from follow(given, options, _links(text))


def _links(text: str) -> Iterator[Link]:
    rows = csv.reader(io.StringIO(text, newline=""))
    names = _names(next(rows, []))
    for row in rows:
        link = link_of(dict(zip(names, row, strict=False)))
        if link is not None:
            yield link


def recognises(head: Head) -> bool:
    """Whether the first line names an address, and nothing but what is saved with links.

    A table with a column that may be the text of an article is none.
    """
    line = head.text.partition("\n")[0]
    if len(line) > 5_000:
        return False
    try:
        names = _names(next(csv.reader([line]), []))
    except csv.Error:  # a line break or a NUL within
        return False
    if tuple(names[: len(_ZOTERO)]) == _ZOTERO:
        return True
    return any(name in ADDRESS for name in names) and _KNOWN.issuperset(names)


def _names(row: list[str]) -> list[str]:
    return [name.strip().strip("\ufeff").lower() for name in row]


KIND = Kind(name="table of links", suffixes=(".csv",), recognises=recognises, read=read)
