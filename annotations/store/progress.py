"""How far a long edit has come."""

from collections.abc import Callable

Report = Callable[[int, int], None]
"""Is told how many steps are done, and of how many; what it raises undoes the edit."""


def untold(done: int, total: int) -> None:
    """The report of an edit that nobody follows."""
