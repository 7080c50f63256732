"""From a message to its article, and to those of the messages that it forwards."""

from collections.abc import Iterator
from email.message import EmailMessage

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources.content_id import content_id
from annotations.sources.kinds import Item
from annotations.sources.mail.bodies import ENCRYPTED, text_of
from annotations.sources.mail.headers import is_reply, message_id, metadata
from annotations.sources.mail.messages import parsed
from annotations.sources.mail.parts import Attachment, Content, content_of
from annotations.sources.mail.quotation import Own
from annotations.sources.metadata import article

_LISTED = 20
"""Attachments that are named; of more, how many."""
_LONGEST_TITLE = 120


def articles_of(data: bytes, *, where: str, origin: str | None = None) -> Iterator[Item]:
    """Yield the article of a message, and of each that it forwards as it was.

    What goes wrong, the libraries failing at hostile bytes included, is one error.

    Args:
        data: The message.
        where: What errors, and people, call it.
        origin: The file that it alone is in.
    """
    try:
        yield from _items(parsed(data), data, where=where, origin=origin)
    except SourceError as error:
        yield SourceError(f"{where} cannot be read: {error.message.removesuffix('.')}.")
    except Exception as error:
        yield SourceError(f"{where} cannot be read ({type(error).__name__}).")


def _items(message: EmailMessage, data: bytes, *, where: str, origin: str | None) -> Iterator[Item]:
    content = content_of(message)
    mine = text_of(content.bodies, is_reply=is_reply(message))
    if content.is_encrypted or mine.text.startswith(ENCRYPTED):
        yield SourceError(
            f"{where} is encrypted.",
            hint="Save it decrypted from the program that you read mail in.",
        )
    elif mine.text:
        alone = None if content.messages else origin
        yield _article(message, mine, content, data, where=where, origin=alone)
    elif not content.messages:
        yield SourceError(f"{where} has no text{_only(content.attachments)}.")
    for number, forwarded in enumerate(content.messages, start=1):
        yield from _items(
            forwarded, data, where=f"{where}, forwarded message {number}", origin=None
        )


def _article(
    message: EmailMessage,
    mine: Own,
    content: Content,
    data: bytes,
    *,
    where: str,
    origin: str | None,
) -> Article:
    first = mine.text.partition("\n")[0]
    return article(
        {**metadata(message), "note": _note(content.attachments, mine.quoted)},
        article_id=message_id(message) or content_id(mine.text),
        text=mine.text,
        title=first if len(first) <= _LONGEST_TITLE else "Message without a subject",
        read_from=where,
        origin=origin,
        original=data,
    )


def _note(attachments: list[Attachment], quoted: int) -> str | None:
    """What a person might miss in the text."""
    lines = []
    if attachments:
        lines.append(f"Attachments: {_listed(attachments)}.")
    if quoted:
        lines.append(f"Left out: {quoted} {'line' if quoted == 1 else 'lines'} of earlier mail.")
    return "\n".join(lines) or None


def _listed(attachments: list[Attachment]) -> str:
    named = [f"{each.name} ({size(each.size)})" for each in attachments[:_LISTED]]
    more = len(attachments) - len(named)
    return ", ".join(named) + (f" and {more} more" if more else "")


def _only(attachments: list[Attachment]) -> str:
    return f", only {_listed(attachments)}" if attachments else ""


def size(size: int) -> str:
    """A number of bytes as people say it: "120 kB"."""
    if size < 1_000:
        return f"{size} bytes"
    if size < 1_000_000:
        return f"{size / 1_000:.0f} kB"
    return f"{size / 1_000_000:.1f} MB"
