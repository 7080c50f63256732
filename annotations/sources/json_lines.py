"""JSON lines: an article a line, `{"id": …, "text": …}` and the native format's metadata."""

import codecs
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from itertools import chain
from typing import TypeVar

from annotations.errors import CloseReadError, RecordError, SourceError
from annotations.model import Article, Layer
from annotations.records import Record
from annotations.sources import limits
from annotations.sources.content_id import content_id
from annotations.sources.head import Head, is_json_object
from annotations.sources.inputs import Input
from annotations.sources.json_size import has_too_many_values
from annotations.sources.kinds import Item, Kind
from annotations.sources.metadata import article
from annotations.sources.options import Options
from annotations.sources.tables.articles import Meaning, NoText, prefix_of
from annotations.sources.tables.bodies import is_markup
from annotations.sources.tables.rows import Empty, columns_listed, which_is_text
from annotations.text import clean, clean_line, decode

_Made = TypeVar("_Made")

_NATIVE = frozenset(field.name for field in fields(Article))
"""What the native format calls what it knows of an article."""

_LIKE_OURS = re.compile(r'\{\s*"(?:id|text)"\s*:\s*(?:"|\d)')
"""How a line of the native format begins."""
_LONG = limits.HEAD // 4
"""Characters of a line that may be cut where the beginning of the input ends: each takes up to four
bytes."""

_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
"""In these charsets a line cannot be cut from its bytes; the little-endian mark of UTF-32 begins
with that of UTF-16."""


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read an article a line; layers of annotations in the records are ignored.

    What the native format calls its fields is taken as it is. The columns of other programs mean
    what they usually do, or what the options say.
    """
    meaning = Meaning(fields=options.fields, prefix=prefix_of(given))
    empty = Empty()
    is_hinted = False
    for number, found in _objects(given.lines(), given.name):
        if isinstance(found, RecordError):
            yield found
            continue
        try:
            yield _item(found, number, given.name, meaning)
        except NoText:
            if is_hinted or meaning.has_text(found):
                empty.count(f"line {number}")
                continue
            is_hinted = True
            yield _without_text_column(found, number, given.name, meaning)
    yield from empty.told(given.name)


def _without_text_column(record: Record, number: int, name: str, meaning: Meaning) -> RecordError:
    mapped = meaning.fields.get("text")
    if mapped is not None:
        reason = f"there is no {clean_line(mapped)!r}"
        return RecordError(name, number, reason, hint=columns_listed(record))
    reason = "no column is known to hold the text"
    return RecordError(name, number, reason, hint=which_is_text(record))


def _item(record: Record, number: int, name: str, meaning: Meaning) -> Item:
    """What a record holds.

    Raises:
        NoText: If it is of another program and has no text.
    """
    read_from = f"{name}, line {number}"
    try:
        if not _is_native(record, meaning):
            return meaning.article(record, read_from=read_from)
        found = article_of(record)
    except NoText:
        raise
    except CloseReadError as error:
        return RecordError(name, number, error.message.removesuffix("."))
    return found if found.read_from else replace(found, read_from=read_from)


def read_records(
    lines: Iterable[bytes], name: str, *, make: Callable[[Record], _Made]
) -> Iterator[_Made | RecordError]:
    """Make something of each JSON object in a file that has one a line.

    Args:
        lines: The raw lines of the file; blank ones are passed over.
        name: What errors call the file.
        make: Called with each object. Where it raises a `CloseReadError`, as where a line is no
            JSON object, a `RecordError` is yielded in its place.
    """
    for number, found in _objects(lines, name):
        if isinstance(found, RecordError):
            yield found
            continue
        made: _Made | RecordError
        try:
            made = make(found)
        except CloseReadError as error:
            made = RecordError(name, number, error.message.removesuffix("."))
        yield made


def _objects(lines: Iterable[bytes], name: str) -> Iterator[tuple[int, Record | RecordError]]:
    """The object of each line that is not blank, or what is wrong with it, and its number."""
    for number, line in enumerate(_decoded(lines), start=1):
        if not line.strip():
            continue
        try:
            yield number, _object(line)
        except CloseReadError as error:
            yield number, RecordError(name, number, error.message.removesuffix("."))


def _is_native(record: Record, meaning: Meaning) -> bool:
    """Whether a record is one of closeread, whose text and names must stay as they are.

    One with layers of annotations is; one without may also be somebody's own that only calls
    things by the native names, and is then not HTML.
    """
    if any(layer.value in record for layer in Layer):
        return True
    is_plain = not meaning.fields and record.keys() <= _NATIVE
    return is_plain and not is_markup(str(record.get("text", "")))


def article_of(record: Mapping[str, object]) -> Article:
    """Make the article of a record.

    An id that is a number becomes a string; a missing one becomes the hash of the text. The
    text is cleaned without changing its length.

    Raises:
        SourceError: If the record has no text. The message is a reason without a full stop, for
            a `RecordError`.
    """
    text = record.get("text")
    if not isinstance(text, str):
        raise SourceError("the record has no text" if text is None else '"text" is not a string')
    text = clean(text)
    if not text.strip():
        raise SourceError("the article has no text")
    return article(record, article_id=_id(record.get("id")) or content_id(text), text=text)


def _id(value: object) -> str:
    """Ids are kept as they are but for what a terminal would obey; blank if there is none."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    article_id = clean(str(value))
    return article_id if article_id.strip() else ""


def _decoded(lines: Iterable[bytes]) -> Iterator[str]:
    raw = iter(lines)
    first = next(raw, b"")
    if first.startswith(_WIDE_MARKS):
        yield from decode(b"".join(chain([first], raw))).split("\n")
    else:
        yield from map(_decoded_line, chain([first], raw))


def _decoded_line(line: bytes) -> str:
    """A line of JSON is UTF-8; one that is neither that nor other text will not parse."""
    if line.isspace():
        return ""  # there may be millions
    try:
        return decode(line)
    except SourceError:
        return line.decode("utf-8", errors="replace")


def _object(line: str) -> Record:
    if has_too_many_values(line):
        raise SourceError("too many values in one record")
    try:
        value = json.loads(line.rstrip())
    except json.JSONDecodeError as error:
        reason = error.msg.removesuffix(" at").rstrip(": ")  # some lead up to the place
        raise SourceError(f"not JSON ({reason} at column {error.colno})") from error
    except (ValueError, RecursionError) as error:
        raise SourceError(f"not JSON ({error})") from error
    if not isinstance(value, dict):
        raise SourceError("not a JSON object")
    return value


def recognises(head: Head) -> bool:
    """Whether the first line that is not blank is a JSON object, or the name says so.

    A bad first line must not make plain text of all others.
    """
    line = head.text.partition("\n")[0]
    return head.suffix in SUFFIXES or is_json_object(line) or begins_long(line)


def begins_long(line: str) -> bool:
    """Whether a line that is too long to be seen whole begins as those of the native format do."""
    is_cut = len(line) > _LONG and not line.rstrip().endswith("}")
    return is_cut and _LIKE_OURS.match(line) is not None


SUFFIXES = (".jsonl", ".ndjson")
"""How names of such files end."""

KIND = Kind(name="JSON lines", suffixes=SUFFIXES, recognises=recognises, read=read)
