"""A link that somebody has saved."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from annotations.sources.dates import iso_date
from annotations.sources.network.addresses import WEB

_PARTED = re.compile(r"[|,;]")
_QUOTED = re.compile(r"""^[\s\['"]+|[\s\]'"]+$""")
_LATEST_SECONDS = 99_999_999_999
"""Numbers above that count milli- or microseconds since 1970."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address, and what the person who saved it, or their program, knows of it."""

    address: str
    title: str = ""
    tags: tuple[str, ...] = ()
    note: str = ""
    saved: str | None = None
    """The day that it was saved; an ISO date."""
    metadata: Mapping[str, object] = field(default_factory=dict)
    """Whatever else is known of the article, under the usual names."""


def is_web(address: str) -> bool:
    """Whether a link leads to the web, and not to a file, a script or a page of the browser."""
    return address.lstrip()[:8].lower().startswith(tuple(f"{scheme}://" for scheme in WEB))


def tags_in(value: object) -> tuple[str, ...]:
    """The tags in what services write in very different ways.

    Lists, also ones that are spelled out (`["a", "b"]`), or a line with bars, commas or
    semicolons between them.
    """
    parts = _PARTED.split(value) if isinstance(value, str) else value
    if not isinstance(parts, list):
        return ()
    names = (_tag(each) for each in parts)
    return tuple(dict.fromkeys(name for name in names if name))


def _tag(value: object) -> str:
    """A tag; some services wrap its name, and Zotero calls it so."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("tag")
    return _QUOTED.sub("", value) if isinstance(value, str) else ""


def day_of(value: object) -> str | None:
    """The day of a time that is written in ISO 8601, or as seconds or less since 1970."""
    text = str(value).strip() if isinstance(value, str | int | float) else ""
    if not text.isascii() or not text.isdigit():
        found = iso_date(text.replace("Z", "+00:00")) or iso_date(text[:10])
        return found[:10] if found else None
    seconds = int(text[:18])
    while seconds > _LATEST_SECONDS:
        seconds //= 1000
    return datetime.fromtimestamp(seconds, UTC).date().isoformat() if seconds else None
