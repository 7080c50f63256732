"""RIS, as reference managers write it: the page behind each reference that has an address."""

import re
from collections import defaultdict
from collections.abc import Iterator

from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.links.following import follow
from annotations.sources.links.link import Link, day_of, is_web
from annotations.sources.options import Options
from annotations.text import decode, fold_line_ends

_ABSTRACT = re.compile(r"^(?:AB|N2)  -", re.MULTILINE)
_FIELD = re.compile(r"([A-Z][A-Z0-9])  -(?: (.*))?")

_TITLE, _SOURCE = ("TI", "T1", "CT"), ("T2", "JO", "JF", "PB")
_AUTHOR, _PUBLISHED, _LANGUAGE = ("AU", "A1"), ("DA", "Y1"), ("LA",)
_ADDRESS, _TAGS, _NOTE, _SAVED = ("UR", "L1", "L2", "LK"), ("KW",), ("N1",), ("Y2",)


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read what is behind the references in a file."""
    text = fold_line_ends(decode(given.whole(), declared=given.charset))
    yield from follow(given, options, _links(text))


def _links(text: str) -> Iterator[Link]:
    fields: defaultdict[str, list[str]] = defaultdict(list)
    for line in text.split("\n"):
        match = _FIELD.match(line.rstrip())
        if match is None:
            continue
        if match[1] == "ER":
            if link := _link(fields):
                yield link
            fields.clear()
        elif match[2]:
            fields[match[1]].append(match[2].strip())


def _link(fields: dict[str, list[str]]) -> Link | None:
    def said(names: tuple[str, ...]) -> list[str]:
        return next((fields[name] for name in names if fields.get(name)), [""])

    address = next((each for name in _ADDRESS for each in fields.get(name, ()) if is_web(each)), "")
    if not address:
        return None
    return Link(
        address=address,
        title=said(_TITLE)[0],
        tags=tuple(fields.get("KW", ())),
        note=said(_NOTE)[0],
        saved=day_of(said(_SAVED)[0].rstrip("/").replace("/", "-")),
        metadata={
            "source": said(_SOURCE)[0],
            "authors": list(said(_AUTHOR)),
            "published": said(_PUBLISHED)[0].rstrip("/").replace("/", "-"),
            "language": said(_LANGUAGE)[0],
        },
    )


def recognises(head: Head) -> bool:
    """Whether it begins with the type of a reference, and none has an abstract to read."""
    return re.match(r"TY  - \S", head.text) is not None and not _ABSTRACT.search(head.text)


KIND = Kind(name="references (RIS)", suffixes=(".ris",), recognises=recognises, read=read)
