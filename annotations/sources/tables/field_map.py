"""What a person says that columns mean: `title=headline,text=lead+body`."""

import re
from collections.abc import Mapping, Sequence

from annotations.errors import UsageError
from annotations.sources.tables.names import FIELDS

_BETWEEN = re.compile(r",(?=\s*\w+\s*=)")


def fields_of(arguments: Sequence[str]) -> dict[str, str]:
    """For each field that some arguments name, what records call it.

    Args:
        arguments: Each one or more of `FIELD=COLUMN`, with commas between them.

    Raises:
        UsageError: If one is not of that form, or if there is no such field.
    """
    fields: dict[str, str] = {}
    for part in (part for argument in arguments for part in _BETWEEN.split(argument)):
        field, equals, column = (each.strip() for each in part.partition("="))
        if not equals:
            raise UsageError(
                f"{part.strip()!r} maps no column to a field.",
                hint="Write the field, an equals sign and the column: --map title=headline",
            )
        if field not in FIELDS:
            raise UsageError(
                f"Articles have no field {field!r}.",
                hint=f"The fields are {', '.join(FIELDS)}.",
            )
        fields[field] = column
    return fields


def values_at(record: Mapping[str, object], column: str) -> list[object]:
    """What a record says under a column's name, or where names joined by "+" lead.

    A name with dots leads into objects and lists: `body.content`, `authors.0.name`; a name in a
    list of objects is that of each. A column that is called just so goes first.
    """
    if column in record:
        return [record[column]]
    values = (value_at(record, each.strip()) for each in column.split("+"))
    return [value for value in values if value is not None]


def value_at(record: Mapping[str, object], path: str) -> object:
    """What stands at the end of a path; null if it leads nowhere."""
    if path in record:
        return record[path]
    value: object = record
    for step in path.split("."):
        value = _step(value, step)
        if value is None:
            return None
    return value


def _step(value: object, step: str) -> object:
    if isinstance(value, Mapping):
        return value.get(step)
    if isinstance(value, list):
        if step.isdecimal():
            return value[int(step)] if int(step) < len(value) else None
        return [found for each in value if (found := _step(each, step)) is not None] or None
    return None


def leads_somewhere(record: Mapping[str, object], column: str) -> bool:
    """Whether a record has what a person calls a column, or all that is joined in it."""
    parts = [column] if column in record else [part.strip() for part in column.split("+")]
    return all(part in record or value_at(record, part) is not None for part in parts)
