"""On which line of a TOML file something stands, which `tomllib` does not tell."""

import re
import tomllib
from typing import Any

_TABLE = re.compile(r"\s*\[\[?([^\[\]]+)\]\]?\s*(?:#.*)?$")
_AT_LINE = re.compile(r" \(at line (\d+), column \d+\)$")
_AT_END = re.compile(r" \(at end of document\)$")


def line_of(text: str, name: str) -> int | None:
    """The line, counted from 1, that sets a key or begins a table.

    Args:
        text: A valid file.
        name: The keys on the way to it, joined by full stops.

    Returns:
        The line of the table around it where it has none of its own; null if it is not there.
    """
    found = None
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if match := _TABLE.match(line):
            table = here = _dotted(match[1])
        elif "=" in line:
            key = _dotted(line.partition("=")[0])
            here = f"{table}.{key}" if table and key else key
        else:
            continue
        if here == name:
            return number
        if here and name.startswith(f"{here}."):
            found = number
    return found


def syntax_error(error: tomllib.TOMLDecodeError, text: str) -> tuple[int | None, str]:
    """The line of an error, if it has one, and what is wrong there."""
    message = str(error)
    if match := _AT_LINE.search(message):
        return int(match[1]), message[: match.start()]
    if match := _AT_END.search(message):
        return max(1, len(text.splitlines())), f"{message[: match.start()]} at the end of the file"
    return None, message


def _dotted(key: str) -> str:
    """A key without its quotation marks and blanks; empty if it is none."""
    try:
        table: Any = tomllib.loads(f"{key} = 0")
    except tomllib.TOMLDecodeError:
        return ""
    parts = []
    while isinstance(table, dict) and table:  # a comment makes an empty table
        ((part, table),) = table.items()
        parts.append(part)
    return ".".join(parts)
