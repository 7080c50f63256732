"""Text as it came over agencies' wires: IPTC 7901, and ANPA 1312, from which that grew.

A message stands between control characters: SOH before the heading, STX before the text, ETX
behind it.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from annotations.errors import SourceError
from annotations.sources.content_id import content_id
from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.metadata import article
from annotations.sources.options import Options
from annotations.text import clean, clean_line, fold_line_ends

_MESSAGE = re.compile(
    rb"\x01(?P<heading>[^\x01\x02\x03]*)\x02(?P<text>[^\x01\x02\x03]*)\x03(?P<end>[^\x01\x02]{0,40})"
)
_BEGINS = re.compile(rb"[\x16\x00\s]*\x01[^\x01\x02\x03]{1,500}\x02")
_SENT = re.compile(
    r"(?P<day>\d{2})(?P<clock>\d{4})\s*(?P<zone>GMT|Z|UTC)?\s*(?P<month>[A-Z]{3})\s*(?P<year>\d{2,4})"
)
_PLACE_HOLDERS = bytes.maketrans(b"\x0e\x0f\x11\x12\x13\x14\x1c\x1d\x1e\x1f\x7f", b" " * 11)
"""Control characters for type and tabulation, which stand between words."""
_CUT = 45
"""Characters of a line that is long enough to go on in the next."""
_LONGEST_TITLE = 120


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read every message of a file."""
    data = given.whole()
    messages = list(_MESSAGE.finditer(data))
    if not messages:
        raise SourceError(f"{given.name} has no whole message.", hint="Its end may be missing.")
    for number, message in enumerate(messages, start=1):
        is_alone = len(messages) == 1
        where = given.name if is_alone else f"{given.name}, message {number}"
        yield _article(message, where, given.origin if is_alone else None)


def _article(message: re.Match[bytes], where: str, origin: str | None) -> Item:
    lines = list(_paragraphs(_decoded(message["text"])))
    if not lines:
        return SourceError(f"{where} has no text.")
    text = "\n\n".join(lines)
    keyword = next((line for line in map(clean_line, _heading(message)[1:]) if line), "")
    title = lines[0] if len(lines) > 1 and len(lines[0]) <= _LONGEST_TITLE else keyword
    return article(
        {"published": _sent(_decoded(message["end"]))},
        article_id=content_id(text),
        text=text,
        title=clean_line(title) or where,
        read_from=where,
        origin=origin,
        original=message[0],
    )


def _heading(message: re.Match[bytes]) -> list[str]:
    return _decoded(message["heading"]).strip().split("\n")


def _decoded(data: bytes) -> str:
    return clean(fold_line_ends(data.translate(_PLACE_HOLDERS).decode("cp1252", errors="replace")))


def _paragraphs(text: str) -> Iterator[str]:
    """The paragraphs of a text whose lines the wire has cut; an indented line begins one."""
    paragraph = ""
    for line in text.split("\n"):
        is_cut = len(paragraph.rpartition("\n")[2]) >= _CUT and line[:2].strip() != ""
        if not is_cut:
            yield from filter(None, [paragraph.replace("\n", " ")])
            paragraph = line.strip()
        else:
            paragraph = f"{paragraph}\n{line.strip()}"
    yield from filter(None, [paragraph.replace("\n", " ")])


def _sent(end: str) -> str | None:
    """When a message was sent; without a zone the day alone is certain."""
    match = _SENT.search(end.upper())
    if match is None:
        return None
    try:
        year = int(match["year"]) + (0 if len(match["year"]) == 4 else _century(match["year"]))
        typed = f"{match['day']} {match['month']} {year} {match['clock']}"
        sent = datetime.strptime(typed, "%d %b %Y %H%M").replace(tzinfo=UTC)
    except ValueError:
        return None
    return sent.isoformat() if match["zone"] else sent.date().isoformat()


def _century(year: str) -> int:
    """Of two figures of a year; the wires are younger than 1970."""
    return 1900 if int(year) >= 70 else 2000


def recognises(head: Head) -> bool:
    """Whether an input begins with the heading of a message."""
    return _BEGINS.match(head.data) is not None


KIND = Kind(name="text of a news wire", suffixes=(), recognises=recognises, read=read)
