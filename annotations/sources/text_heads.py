"""What the first lines of a plain text say of it: who wrote it, when, and where it stood.

The lines stay in the text. Only what can hardly be anything else is taken: a line that is all of
`By Mara Dell`, a date, an address, or a name with a colon.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from annotations.sources.dates import iso_date

_LINES = 8
"""Lines with text that are looked at; what stands further down is the text itself."""
_LONGEST = 120
"""Characters of a line that can say something of the text; a longer one is its first paragraph."""

_LABELS = {
    **dict.fromkeys(("title", "headline", "subject"), "title"),
    **dict.fromkeys(("by", "byline", "author", "authors", "reporter"), "byline"),
    **dict.fromkeys(("source", "publication", "publisher", "outlet", "newspaper"), "source"),
    **dict.fromkeys(("date", "published", "publication date", "date published"), "published"),
    **dict.fromkeys(("updated", "last updated"), "updated"),
    **dict.fromkeys(("url", "link", "web", "address"), "url"),
    **dict.fromkeys(("section", "desk"), "section"),
    **dict.fromkeys(("language", "lang"), "language"),
}
"""From what people write before a colon, in small letters, to the usual names."""

_LABELLED = re.compile(r"(?P<label>[A-Za-z][A-Za-z ]{1,20}):\s+(?P<value>\S.*)")
_NAME = r"(?:[A-Z][\w’'.-]*|Mc[A-Z]\w+|de|del|della|der|den|van|von|bin|ibn|al-\w+|el-\w+|and|&|,)"
_BYLINE = re.compile(rf"(?:By|BY)\s+(?P<names>[A-Z][\w’'.-]*,?(?:\s+{_NAME},?){{1,8}})")
_URL = re.compile(r"https?://\S+")
_AS_DATE = ("published", "updated")


def said_at_head(text: str) -> Mapping[str, str]:
    """What the lines at the head of a text say of it, under the usual names.

    Args:
        text: Clean text, one paragraph a line.
    """
    said: dict[str, str] = {}
    if text.startswith("---"):  # front matter that makes no sense
        return said
    for number, line in enumerate(_head(text)):
        for field, value in _said(line, is_first=number == 0):
            said.setdefault(field, value)
    return said


def _head(text: str) -> Iterator[str]:
    """The first lines with text, up to the first that is too long to be about it."""
    lines = (line.strip() for line in text[: _LINES * _LONGEST * 2].split("\n"))
    for line in islice(filter(None, lines), _LINES):
        if len(line) > _LONGEST:
            return
        yield line


def _said(line: str, *, is_first: bool) -> Iterator[tuple[str, str]]:
    labelled = _LABELLED.fullmatch(line)
    field = _LABELS.get(labelled["label"].lower()) if labelled else None
    if labelled and field:
        if field not in _AS_DATE or iso_date(labelled["value"]):
            yield field, labelled["value"]
    elif not is_first:
        yield from _bare(line)


def _bare(line: str) -> Iterator[tuple[str, str]]:
    """What a line without a label says below a title."""
    if match := _BYLINE.fullmatch(line):
        yield "byline", match["names"]
    elif _URL.fullmatch(line):
        yield "url", line
    elif iso_date(line):
        yield "published", line
