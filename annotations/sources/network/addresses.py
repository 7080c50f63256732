"""Addresses as people type them."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, urlsplit, urlunsplit

from annotations.errors import SourceError
from annotations.text import clean_line

WEB = ("http", "https")
"""The schemes that are fetched."""
_FEED = "feed"
"""A scheme that browsers once gave to the addresses of feeds: `feed://…` and `feed:https://…`."""

_SCHEME = re.compile(r"(?:feed:)?[a-z][a-z0-9+.-]+://", re.IGNORECASE)
"""One of two letters at least: `C:/` is a drive."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where something is on the network, as it was typed."""

    text: str

    def __str__(self) -> str:
        return without_credentials(self.text)


Source = Path | Address
"""What a person names to read from. No address may pass through `Path`, which folds its slashes."""


def source_of(word: str) -> Source:
    """What a word of the command line names: an address if it begins with a scheme."""
    return Address(word) if is_address(word) else Path(word)


def is_address(word: str) -> bool:
    """Whether a word begins as addresses do, whatever the scheme."""
    return _SCHEME.match(word) is not None


def fetchable(address: str) -> str:
    """An address as it is asked for: without user, password and fragment.

    Raises:
        SourceError: If it is none of the web, or malformed.
    """
    text = address.strip()
    if text.lower().startswith("feed:"):
        text = _from_feed(text)
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise _malformed(address) from error
    if parts.scheme not in WEB:
        raise SourceError(
            f"{shown(address)} is not fetched: closeread opens http and https alone.",
            hint="Download it with another program, and add the file.",
        )
    if not host or any(each.isspace() or not each.isprintable() for each in text):
        raise _malformed(address)
    return urlunsplit(parts._replace(netloc=_without_user(parts), fragment=""))


def without_credentials(address: str) -> str:
    """An address without the user and the password in it, for whatever is shown or kept."""
    try:
        parts = urlsplit(address)
        return urlunsplit(parts._replace(netloc=_without_user(parts)))
    except ValueError:
        return address.rpartition("@")[2]


def shown(address: str) -> str:
    """An address in a message: on one line, and without a password."""
    return clean_line(without_credentials(address))


def same_host(one: str, other: str) -> bool:
    """Whether two addresses are on one host and port, by one scheme or a safer one."""
    first, second = urlsplit(one), urlsplit(other)
    if (first.scheme, second.scheme) == ("https", "http"):
        return False
    return first.netloc.lower() == second.netloc.lower()


def _from_feed(text: str) -> str:
    rest = text[len(_FEED) + 1 :]
    return f"http:{rest}" if rest.startswith("//") else rest


def _without_user(parts: SplitResult) -> str:
    return parts.netloc.rpartition("@")[2]


def _malformed(address: str) -> SourceError:
    return SourceError(f"{shown(address)} is no address that can be opened.")
