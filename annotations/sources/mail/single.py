"""Files that hold one message: .eml, Apple Mail's .emlx, and those in Maildir folders."""

import re
from collections.abc import Iterator

from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.options import Options

_COUNT = re.compile(rb"\s*(\d{1,12})[ \t]*\r?\n(?=[!-9;-~]{1,100}:)")
"""How many bytes the message has, where a file has a list of properties behind it."""
_HEADER = re.compile(r"([!-9;-~]{1,100})[ \t]*:")
_GOES_ON = (" ", "\t")

_OF_MAIL = frozenset(
    (
        *("from", "received", "return-path", "message-id", "delivered-to", "mime-version"),
        *("x-mozilla-status", "dkim-signature", "x-received", "envelope-to"),
    )
)
"""Headers one of which every message has."""
_USUAL = _OF_MAIL | {"to", "date", "subject", "sent", "cc", "reply-to", "content-type", "sender"}
_ENOUGH = 3
"""Different usual headers that make a message of a text."""


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read the message, and those that it forwards."""
    from annotations.sources.mail.articles import articles_of  # it brings the email package

    data = given.whole()
    if match := _COUNT.match(data):
        data = data[match.end() : match.end() + int(match[1])]
    yield from articles_of(data, where=given.name, origin=given.origin)


def recognises(head: Head) -> bool:
    """Whether an input begins with the headers of a message."""
    match = _COUNT.match(head.data)
    text = head.text[match.end() :] if match else head.text
    names = set(_names(text))
    enough = 1 if head.suffix in SUFFIXES else _ENOUGH
    return len(names & _USUAL) >= enough and not names.isdisjoint(_OF_MAIL)


def _names(text: str) -> Iterator[str]:
    """The names of the headers that a text begins with, in lower case."""
    for line in text.splitlines():
        match = _HEADER.match(line)
        if match:
            yield match[1].lower()
        elif not line.startswith(_GOES_ON):
            return


SUFFIXES = (".eml", ".emlx")
"""How names of such files end."""

KIND = Kind(name="mail", suffixes=SUFFIXES, recognises=recognises, read=read, is_often_bare=True)
