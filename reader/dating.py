"""When an article was published, as people write it. Pure."""

from datetime import datetime, time


def day(published: str | None) -> str:
    """The day alone; empty if none is known."""
    return (published or "")[:10]


def moment(published: str | None) -> str:
    """The day, and the time if one is given: `2021-05-12 15:00`; empty if none is known.

    A zone other than UTC is named: `2021-05-12 15:00 +02:00`. Midnight counts as no time, because
    that is what feeds write where they know only the day.

    Args:
        published: An ISO 8601 date, with or without time and zone; anything else stays as it is.
    """
    try:
        when = datetime.fromisoformat(published or "")
    except ValueError:
        return published or ""
    if when.time() == time.min:
        return f"{when:%Y-%m-%d}"
    zone = when.isoformat()[-len("+00:00") :] if when.utcoffset() else ""
    return f"{when:%Y-%m-%d %H:%M} {zone}".rstrip()
