"""Times as news formats write them."""

import re

_SHORT = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})(?:T?(\d{2}):?(\d{2}):?(\d{2})?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?"
)


def iso_time(value: str) -> str | None:
    """An ISO 8601 date or time of "20161020T081500+0200" and the like; null if it is none.

    Midnight without a zone, which stands for a day, is one.
    """
    match = _SHORT.fullmatch(value.strip())
    if match is None:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    date = f"{year}-{month}-{day}"
    if hour is None or (zone is None and (hour, minute, second or "00") == ("00", "00", "00")):
        return date
    zone = zone or ""
    if len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"{date}T{hour}:{minute}:{second or '00'}{zone.replace('Z', '+00:00')}"
