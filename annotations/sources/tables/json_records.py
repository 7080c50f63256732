"""The records of a JSON document, wherever in it they stand."""

from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from annotations.errors import SourceError
from annotations.sources import limits
from annotations.sources.tables.columns import columns_of, folded
from annotations.sources.tables.json_shapes import records_in
from annotations.sources.tables.json_text import JsonText
from annotations.sources.tables.names import CONTAINERS, LISTS

_TAKES = 50
"""Characters that would take the memory of a value that is small."""
_MEMBERS = 500
"""Members of an object, more than any article has, of which one may be its text."""
_DEEPEST = 4
"""Objects in objects in which a list of records is looked for."""

Found = tuple[Mapping[str, object], str]
"""A record, and how it is written."""


@dataclass(slots=True)
class _Walk:
    """What is known on the way through one object."""

    found: bool = False
    """Whether a list of records has been come upon."""
    size: int = 0
    """Characters of what was kept, and about what each value takes besides."""

    def keeps(self, written: str) -> None:
        """Count what is kept.

        Raises:
            SourceError: If it is too much.
        """
        self.size += len(written) + _TAKES
        if self.size > limits.WHOLE:
            raise SourceError(f"more than {limits.WHOLE // 1_000_000} MB without a list of records")


def json_records(text: JsonText) -> Iterator[Found]:
    """Yield the records of a document, or of several one after the other.

    They are the objects in a list, which may stand in an object, under a usual key or as the only
    such list; or the object itself.

    Raises:
        SourceError: Where the text is no JSON. The message is a reason without a full stop.
    """
    while start := text.peek():
        if text.passes("["):
            yield from _items(text, {})
        elif start == "{":
            walk = _Walk()
            members = yield from _members(text, walk, depth=1)
            if not walk.found:
                yield from records_in(members)
        else:
            raise SourceError("not JSON (neither an object nor a list)")


def _items(text: JsonText, about: Mapping[str, object]) -> Iterator[Found]:
    """The objects of a list that was entered; other values in it are no records."""
    while not text.passes("]"):
        value, written = text.value()
        if isinstance(value, dict):
            yield {**about, **value}, written
        _next(text, "]")


def _members(text: JsonText, walk: _Walk, *, depth: int) -> Generator[Found, None, dict[str, Any]]:
    """Yield the records in an object's lists; return its other members."""
    members: dict[str, Any] = {}
    is_article = False
    text.passes("{")
    while not text.passes("}"):
        key, _ = text.value()
        if not isinstance(key, str) or not text.passes(":"):
            raise SourceError("not JSON (an object has a member without a name)")
        start = text.peek()
        name = folded(key) if start in ("[", "{") else ""
        if start == "[" and name in LISTS and not is_article:
            members[key] = yield from _list(text, walk, _about(members, name))
        elif start == "{" and name in CONTAINERS and not is_article and depth < _DEEPEST:
            members[key] = yield from _members(text, walk, depth=depth + 1)
        else:
            members[key], written = text.value()
            walk.keeps(written)
        if len(members) < _MEMBERS:
            is_article = is_article or bool(columns_of((key,)).text)
        _next(text, "}")
    return members


def _list(
    text: JsonText, walk: _Walk, about: Mapping[str, object]
) -> Generator[Found, None, list[object]]:
    """Yield the records of a list if its first item is an object; else return its items."""
    if text.passes("[") and text.peek() == "{":
        walk.found = True
        yield from _items(text, about)
        return []
    items: list[object] = []
    while not text.passes("]"):
        value, written = text.value()
        items.append(value)
        walk.keeps(written)
        _next(text, "]")
    return items


def _next(text: JsonText, end: str) -> None:
    """Go past a comma, if this is not the end."""
    if not text.passes(",") and text.peek() != end:
        if not text.peek():
            raise SourceError("the file ends in the middle of the document")
        raise SourceError("not JSON (a comma is missing)")


def _about(members: Mapping[str, object], name: str) -> dict[str, object]:
    """What a document says of all its records: the channel, in an export of Telegram."""
    channel = members.get("name")
    return {"source": channel} if name == "messages" and isinstance(channel, str) else {}
