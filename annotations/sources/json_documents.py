"""JSON: a list of records, an object that holds one, one record, or several after one another."""

import json
from collections.abc import Iterator
from itertools import count

from annotations.errors import SourceError
from annotations.sources import json_lines
from annotations.sources.head import Head, is_json_object
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.options import Options
from annotations.sources.tables.articles import Meaning, prefix_of
from annotations.sources.tables.columns import columns_of, folded
from annotations.sources.tables.json_records import json_records
from annotations.sources.tables.json_text import JsonText
from annotations.sources.tables.names import CONTAINERS, LISTS
from annotations.sources.tables.rows import Row, articles_of
from annotations.sources.tables.streamed_text import streamed_text

_SEPARATOR = b"\x1e"
"""Before each value of an RFC 7464 sequence."""
_LIST_OF = ("{", "[", "]")
"""What stands after the bracket of a list that is one of JSON and no note in a text."""


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read the records one by one; what cannot be read any further is an error at the end."""
    meaning = Meaning(fields=options.fields, prefix=prefix_of(given))
    return articles_of(_rows(given), given.name, meaning=meaning, origin=given.origin)


def _rows(given: Input) -> Iterator[Row | SourceError]:
    numbers = count(1)
    number = next(numbers)
    try:
        for record, written in json_records(JsonText(streamed_text(given))):
            original = written.encode("utf-8", errors="replace")
            yield Row(where=f"record {number}", record=record, original=original)
            number = next(numbers)
    except SourceError as error:
        yield SourceError(f"{given.name}, record {number}: {error.message}.")


def recognises(head: Head) -> bool:
    """Whether an input begins as JSON does and is not an article a line."""
    if head.data.startswith(_SEPARATOR):
        return True
    if head.suffix not in KIND.suffixes and not _begins(head.text):
        return False
    return head.text[:1] in ("{", "[") and not _has_article_a_line(head.text, head.suffix)


def _begins(text: str) -> bool:
    following = text[1:].lstrip()[:1]
    return (text[:1] == "{" and following in ('"', "}")) or (
        text[:1] == "[" and following in _LIST_OF
    )


def _has_article_a_line(text: str, suffix: str) -> bool:
    """Whether the first line is a whole object, and no page of many records.

    A bad first line must not make one document of all others; the name tells of those.
    """
    line, _, others = text.partition("\n")
    if suffix not in KIND.suffixes and json_lines.begins_long(line):
        return True
    if not is_json_object(line):
        return suffix in json_lines.SUFFIXES and text[0] == "{" and line.strip() != "{"
    if suffix in KIND.suffixes and not others.strip():
        return False
    record = json.loads(line)
    return bool(columns_of(tuple(record)).text) or not any(map(_holds_records, record.items()))


def _holds_records(member: tuple[str, object]) -> bool:
    key, value = member
    if isinstance(value, list):
        return folded(key) in LISTS and bool(value) and isinstance(value[0], dict)
    if isinstance(value, dict):
        return folded(key) in CONTAINERS and any(map(_holds_records, value.items()))
    return False


KIND = Kind(name="JSON", suffixes=(".json",), recognises=recognises, read=read)
