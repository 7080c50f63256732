"""What a cell or a member of an object says, as metadata has it."""

import html
import re
from datetime import UTC, date, datetime
from math import isnan

from annotations.sources.dates import iso_date
from annotations.sources.tables.names import INNER

_NOTHING = frozenset(("", "nan", "none", "null", "nat", "n/a", "\\n", "undefined"))
"""How programs write that a cell is empty, in lower case; "\\N" is MySQL's."""

_REFERENCE = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,31}\d?);", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_BY = re.compile(r"\s*by\s+", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"\s*[|;]\s*")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(Z?)")
_EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?|\d{13}|\d{16}|\d{19}")
_NAMED_ZERO = re.compile(r"(?<=\d)\s*(?:UTC|GMT|\+0000 UTC)$")
_QUOTED = re.compile(r"'((?:[^'\\]|\\.)*+)'|\"((?:[^\"\\]|\\.)*+)\"", re.DOTALL)
_ESCAPED = re.compile(r"\\([\"'\\])")
_LONGEST_LIST = 100_000
"""Characters of a list in a cell."""


def plain(value: object) -> object:
    """A value without the object that it may stand in, and null for what says nothing."""
    for _ in range(4):  # objects in objects, and no more of them than any program writes
        if not isinstance(value, dict):
            break
        value = next((value[key] for key in INNER if value.get(key) is not None), None)
    if isinstance(value, str):
        return None if value.strip().lower() in _NOTHING else value
    return None if isinstance(value, float) and isnan(value) else value


def line(value: object) -> str | None:
    """A value as one line, without markup; of a list, the first."""
    value = plain(value)
    if isinstance(value, str):
        return without_markup(value)
    if isinstance(value, list):
        value = plain(value[0]) if value else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number(value)
    return without_markup(value) if isinstance(value, str) else None


def number(value: float) -> str:
    """A number as people write it: a whole one without a point."""
    return str(value).removesuffix(".0")


def without_markup(value: str) -> str:
    """A line without the tags and references of HTML that it may have."""
    if "<" in value:
        value = _TAG.sub("", value)
    return html.unescape(value) if _REFERENCE.search(value) else value


def lines(value: object) -> list[str]:
    """A value as a list of lines: a list, the text of one, or names with "|" or ";" between."""
    value = plain(value)
    if isinstance(value, str):
        listed = _listed(value)
        value = _BETWEEN_NAMES.split(value) if listed is None else listed
    if not isinstance(value, list):
        return []
    return [text for each in value if (text := line(each))]


def _listed(value: str) -> list[str] | None:
    """The strings in a list that a cell holds as Python, numpy or JSON writes it; else null."""
    text = value.strip()
    if not (text.startswith("[") and text.endswith("]") and len(text) < _LONGEST_LIST):
        return None
    return [_ESCAPED.sub(r"\1", match[1] or match[2] or "") for match in _QUOTED.finditer(text)]


def tags(value: object) -> list[str]:
    """As `lines`; commas part them, too, and numbers alone, which only point at tags, are none."""
    if isinstance(value, list):
        value = [each for each in value if not isinstance(each, int | float)]
    found = lines(value)
    return found[0].split(",") if len(found) == 1 else found


def names(value: object) -> list[str]:
    """As `lines`, without the "By" before a name."""
    return [_BY.sub("", each) for each in lines(value)]


def language(value: object) -> str | None:
    """As `line`; where a language has a code and a name, the code."""
    first = value[0] if isinstance(value, list) and value else value
    return line(first.get("code") or first if isinstance(first, dict) else first)


def moment(value: object, *, is_utc: bool = False) -> str | None:
    """A date as ISO 8601 has it: what `iso_date` reads, seconds since 1970, or figures alone.

    Args:
        value: Text, a number or a date.
        is_utc: Whether a time without a zone is in UTC.
    """
    value = plain(value)
    if isinstance(value, list):
        value = plain(value[0]) if value else None
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, date):
        return _with_zone(value.isoformat(), is_utc=is_utc)
    text = number(value) if isinstance(value, int | float) else value
    if not isinstance(text, str):
        return None
    text = _NAMED_ZERO.sub("+00:00", text.strip())
    found = iso_date(text) or _since_1970(text) or _compact(text)
    return None if found is None else _with_zone(found, is_utc=is_utc)


def _with_zone(written: str, *, is_utc: bool) -> str:
    if not is_utc or len(written) <= len("2016-10-20"):
        return written
    time = datetime.fromisoformat(written)
    return written if time.tzinfo is not None else time.replace(tzinfo=UTC).isoformat()


def _since_1970(text: str) -> str | None:
    """Seconds, thousandths, millionths or billionths of them."""
    if not _EPOCH.fullmatch(text):
        return None
    whole = text.partition(".")[0]
    seconds = int(whole) // 10 ** max(0, len(whole) - 10)
    return datetime.fromtimestamp(seconds, UTC).isoformat()


def _compact(text: str) -> str | None:
    """Without anything between the figures: "20161020", "20161020T083000Z"."""
    match = _COMPACT.fullmatch(text)
    if match is None:
        return None
    *figures, zone = match.groups()
    try:
        year, month, day, *clock = (int(each) for each in figures if each is not None)
        if not clock:
            return date(year, month, day).isoformat()
        hour, minute, second = (*clock, 0)[:3]
        time = datetime(year, month, day, hour, minute, second, tzinfo=UTC if zone else None)
        return time.isoformat()
    except ValueError:
        return None
