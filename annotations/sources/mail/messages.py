"""From bytes to a message, within bounds: headers as text, parts as a tree."""

from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import EmailPolicy
from typing import Any, cast

from annotations.errors import SourceError
from annotations.text import decode

_LONGEST_HEADER = 10_000
"""Characters; parsing addresses takes time that grows with the square of their length."""
_PARTS = 1_000
_DEPTH = 20
"""Parts within parts."""


def parsed(data: bytes) -> EmailMessage:
    """Parse a message. A malformed one is read as far as it makes sense.

    Raises:
        SourceError: If it has too many parts. The message is a reason without a full stop.
    """
    made = 0

    def make(policy: EmailPolicy | None = None) -> EmailMessage:
        nonlocal made
        made += 1
        if made > _PARTS:
            raise SourceError(f"it has more than {_PARTS:,} parts")
        return _Part(policy)

    policy = _Policy(message_factory=cast(Any, make))
    return cast(EmailMessage, BytesParser(policy=cast(Any, policy)).parsebytes(data))


def header(message: EmailMessage, name: str) -> str:
    """A header as text, on one line; empty if there is none."""
    return " ".join(str(message.get(name, "")).split())


class _Part(EmailMessage):
    depth = 0

    def attach(self, payload: Any) -> None:
        """Take a part in, unless it is too deep."""
        payload.depth = self.depth + 1
        if payload.depth > _DEPTH:
            raise SourceError("its parts are too deep in one another")
        super().attach(payload)


class _Policy(EmailPolicy):
    """The policy of today's mail, with bounds and for headers that break its rules."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Take a header from its lines, cut to what is ever read of one."""
        name, value = super().header_source_parse(_first(sourcelines))
        return name, _as_text(value)

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """The header parsed, or as it stands where the library fails at it."""
        try:
            return super().header_fetch_parse(name, value)
        except (ArithmeticError, AssertionError, AttributeError, LookupError, MessageError,
                RecursionError, TypeError, ValueError):  # fmt: skip
            return " ".join(value.split())


def _first(lines: list[str]) -> list[str]:
    """As many characters of the lines as are read of a header."""
    kept: list[str] = []
    left = _LONGEST_HEADER
    for line in lines:
        kept.append(line[:left])
        left -= len(line)
        if left <= 0:
            break
    return kept


def _as_text(value: str) -> str:
    """A header's value, of which bytes beyond ASCII are still such."""
    if value.isascii():
        return value
    try:
        return decode(value.encode("ascii", errors="surrogateescape"))
    except (SourceError, UnicodeEncodeError):
        return value.encode("ascii", errors="replace").decode()
