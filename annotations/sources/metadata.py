"""From whatever a source says about an article to the fields that an article has.

Values of the wrong type are left out: a mistake in the metadata must not cost the article.
"""

import re
from collections.abc import Callable, Mapping
from typing import TypeVar

from annotations.language.names import code_of
from annotations.model import SETTABLE, Article, ArticleState
from annotations.sources.dates import iso_date
from annotations.sources.inputs import digest
from annotations.text import clean, clean_line

_Value = TypeVar("_Value")

_NAMES = {
    "title": ("title", "headline"),
    "source": ("source", "publisher", "outlet"),
    "url": ("url", "link"),
    "published": ("published", "date"),
    "updated": ("updated", "modified"),
    "section": ("section",),
    "byline": ("byline", "authors", "author"),
    "language": ("language", "lang"),
    "tags": ("tags", "keywords"),
    "note": ("note",),
    "state": ("state",),
    "read_from": ("read_from",),
    "sha256": ("sha256",),
}
"""What each field may be called, the native format's name first."""

_BY = re.compile(r"by\s+", re.IGNORECASE)


def article(
    metadata: Mapping[str, object],
    *,
    article_id: str,
    text: str,
    title: str = "",
    read_from: str | None = None,
    origin: str | None = None,
    original: bytes | None = None,
) -> Article:
    """Make an article.

    Args:
        metadata: Anything; unknown keys are ignored.
        article_id: Its id.
        text: Its text, clean already.
        title: What it is called if the metadata does not say.
        read_from: What it came from, if that is not just the input that it was read from.
        origin: The file or address that it alone is in; null if others are in it too.
        original: The bytes that it was read from; null if they are not at hand.
    """
    return Article(
        id=article_id,
        text=text,
        title=_said(metadata, "title", _line) or clean_line(title),
        source=_said(metadata, "source", _line),
        url=_said(metadata, "url", _line),
        published=_said(metadata, "published", iso_date),
        updated=_said(metadata, "updated", iso_date),
        section=_said(metadata, "section", _line),
        byline=_said(metadata, "byline", _byline) or (),
        language=_said(metadata, "language", _language),
        tags=_said(metadata, "tags", _tags) or (),
        note=_said(metadata, "note", _paragraph),
        state=_said(metadata, "state", _state),
        read_from=read_from or _said(metadata, "read_from", _line),
        sha256=_said(metadata, "sha256", _line) if original is None else digest(original),
        origin=origin,
    )


def _said(
    metadata: Mapping[str, object], field: str, read: Callable[[object], _Value | None]
) -> _Value | None:
    """What the first of a field's names that says anything has to say; null if none does."""
    values = (read(metadata[name]) for name in _NAMES[field] if name in metadata)
    return next((value for value in values if value), None)


def _line(value: object) -> str | None:
    return clean_line(value) or None if isinstance(value, str) else None


def _paragraph(value: object) -> str | None:
    return clean(value) if isinstance(value, str) and value.strip() else None


def _state(value: object) -> ArticleState | None:
    """A state that a person can give; some sources call something else a state."""
    return next((state for state in SETTABLE if state == value), None)


def _language(value: object) -> str | None:
    """The ISO 639 code, without a country: "en" of "en-GB"."""
    return code_of(value) if isinstance(value, str) else None


def _byline(value: object) -> tuple[str, ...]:
    """The authors. A string is one of them: where it would have to be parted is a guess."""
    if isinstance(value, str):
        return _lines([_BY.sub("", value.strip(), count=1)])
    if isinstance(value, list):
        return _lines([each.get("name") if isinstance(each, dict) else each for each in value])
    return ()


def _tags(value: object) -> tuple[str, ...]:
    """Tags, each once; in a string they are parted by commas."""
    tags = value.split(",") if isinstance(value, str) else value
    return tuple(dict.fromkeys(_lines(tags))) if isinstance(tags, list) else ()


def _lines(values: list[object] | list[str]) -> tuple[str, ...]:
    return tuple(line for line in map(_line, values) if line is not None)
