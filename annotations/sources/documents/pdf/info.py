"""What a PDF says of itself: its information dictionary, and its XMP."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdf import PdfReader

_DATE = re.compile(
    r"(?:D:)?(?P<year>\d{4})(?P<month>\d\d)?(?P<day>\d\d)?"
    r"(?P<hour>\d\d)?(?P<minute>\d\d)?(?P<second>\d\d)?"
    r"(?P<zone>Z|[+-]\d\d)?'?(?P<minutes>\d\d)?'?\S*"
)
_LONGEST = 1_000
"""Characters of one of its values."""


def metadata(document: "PdfReader") -> dict[str, object]:
    """What is known of a document, under the usual names. XMP is asked where Info is silent."""
    info = _info(document)
    found: dict[str, object] = {
        "title": info.get("/Title"),
        "byline": info.get("/Author"),
        "tags": info.get("/Keywords"),
        "published": iso_time(info.get("/CreationDate", "")),
        "updated": iso_time(info.get("/ModDate", "")),
        "language": _language(document),
    }
    for name, value in _xmp(document).items():
        found[name] = found.get(name) or value
    return {name: value for name, value in found.items() if value}


def _info(document: "PdfReader") -> dict[str, str]:
    try:
        info: Mapping[str, object] = document.metadata or {}
        return {str(key): str(info[key])[:_LONGEST] for key in info}
    except Exception:  # whatever is wrong with it costs the metadata, not the text
        return {}


def _language(document: "PdfReader") -> str | None:
    try:
        language = document.root_object.get("/Lang")
        return str(language) if language is not None else None
    except Exception:  # as above
        return None


def _xmp(document: "PdfReader") -> dict[str, object]:
    try:
        xmp = document.xmp_metadata
        if xmp is None:
            return {}
        titles = xmp.dc_title or {}
        created, modified = xmp.xmp_create_date, xmp.xmp_modify_date
        return {
            "title": titles.get("x-default") or next(iter(titles.values()), None),
            "byline": list(xmp.dc_creator or ()),
            "tags": list(xmp.dc_subject or ()),
            "published": created.isoformat() if created else None,
            "updated": modified.isoformat() if modified else None,
            "language": next(iter(xmp.dc_language or ()), None),
            "source": next(iter(xmp.dc_publisher or ()), None),
        }
    except Exception:  # as above
        return {}


def iso_time(value: str) -> str | None:
    """A time as PDF writes it ("D:20260304093000+01'00'") in ISO 8601; null if it is none.

    It has a zone if it says one.
    """
    match = _DATE.fullmatch(value.strip())
    if not match or not match["day"]:
        return None
    day = f"{match['year']}-{match['month']}-{match['day']}"
    if not match["minute"]:
        return day
    clock = f"{match['hour']}:{match['minute']}:{match['second'] or '00'}"
    return f"{day}T{clock}{_zone(match['zone'], match['minutes'])}"


def _zone(hours: str | None, minutes: str | None) -> str:
    if not hours:
        return ""
    return "+00:00" if hours == "Z" else f"{hours}:{minutes or '00'}"
