"""Lists in one cell: `aid; air strikes`. A semicolon in a value is doubled."""

import re
from collections.abc import Iterable

_BETWEEN = "; "
_SEMICOLON = re.compile(r";;|; ")


def joined(values: Iterable[str]) -> str | None:
    """A list as a cell; null if it is empty."""
    return _BETWEEN.join(each.replace(";", ";;") for each in values) or None


def parted(cell: str) -> list[str]:
    """The list that a cell holds.

    >>> parted("aid; check;; this")
    ['aid', 'check; this']
    """
    values, last = [""], 0
    for mark in _SEMICOLON.finditer(cell):
        values[-1] += cell[last : mark.start()]
        last = mark.end()
        if mark[0] == _BETWEEN:
            values.append("")
        else:
            values[-1] += ";"
    values[-1] += cell[last:]
    return values
