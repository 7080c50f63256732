"""What is in a message: its text, what is attached, and messages that it forwards."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage, Message
from typing import cast

from annotations.errors import SourceError
from annotations.text import clean_line, decode

_WESTERN = ("us-ascii", "ascii", "iso-8859-1", "latin1", "latin-1", "windows-1252", "cp1252")
"""Charsets that programs name without looking; text that is UTF-8 by chance does not occur."""

_SIGNATURES = (
    *("application/pgp-signature", "application/pkcs7-signature"),
    *("application/x-pkcs7-signature", "application/pgp-keys", "text/x-amp-html"),
)
"""What nobody would call attached."""
_ENCRYPTED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted")

_USUAL_NAMES = {"application/ms-tnef": "winmail.dat"}
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """One text, in the forms that it comes in."""

    plain: str | None = None
    html: str | None = None
    is_flowed: bool = False
    """Whether lines of the plain text that end in a blank go on (RFC 3676)."""
    deletes_blanks: bool = False
    """Whether those blanks are none of the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that came along. It is never opened."""

    name: str
    size: int
    """Bytes, about."""


@dataclass(slots=True)
class Content:
    """What a message holds."""

    bodies: list[Body] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    messages: list[EmailMessage] = field(default_factory=list)
    """Those that it forwards as they are."""
    is_encrypted: bool = False


def content_of(message: EmailMessage) -> Content:
    """Go through the parts of a message."""
    content = Content()
    _take(message, content)
    return content


def _take(part: EmailMessage, content: Content, *, in_related: bool = False) -> None:
    kind = part.get_content_type()
    if kind in _ENCRYPTED or kind == "multipart/encrypted":
        content.is_encrypted = True
    elif kind == "message/rfc822" and part.is_multipart():
        content.messages += _children(part)
    elif part.is_multipart():
        _take_all(part, content, kind)
    elif kind in ("text/plain", "text/html") and not _is_attached(part):
        content.bodies.append(_body(part, kind))
    elif kind.startswith("multipart/"):  # its parts could not be told apart
        content.bodies.append(Body(plain=_text(part)))
    elif kind not in _SIGNATURES and not (in_related and kind.startswith("image/")):
        content.attachments.append(_attachment(part, kind))


def _take_all(part: EmailMessage, content: Content, kind: str) -> None:
    children = list(_children(part))
    if kind == "multipart/alternative":
        _take_alternatives(children, content)
        return
    if kind == "multipart/signed":
        children = children[:1]
    elif kind == "multipart/digest":
        content.messages += [each for child in children for each in _children(child)]
        return
    for child in children:
        _take(child, content, in_related=kind == "multipart/related")


def _take_alternatives(children: list[EmailMessage], content: Content) -> None:
    """Make one body of what are forms of one text."""
    inner = Content(attachments=content.attachments, messages=content.messages)
    for child in children:
        _take(child, inner)
    content.is_encrypted |= inner.is_encrypted
    plain = [each for each in inner.bodies if each.plain is not None]
    html = [each.html for each in inner.bodies if each.html is not None]
    if not plain and not html:
        return
    content.bodies.append(
        Body(
            plain="\n\n".join(each.plain or "" for each in plain) if plain else None,
            html="\n".join(html) if html else None,
            is_flowed=bool(plain) and all(each.is_flowed for each in plain),
            deletes_blanks=bool(plain) and all(each.deletes_blanks for each in plain),
        )
    )


def _children(part: EmailMessage) -> Iterator[EmailMessage]:
    payload = part.get_payload()
    if isinstance(payload, list):
        yield from (cast(EmailMessage, child) for child in payload if isinstance(child, Message))


def _is_attached(part: EmailMessage) -> bool:
    """Whether a text is a file of its own, and no part of what was written."""
    return part.get_content_disposition() == "attachment" or bool(
        part.get_content_disposition() and _name(part)
    )


def _body(part: EmailMessage, kind: str) -> Body:
    if kind == "text/html":
        return Body(html=_text(part))
    return Body(
        plain=_text(part),
        is_flowed=_parameter(part, "format") == "flowed",
        deletes_blanks=_parameter(part, "delsp") == "yes",
    )


def _text(part: EmailMessage) -> str:
    """The text of a part; empty if its bytes are none."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    try:
        return decode(data, declared=_charset(part, data))
    except SourceError:
        return ""


def _charset(part: EmailMessage, data: bytes) -> str | None:
    """The charset that a part names, unless it is one of those that stand there by habit and the
    bytes are UTF-8.
    """
    named = (_parameter(part, "charset") or "").strip()
    if named not in _WESTERN:
        return named or None
    try:
        data.decode("utf-8")
    except ValueError:
        return named
    return None


def _parameter(part: EmailMessage, name: str) -> str | None:
    value = part.get_param(name)
    if isinstance(value, tuple):
        value = value[2]
    return value.lower() if isinstance(value, str) else None


def _attachment(part: EmailMessage, kind: str) -> Attachment:
    payload = part.get_payload()
    size = len(payload) if isinstance(payload, str) else 0
    if str(part.get("content-transfer-encoding", "")).strip().lower() == "base64":
        size = size * 3 // 4
    return Attachment(name=_name(part) or _USUAL_NAMES.get(kind, kind), size=size)


def _name(part: EmailMessage) -> str:
    return clean_line(part.get_filename() or "")[:_LONGEST_NAME]
