"""From what a person types to a query."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches

from annotations.errors import FilterError
from annotations.filters.values import CLOSED, DATED, Condition, Key, Query, Value, Word

_QUOTED = r'"[^"]*(?:"|$)'
VALUE = rf'(?:{_QUOTED}|[^\s",]+)'
"""One of the values of a key."""
TERM = re.compile(
    rf"(?P<minus>-?)(?:(?P<key>[A-Za-z]+):(?P<values>(?:{VALUE},?)*)"
    rf'|(?P<phrase>{_QUOTED})|(?P<word>[^\s"]+))'
)
"""A term of a filter."""
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def parsed(text: str) -> Query:
    """Read a filter.

    A key without a value yet, as while it is typed, asks for nothing.

    Args:
        text: Words and phrases, and conditions `key:value`, parted by blanks; a `-` before one
            turns it round, commas part values of which one is enough.

    Raises:
        FilterError: If a key or a value is none that can be asked for.
    """
    return Query(tuple(_terms(text.replace("\0", " "))))


def _terms(text: str) -> Iterator[Word | Condition]:
    for match in TERM.finditer(text):
        negated = bool(match["minus"])
        if match["key"] is not None:
            key = _key(match["key"])
            if values := tuple(_values(key, match["values"])):
                yield Condition(key, values, negated)
        elif match["phrase"] is not None:
            if words := match["phrase"].strip('" '):
                yield Word(words, phrase=_is_closed(match["phrase"]), negated=negated)
        else:
            yield Word(match["word"], negated=negated)


def _is_closed(typed: str) -> bool:
    """Whether both quotation marks are there; while the second is not, the last word goes on."""
    return len(typed) > 1 and typed[0] == typed[-1] == '"'


def _key(typed: str) -> Key:
    """The key that was typed.

    Raises:
        FilterError: If there is none of this name.
    """
    try:
        return Key(typed.lower())
    except ValueError:
        nearest = _nearest(typed, Key)
        raise FilterError(
            f"There is no filter “{typed}:”.",
            hint=f"Did you mean “{nearest}:”? Words that hold a colon go in quotation marks.",
        ) from None


def _values(key: Key, typed: str) -> Iterator[Value]:
    for each in re.findall(VALUE, typed):
        whole = _is_closed(each) and key not in DATED and key not in CLOSED
        if text := each.strip('" '):
            yield Value(_checked(key, text), whole=whole)


def _checked(key: Key, text: str) -> str:
    """The text of a value, if it is one that the key takes.

    Raises:
        FilterError: If it is not.
    """
    if key in DATED and not _is_date(text):
        raise FilterError(
            f"“{key}:{text}” is no date.", hint="Write a day, a month or a year: 2016-05-31."
        )
    if key not in CLOSED:
        return text
    if text.lower() not in CLOSED[key]:
        near = get_close_matches(text.lower(), CLOSED[key], n=1)
        raise FilterError(
            f"“{key}:{text}” is none of {', '.join(CLOSED[key])}.",
            hint=f"Did you mean “{key}:{near[0]}”?" if near else "",
        )
    return text.lower()


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return True


def _nearest(typed: str, known: Iterable[str]) -> str:
    """The word that is most like what was typed."""
    return get_close_matches(typed.lower(), list(known), n=1, cutoff=0)[0]
