"""Links as JSON: Pinboard, Omnivore, Firefox, Chrome, Pocket, and CSL-JSON as Zotero writes it."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date

from annotations.errors import SourceError
from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.links.following import follow
from annotations.sources.links.link import Link
from annotations.sources.links.names import link_of
from annotations.sources.options import Options
from annotations.text import decode

_SIGNS = tuple(
    tuple(re.compile(rf'"{name}"\s*:') for name in names)
    for names in (
        ("href", "extended", "shared"),  # Pinboard
        ("url", "savedAt", "labels"),  # Omnivore
        ("type", "title", "container-title"),  # CSL-JSON
        ("type", "title", "URL", "issued"),
        ("type", "title", "URL", "accessed"),
        ("guid", "typeCode", "children"),  # Firefox
        ("checksum", "roots", "children"),  # Chrome
        ("item_id", "given_url", "resolved_url"),  # Pocket
    )
)
"""Keys that stand together near the beginning of such a file, and of no other."""
_EARLY = 8_000
"""Characters in which they stand."""
_SPACED = frozenset(("href", "extended"))
"""Keys of Pinboard, whose tags have blanks between them."""


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read what is behind the links in a file."""
    try:
        value = json.loads(decode(given.whole(), declared=given.charset))
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{given.name} is JSON that breaks off.") from error
    yield from follow(given, options, _links(value))


def _links(value: object) -> Iterator[Link]:
    """The links of all objects, however deep in folders, in their order."""
    to_visit = [value]
    while to_visit:
        value = to_visit.pop()
        if isinstance(value, dict):
            link = link_of(_record(value))
            if link is not None:
                yield link
                continue
            to_visit.extend(reversed(list(value.values())))
        elif isinstance(value, list):
            to_visit.extend(reversed(value))


def _record(value: Mapping[str, object]) -> dict[str, object]:
    """An object with what CSL and Pinboard write in ways of their own made usual."""
    record = {name.lower(): said for name, said in value.items()}
    tags = record.get("tags")
    if record.keys() >= _SPACED and isinstance(tags, str):
        record["tags"] = tags.split()
    if isinstance(tags, dict):  # Pocket
        record["tags"] = list(tags)
    if "issued" in record:
        record["published"] = _csl_date(record["issued"])
    authors = record.get("author")
    if isinstance(authors, list):
        record["author"] = ", ".join(filter(None, map(_csl_name, authors)))
    return record


def _csl_date(issued: object) -> str | None:
    """The day of `{"date-parts": [[2026, 3, 2]]}`; null for less than a day."""
    try:
        year, month, day = map(int, issued["date-parts"][0])  # type: ignore[index]
        return date(year, month, day).isoformat()
    except (KeyError, IndexError, TypeError, ValueError):
        return None


def _csl_name(author: object) -> str:
    if not isinstance(author, dict):
        return ""
    parts = (author.get("given"), author.get("family") or author.get("literal"))
    return " ".join(part for part in parts if isinstance(part, str))


def recognises(head: Head) -> bool:
    """Whether the keys of one of the programs stand near the beginning."""
    if not head.text.startswith(("[", "{")):
        return False
    early = head.text[:_EARLY]
    return any(all(sign.search(early) for sign in signs) for signs in _SIGNS)


KIND = Kind(name="JSON of links", suffixes=(".json",), recognises=recognises, read=read)
