"""From a record of another program to an article."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources.content_id import content_id
from annotations.sources.inputs import Input
from annotations.sources.metadata import article
from annotations.sources.tables import values
from annotations.sources.tables.bodies import body, is_flat
from annotations.sources.tables.columns import Columns, folded
from annotations.sources.tables.field_map import value_at, values_at
from annotations.sources.tables.shapes import columns_in, record_proper
from annotations.text import clean, clean_line, whole_words

_LONGEST_TITLE = 120
_TITLE_OF_WORDS = 80
"""Characters that are taken from a first line that is no title."""
_AS_LONG = 0.9
"""The share of a text that another must have to be the same."""


class NoText(SourceError):
    """A record that has no text, as a picture among articles."""

    def __init__(self) -> None:
        """Without a full stop, as reasons are."""
        super().__init__("the record has no text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """How the records of an input are understood."""

    fields: Mapping[str, str] = field(default_factory=dict)
    """For each field that a person has spoken of, what records call it."""
    prefix: str | None = ""
    """What goes before ids that are only numbers, for those of two tables not to be the same; null
    if nothing tells this table from others, and such ids are of no use."""
    no_ids: frozenset[str] = frozenset()
    """Columns that are called like an id and are none."""
    origin: str | None = None
    """Where the article is, if it is the only one there."""

    def has_text(self, record: Mapping[str, object]) -> bool:
        """Whether a record has a column for the text, be it empty."""
        record = record_proper(record)
        return bool(self._text(record, columns_in(record)))

    def article(
        self, record: Mapping[str, object], *, read_from: str, original: bytes | None = None
    ) -> Article:
        """Make the article of a record.

        Args:
            record: Column names and values of any type.
            read_from: The input, and where in it.
            original: The bytes of the record.

        Raises:
            NoText: If it has no text.
            SourceError: If it is no article for another reason, which the message gives without a
                full stop.
        """
        record = record_proper(record)
        columns = columns_in(record)
        text = self._body(record, columns)
        said = self._metadata(record, columns)
        return article(
            said,
            article_id=self._id(record, columns) or content_id(text),
            text=text,
            title=_first_words(text),
            read_from=read_from,
            original=original,
            origin=self.origin,
        )

    def ids(self, record: Mapping[str, object]) -> Iterator[tuple[str, str]]:
        """The columns that may hold the id, and what they say."""
        record = record_proper(record)
        columns = () if "id" in self.fields else columns_in(record).others.get("id", ())
        return ((name, found) for name in columns if (found := _id_of(record[name])))

    def _text(self, record: Mapping[str, object], columns: Columns) -> list[tuple[str, object]]:
        mapped = self.fields.get("text")
        if mapped is not None:
            return [(mapped, value) for value in values_at(record, mapped)]
        return [(column, record[column]) for column in columns.text]

    def _body(self, record: Mapping[str, object], columns: Columns) -> str:
        """The text: all of what a person has named, or else the first of the usual names."""
        found = self._text(record, columns)
        bodies = (text for column, value in found if (text := body(value, column)))
        text = "\n\n".join(bodies) if "text" in self.fields else _best(bodies)
        if not text:
            raise NoText
        return text

    def _metadata(self, record: Mapping[str, object], columns: Columns) -> dict[str, object]:
        """What a record says of its article, under the native names."""
        said: dict[str, object] = {}
        for about, names in columns.others.items():
            if about not in self.fields and about != "id":
                found = (_READERS[about](name, record[name]) for name in names)
                if value := next(filter(None, found), None):
                    said[about] = value
        for about, column in self.fields.items():
            if reader := _READERS.get(about):
                values = (reader("", value) for value in values_at(record, column))
                said[about] = _together([value for value in values if value])
        return said

    def _id(self, record: Mapping[str, object], columns: Columns) -> str:
        """The id that a person has named, or the first that is more than a number."""
        mapped = self.fields.get("id")
        if mapped is not None:
            return _id_of(value_at(record, mapped))
        ids = (
            _id_of(record[name]) for name in columns.others.get("id", ()) if name not in self.no_ids
        )
        found = list(filter(None, ids))
        telling = next((each for each in found if not each.isdecimal()), "")
        if telling or not found or self.prefix is None:
            return telling
        return self.prefix + found[0]


def prefix_of(given: Input, *table: str) -> str | None:
    """What tells the ids in a table from those in others: the names of its file and of itself."""
    if given.origin is None:
        return None
    return "".join(f"{clean_line(name)}-" for name in (PurePath(given.name).stem, *table))


def _best(bodies: Iterator[str]) -> str:
    """The first text, or one that is as long and has paragraphs where that has lost them.

    The Guardian gives both: "bodyText" in one line, and "body" in HTML.
    """
    first = next(bodies, "")
    if not is_flat(first):
        return first
    least = len(first) * _AS_LONG
    return next((text for text in bodies if len(text) > least and not is_flat(text)), first)


def _together(found: list[object]) -> object:
    if all(isinstance(each, str) for each in found):
        return " ".join(map(str, found))
    return [line for each in found for line in (each if isinstance(each, list) else [each])]


def _id_of(value: object) -> str:
    value = values.plain(value)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return clean(value if isinstance(value, str) else values.number(value)).strip()


def _moment(column: str, value: object) -> object:
    return values.moment(value, is_utc=folded(column).endswith(("gmt", "utc")))


def _note(column: str, value: object) -> object:
    return values.plain(value)


def _line(column: str, value: object) -> object:
    return values.line(value)


_READERS: Mapping[str, Callable[[str, object], object]] = {
    **dict.fromkeys(("title", "source", "url", "section"), _line),
    **dict.fromkeys(("published", "updated"), _moment),
    "byline": lambda column, value: values.names(value),
    "language": lambda column, value: values.language(value),
    "tags": lambda column, value: values.tags(value),
    "note": _note,
}


def _first_words(text: str) -> str:
    """A title for a text that has none: its first line, or the beginning of it."""
    first = clean_line(next(_lines(text), ""))
    if len(first) <= _LONGEST_TITLE:
        return first
    return whole_words(first[: _TITLE_OF_WORDS + 1], begins=True) + "…"


def _lines(text: str) -> Iterator[str]:
    return (line for line in text.split("\n") if any(map(str.isalnum, line)))
