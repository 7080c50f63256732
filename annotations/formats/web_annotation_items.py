"""Annotations of the web as programs write them: in arrays, pages and collections, in JSON-LD, and
as Hypothes.is exports them in a form of its own.
"""

import json
from collections.abc import Iterator
from typing import Any

from annotations.errors import SourceError
from annotations.formats.json_arrays import is_array, read_items
from annotations.records import Record
from annotations.sources.inputs import Input
from annotations.text import decode

VOCABULARY = "urn:closeread:"
OWN = "closeread:"
"""What names begin with that the Recommendation has no word for."""
ARTICLE, ROLE = f"{OWN}article", f"{OWN}role"

CLASSIFYING, IDENTIFYING, TAGGING = "classifying", "identifying", "tagging"
COMMENTING, DESCRIBING, LINKING = "commenting", "describing", "linking"

_HOLDERS = ("items", "annotations", "rows", "@graph", "first")
"""Keys under which pages, collections, Hypothes.is and graphs have annotations."""


def items(given: Input) -> Iterator[Record | SourceError]:
    """The annotations in a file, and why what is none is none."""
    if is_array(given):
        for each in read_items(given):
            yield each if isinstance(each, SourceError) else normal(each)
        return
    try:
        held: object = json.loads(decode(given.whole()))
    except (ValueError, RecursionError) as error:
        yield SourceError(f"{given.name} is no JSON ({error}).")
        return
    yield from _held(held, given.name)


def _held(held: object, name: str) -> Iterator[Record | SourceError]:
    """The annotations that a page, a collection or a single annotation holds."""
    holder = held
    for _ in _HOLDERS:
        if not isinstance(holder, dict) or "target" in holder:
            break
        holder = next((holder[key] for key in _HOLDERS if holder.get(key)), None)
    listed = holder if isinstance(holder, list) else [holder]
    for number, each in enumerate(listed, start=1):
        if isinstance(each, dict):
            yield normal(each)
        else:
            yield SourceError(f"{name}, item {number}: not an annotation.")


def normal(record: Record) -> Record:
    """An annotation as the Recommendation has it, also if it is one of Hypothes.is."""
    if "uri" not in record or "body" in record:
        return record
    text, user = record.get("text"), record.get("user")
    bodies = [_textual(TAGGING, tag) for tag in listed(record.get("tags"))]
    return {
        "id": record.get("id"),
        "body": [*bodies, *([_textual(COMMENTING, text)] if text else [])],
        "target": record.get("target") or {"source": record["uri"]},
        **({"creator": user} if isinstance(user, str) else {}),
    }


def _textual(purpose: str, value: Any) -> Record:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def listed(value: Any) -> list[Any]:
    """JSON-LD writes a single value without an array."""
    return [] if value is None else value if isinstance(value, list) else [value]
