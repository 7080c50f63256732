"""Where a page was, before it was saved, copied or archived."""

import re
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

_ARCHIVED = re.compile(
    r"(?:https?:)?//(?:web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?"
    r"|(?:archive\.(?:today|is|ph|li|md|vn|fo)|wayback\.archive-it\.org/\d+)/[\d.-]{8,19})/(.+)",
    re.IGNORECASE,
)
_SAVED_FROM = (
    re.compile(r"<!--\s*saved from url=\(\d+\)\s*(\S+?)\s*-->", re.IGNORECASE),
    re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)", re.IGNORECASE),
    re.compile(r"<!--\s*Mirrored from (\S+) by HTTrack", re.IGNORECASE),
)
"""Comments of browsers, SingleFile and HTTrack."""
_BEGINNING = 65_536

_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|mc_[ce]id|igshid|ocid|cmpid|at_(?:campaign|medium)|s?mid|CMP",
    re.IGNORECASE,
)


def page_address(value: str | None, base: str | None = None) -> str | None:
    """An address of the web, as its publisher gave it; null if it is something else.

    Args:
        value: As written, perhaps relative, or as an archive of the web calls it.
        base: What it is relative to.
    """
    if not value or not value.strip():
        return None
    try:
        whole = urljoin(base or "", value.strip())
        if match := _ARCHIVED.fullmatch(whole):
            whole = match[1] if "://" in match[1] else f"http://{match[1]}"
        parts = urlsplit(whole)
        if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
            return None
        return urlunsplit(parts._replace(query=_wanted(parts.query), fragment=""))
    except ValueError:
        return None


def saved_from(html: str) -> str | None:
    """The address in the comment of the program that saved a page; null if there is none."""
    for pattern in _SAVED_FROM:
        if match := pattern.search(html, 0, _BEGINNING):
            written = match[1] if "://" in match[1] else f"http://{match[1]}"
            return page_address(written)
    return None


def host(address: str | None) -> str | None:
    """The name of the site of an address, without "www."."""
    name = urlsplit(address).hostname if address else None
    return name.removeprefix("www.") if name else None


def is_front_page(address: str) -> bool:
    """Whether an address is a whole site's, and no article's."""
    parts = urlsplit(address)
    return parts.path in ("", "/") and not parts.query


def _wanted(query: str) -> str:
    """A query without what only tells who sent the reader."""
    if not _TRACKING.search(query):
        return query
    pairs = parse_qsl(query, keep_blank_values=True)
    return urlencode([(name, value) for name, value in pairs if not _TRACKING.fullmatch(name)])
