"""What a filter that is being typed can go on to be."""

import re
from collections.abc import Callable, Iterable

from annotations.filters.parsing import TERM, VALUE
from annotations.filters.values import CLOSED, DATED, Key

Values = Callable[[Key, str], Iterable[str]]
"""From a key and the beginning of a value to whole values, the likeliest first."""

_LAST_VALUE = re.compile(rf"(?:{VALUE},)*(?P<last>.*)", re.DOTALL)


def completions(typed: str, values: Values) -> list[str]:
    """Filters that begin with all but the last word of one, and go on with what that can become.

    Args:
        typed: The filter so far; behind a blank any key can follow.
        values: What is known of a key whose values are neither words of the language nor dates.
    """
    start, term = _last_term(typed)
    minus = term[:1] if term.startswith("-") else ""
    name, colon, begun = term[len(minus) :].partition(":")
    if not colon:
        keys = (key for key in Key if key.startswith(name.lower()))
        return [f"{typed[:start]}{minus}{key}:" for key in keys]
    if name.lower() not in set(Key):
        return []
    head, last = _last_value(begun)
    whole = _whole(Key(name.lower()), last, values)
    return [f"{typed[:start]}{minus}{name}:{head}{each}" for each in whole]


def _last_term(typed: str) -> tuple[int, str]:
    """Where the term that is being typed begins, and the term; empty behind a blank."""
    ends = (match for match in TERM.finditer(typed) if match.end() == len(typed))
    last = next(ends, None)
    return (len(typed), "") if last is None else (last.start(), last[0])


def _last_value(begun: str) -> tuple[str, str]:
    """The values before the one that is being typed, and that."""
    match = _LAST_VALUE.fullmatch(begun)
    at = len(begun) if match is None else match.start("last")
    return begun[:at], begun[at:]


def _whole(key: Key, begun: str, values: Values) -> list[str]:
    if key in DATED:
        return []
    if key in CLOSED:
        return [each for each in CLOSED[key] if each.startswith(begun.lower())]
    return [_written(each) for each in values(key, begun.strip('" '))]


def _written(value: str) -> str:
    """A value as it has to be typed."""
    clean = value.replace('"', "")
    return f'"{clean}"' if re.search(r"[\s,]", clean) else clean
