"""RIS, in which databases and reference managers export what they know of articles.

There is seldom a text in it; an abstract stands for it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from annotations.errors import SourceError
from annotations.sources.content_id import content_id
from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.metadata import article
from annotations.sources.options import Options
from annotations.sources.reasons import called
from annotations.text import clean, clean_line, decode, fold_line_ends

_TAGGED = re.compile(r"([A-Z][A-Z0-9])  ?- ?(.*)")
_BEGINS = re.compile(r"\s*TY  ?- ?[A-Z]+\s")
_DATE = re.compile(r"(\d{4})[/-](\d{1,2})[/-](\d{1,2})")
_TEXTS = ("N2", "AB")
"""Tags of abstracts, in which some have the whole text."""


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read every reference that has an abstract."""
    text = fold_line_ends(decode(given.whole(), declared=given.charset))
    number = 0
    for number, record in enumerate(_records(text), start=1):
        yield _article(record, f"{given.name}, reference {number}")
    if not number:
        raise SourceError(f"{given.name} has no reference.")


def _records(text: str) -> Iterator[Mapping[str, Sequence[str]]]:
    """The lines behind each tag; what has none goes on with the line before."""
    record: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in text.split("\n"):
        tagged = _TAGGED.fullmatch(line.strip())
        if tagged is None:
            lines.append(line.strip())
        elif tagged[1] == "ER":
            yield record
            record, lines = {}, []
        else:
            lines = record.setdefault(tagged[1], [])
            lines.append(tagged[2].strip())
    if "TY" in record:
        yield record


def _article(record: Mapping[str, Sequence[str]], where: str) -> Item:
    from annotations.sources.news_databases.languages import language_code

    title = _said(record, "TI", "T1", "CT")
    found = next((record[tag] for tag in _TEXTS if record.get(tag)), ())
    text = clean("\n\n".join(filter(None, map(clean_line, found))))
    if not text:
        return SourceError(f"{where}{called(title or '')} has no text, only what is known of it.")
    language = _said(record, "LA")
    return article(
        {
            "title": title,
            "byline": [*chain(record.get("AU", ()), record.get("A1", ()))],
            "source": _said(record, "T2", "JO", "JF", "PB"),
            "published": _date(_said(record, "DA", "Y1", "PY")),
            "url": _said(record, "UR", "L2"),
            "language": language_code(language) or language,
            "tags": [*record.get("KW", ())],
            "section": _said(record, "SE"),
        },
        article_id=content_id(text),
        text=text,
        title=where,
        read_from=where,
    )


def _said(record: Mapping[str, Sequence[str]], *tags: str) -> str:
    return next((clean_line(record[tag][0]) for tag in tags if record.get(tag)), "")


def _date(value: str) -> str | None:
    """A date as RIS has it, "2016/10/20/" or in words."""
    from annotations.sources.news_databases.printed_dates import printed_date

    match = _DATE.match(value)
    if match is None:
        return printed_date(value)
    year, month, day = match.groups()
    return printed_date(f"{year}-{month:0>2}-{day:0>2}")


def recognises(head: Head) -> bool:
    """Whether a text begins with the type of a reference."""
    return _BEGINS.match(head.text) is not None


KIND = Kind(name="references in RIS", suffixes=(".ris",), recognises=recognises, read=read)
