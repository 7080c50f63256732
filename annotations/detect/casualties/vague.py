"""Which number a vague word such as "dozens" stands for. Free of spaCy."""

from enum import StrEnum


class VagueRule(StrEnum):
    """A way of giving vague words a number; the figures name the one they were counted by."""

    DEFAULT = "default"
    """Twice the unit, for a plural is at least two of it: dozens 24, hundreds 200."""
    ACLED = "acled"
    """The unit itself, as ACLED codes fatalities: tens 10, dozens 12, hundreds 100."""
