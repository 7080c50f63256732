"""What the headers of a message say of an article."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime

from annotations.sources.dates import iso_date
from annotations.sources.mail.messages import header
from annotations.text import clean_line

_REPLY = r"re|aw|sv|vs|antw|antwort|rif|ref|odp|ynt|отв|回复|答复"
_FORWARD = r"fwd?|wg|tr|rv|enc|doorst|vl|vb|i|пересл|转发"
_MARK = re.compile(rf"(?:(?:{_REPLY}|{_FORWARD})\s?(?:\[\d+\]|\(\d+\))?\s?[:：]\s*)", re.IGNORECASE)
_IS_FORWARD = re.compile(rf"(?:\[[^\]]*\]\s*)?(?:{_FORWARD})\s?[:：]", re.IGNORECASE)
_LABEL = re.compile(r"\[(?P<label>[^\[\]]{1,40})\]\s*")
_WARNING = ("external", "ext", "extern", "external email", "caution: external")
"""Labels that mail servers put before subjects."""

_LIST_ID = re.compile(r"(?P<name>[^<>]*)<(?P<id>[^<>\s]+)>")
_GENERATED = re.compile(r"\b[0-9a-f]{8,}(?:mc)?\b", re.IGNORECASE)
"""In the names of lists that mailing services make."""
_VIA = re.compile(r"\s+via\s+.+$", re.IGNORECASE)
_BULK = ("list-unsubscribe", "list-id", "feedback-id", "x-campaign", "x-mailer-campaign")
_PRIVATE = (
    *("gmail.com", "googlemail.com", "yahoo.com", "hotmail.com", "outlook.com", "live.com"),
    *("icloud.com", "me.com", "aol.com", "gmx.net", "gmx.de", "web.de", "mail.ru", "yandex.ru"),
    *("protonmail.com", "proton.me", "pm.me", "tutanota.com", "qq.com", "163.com"),
)
"""Domains that say nothing of who speaks."""
_ARCHIVED = re.compile(r"<?(https?://[^\s<>]+)>?")
_MESSAGE_ID = re.compile(r"<([^<>\s]{3,250})>")


def metadata(message: EmailMessage) -> dict[str, object]:
    """Title, source, byline, published, url, language and tags, as far as headers tell them."""
    name, domain = _sender(message)
    source = _source(message, name, domain)
    return {
        "title": title(message),
        "source": source,
        "byline": [name] if name and name != source else [],
        "published": _published(message),
        "url": next(iter(_ARCHIVED.findall(header(message, "archived-at"))), None),
        "language": header(message, "content-language").partition(",")[0],
        "tags": header(message, "keywords"),
    }


def title(message: EmailMessage) -> str:
    """The subject without marks of replies and forwards, and without the name of the list."""
    subject = clean_line(header(message, "subject"))
    before = None
    while subject != before:
        before = subject
        if match := _MARK.match(subject):
            subject = subject[match.end() :]
        match = _LABEL.match(subject)
        if match and _is_noise(match["label"].lower(), message):
            subject = subject[match.end() :]
    return subject


def _is_noise(label: str, message: EmailMessage) -> bool:
    """Whether a label before a subject is the list's, which many messages share."""
    if label in _WARNING:
        return True
    known = " ".join(header(message, name) for name in ("list-id", "list-post", "to")).lower()
    return label.replace(" ", "-") in known or label in known


def is_forward(message: EmailMessage) -> bool:
    """Whether a message says that it passes another on."""
    return bool(_IS_FORWARD.match(header(message, "subject")))


def is_reply(message: EmailMessage) -> bool:
    """Whether a message answers another."""
    subject = _LABEL.sub("", header(message, "subject"))
    return not is_forward(message) and bool(message["in-reply-to"] or _MARK.match(subject))


def message_id(message: EmailMessage) -> str:
    """The Message-ID without its brackets; empty if there is none."""
    match = _MESSAGE_ID.search(header(message, "message-id"))
    return clean_line(match[1]) if match else ""


def _sender(message: EmailMessage) -> tuple[str, str]:
    """The name and the domain of whoever wrote a message; empty where they are not told."""
    for name, address in _addresses(message):
        name = _VIA.sub("", clean_line(name).strip("'\" "))
        return name if "@" not in name else "", clean_line(address).rpartition("@")[2].lower()
    return "", ""


def _addresses(message: EmailMessage) -> Iterator[tuple[str, str]]:
    """The names and addresses of the senders."""
    parsed = message.get("from")
    for address in getattr(parsed, "addresses", ()):
        if address.display_name or address.username:
            yield address.display_name, f"{address.username}@{address.domain}"
    yield from getaddresses([header(message, "from")])


def _source(message: EmailMessage, sender: str, domain: str) -> str | None:
    """Who a message is published by: its list, whoever sends a newsletter, or the organisation."""
    match = _LIST_ID.search(header(message, "list-id"))
    if match and _says(match["name"]):
        return match["name"].strip("\"' ")
    is_list = bool(message["list-post"]) or header(message, "precedence").lower() == "list"
    if match and is_list and _says(match["id"]):
        return match["id"]
    if sender and any(message[name] for name in _BULK):
        return sender
    organisation = header(message, "organization") or header(message, "organisation")
    return organisation or (domain if domain not in _PRIVATE else "") or None


def _says(name: str) -> bool:
    return bool(name.strip("\"' ")) and not _GENERATED.search(name)


def _published(message: EmailMessage) -> str | None:
    """When a message was sent, or else when it was received."""
    received = header(message, "received").rpartition(";")[2]
    for written in (header(message, "date"), header(message, "sent"), received):
        if found := _moment(written) or iso_date(written):
            return found
    return None


def _moment(written: str) -> str | None:
    try:
        moment = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None and "-0000" in written:  # the zone is not told, the time is in UTC
        moment = moment.replace(tzinfo=UTC)
    return moment.isoformat() if datetime.min.year < moment.year else None
