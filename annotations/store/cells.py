"""What the cells of a row have to hold.

SQLite takes text where a number is declared, so another program can leave anything in a column.
Each function gives a value back if it is what closeread writes, and raises `ValueError` if not.
"""


def whole(what: str, value: int) -> int:
    """A whole number.

    Args:
        what: What the number is, for the message.
        value: As it was read.
    """
    if not isinstance(value, int):
        raise ValueError(f"its {what} is {value!r}, and no whole number")
    return value


def whole_or_none(what: str, value: int | None) -> int | None:
    """A whole number, or null."""
    return None if value is None else whole(what, value)


def degrees(what: str, value: float | None) -> float | None:
    """A coordinate, or null."""
    if not isinstance(value, float | int | None):
        raise ValueError(f"its {what} is {value!r}, and no number of degrees")
    return value


def word(what: str, value: str | None) -> str:
    """A word that has to be there."""
    if not isinstance(value, str):
        raise ValueError(f"its {what} is {value!r}, and no word")
    return value
