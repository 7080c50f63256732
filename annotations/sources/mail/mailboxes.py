"""Mailboxes: many messages in one file, each behind a line that begins with "From "."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from annotations.sources import limits
from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.options import Options

_FROM = b"From "
_ENVELOPE = re.compile(rb"From .*\b\d\d:\d\d(?::\d\d)?\b.*\b(?:19|20)\d\d\b")
"""With a time and a year; such a line needs no empty line before it."""
_HEADER = re.compile(rb"[!-9;-~]{1,100}[ \t]*:|>From ")
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)

_NOT_MEANT = re.compile(
    rb"^X-Mozilla-Status: [0-9a-f]{3}[89a-f]"  # deleted, until Thunderbird compacts the folder
    rb"|^X-Gmail-Labels:.*\b(?:Spam|Trash)\b"
    rb"|^Subject:.*FOLDER INTERNAL DATA",
    re.MULTILINE | re.IGNORECASE,
)
"""Headers of messages that were thrown away, and of one that is none."""


@dataclass(slots=True)
class _Gathered:
    """The lines of a message, as far as they are kept."""

    lines: list[bytes] = field(default_factory=list)
    size: int = 0

    def add(self, line: bytes) -> None:
        """Add a line, unless the message is too large by now: attachments are what is cut."""
        self.size += len(line)
        if self.size <= limits.WHOLE:
            self.lines.append(line)


def messages(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Part a mailbox into its messages, as they are in the file without the "From " lines.

    A line that begins so is the beginning of a message if headers follow it, and an empty line
    or a date says so too; many programs leave such lines in the text of messages as they are.

    Args:
        lines: The raw lines of the file.
    """
    message: _Gathered | None = None
    held: bytes | None = None
    is_after_blank = True
    for line in lines:
        if held is not None:
            if _HEADER.match(line):
                if message is not None:
                    yield b"".join(message.lines)
                message = _Gathered()
            elif message is not None:
                message.add(held)
            held = None
        if line.startswith(_FROM) and (is_after_blank or _ENVELOPE.match(line)):
            held = line
            continue
        is_after_blank = not line.strip()
        if message is not None:
            message.add(line)
    if message is not None:
        yield b"".join([*message.lines, *([] if held is None else [held])])


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read one message after the other; only one is in memory."""
    from annotations.sources.mail.articles import articles_of  # it brings the email package

    for number, data in enumerate(messages(given.lines()), start=1):
        headers = data[: limits.HEAD].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
        if not _NOT_MEANT.search(headers):
            yield from articles_of(
                _ESCAPED.sub(rb"\1", data), where=f"{given.name}, message {number}"
            )


def recognises(head: Head) -> bool:
    """Whether an input begins with a "From " line and a header."""
    first, _, rest = head.data.lstrip(b"\xef\xbb\xbf\r\n").partition(b"\n")
    return first.startswith(_FROM) and bool(_HEADER.match(rest))


KIND = Kind(
    name="mailbox", suffixes=(".mbox", ".mbx"), recognises=recognises, read=read, is_often_bare=True
)
