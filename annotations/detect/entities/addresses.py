"""Web and mail addresses, in which no names are looked for."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from annotations.detect.entities.mentions import Mention, Source

_WORD = re.compile(r"\S+")
_DOMAIN = re.compile(r"\w\.(?:com|org|net|html?|php)\b")
_MAIL = re.compile(r"\w@\w")


def outside_addresses(source: Source, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions that share no character with an address, a handle or a hashtag."""
    spans = [match.span() for match in _WORD.finditer(source.text) if _is_address(match[0])]
    starts = [start for start, _ in spans]
    for each in mentions:
        at = bisect_right(starts, each.end - 1) - 1
        if at < 0 or spans[at][1] <= each.start:
            yield each


def _is_address(word: str) -> bool:
    if "://" in word or word.startswith(("www.", "#", "@")):
        return True
    return ("@" in word and _MAIL.search(word) is not None) or (
        "." in word and _DOMAIN.search(word) is not None
    )
