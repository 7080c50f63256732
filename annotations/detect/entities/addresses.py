"""Web and mail addresses, in which no names are looked for."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from annotations.detect.entities.mentions import Mention, Source

_ADDRESS = re.compile(
    r"(?:https?:|www\.)\S+|\S+@\S+\.\w+|\S+\.(?:com|org|net|html?|php)\b\S*|[#@]\w+"
)


def outside_addresses(source: Source, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions that share no character with an address."""
    spans = [match.span() for match in _ADDRESS.finditer(source.text)]
    starts = [start for start, _ in spans]
    for each in mentions:
        at = bisect_right(starts, each.end - 1) - 1
        if at < 0 or spans[at][1] <= each.start:
            yield each
