"""What the headers of an answer say."""

from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime


def charset_of(content_type: str | None) -> str | None:
    """The charset that a `Content-Type` names."""
    if not content_type:
        return None
    message = Message()
    message["Content-Type"] = content_type
    return message.get_content_charset()


def seconds_of(retry_after: str | None, *, now: datetime | None = None) -> float | None:
    """The seconds of a `Retry-After`, which are given as such or as a date; null if malformed.

    Args:
        retry_after: The header; null if there is none.
        now: The time; by default what the clock says.
    """
    text = (retry_after or "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        at = parsedate_to_datetime(text)
        zoned = at if at.tzinfo else at.replace(tzinfo=UTC)
        return max(0.0, (zoned - (now or datetime.now(UTC))).total_seconds())
    except (ValueError, OverflowError):
        return None
