"""Datelines: the place that a report begins with, "TEHRAN (KNA) — ", "Cairo, 12 May – "."""

import re
from collections.abc import Iterator

from annotations.detect.entities.mentions import Mention, Source
from annotations.detect.places.gazetteer import places

_END = r"(?:, [^\n(–—:-]{2,30})?(?: ?\([^)\n]{2,40}\))?(?: ?[–—:-]{1,2}(?=[ \n])| \d{4}-\d\d-\d\d$)"
_CAPITALS = re.compile(rf"^([A-ZÀ-Þ][A-ZÀ-Þ'’. -]{{2,30}}?){_END}", re.MULTILINE)
_KNOWN = re.compile(rf"^([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{0,2}}){_END}", re.MULTILINE)


def in_datelines(source: Source) -> Iterator[Mention]:
    """Yield the place of a dateline; in mixed case only a place that the gazetteer knows."""
    for pattern in (_CAPITALS, _KNOWN):
        for match in pattern.finditer(source.text):
            name = match[1].strip()
            if not places(name):
                continue
            found = source.mention(
                match.start(1), match.start(1) + len(name), label="", rule="dateline"
            )
            if found is not None:
                yield found
