"""Numbers of people harmed, moved or held."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from annotations.model.annotation import Annotation, Layer, Span
from annotations.model.entities import Precision


class Category(StrEnum):
    """What happened to the people a casualty figure counts."""

    KILLED = "killed"
    INJURED = "injured"
    CASUALTIES = "casualties"
    """Dead and wounded together, or left unsaid."""
    MISSING = "missing"
    TRAPPED = "trapped"
    DISPLACED = "displaced"
    EVACUATED = "evacuated"
    DETAINED = "detained"
    ABDUCTED = "abducted"
    FREED = "freed"
    """Released or rescued."""


class VagueRule(StrEnum):
    """A way of giving vague words a number; the figures name the one they were counted by."""

    DEFAULT = "default"
    """Twice the unit, for a plural is at least two of it: dozens 24, hundreds 200."""
    ACLED = "acled"
    """The unit itself, as ACLED codes fatalities: tens 10, dozens 12, hundreds 100."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many people, in UCDP's terms; null where the text sets no bound."""

    low: int | None = None
    high: int | None = None
    best: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CasualtyFigure(Annotation):
    """A stated number of people harmed, moved or held.

    The span runs from the qualifier or determiner over the number to the head of its noun
    phrase; `num_start` and `num_end` frame the number alone.
    """

    layer: ClassVar[Layer] = Layer.CASUALTIES
    kind_field: ClassVar[str] = "category"

    num_start: int | None = None
    num_end: int | None = None
    category: str
    """A `Category`."""
    count: Count = Count()
    qualifier: str | None = None
    """at_least, more_than, up_to, nearly, about …"""
    victim_type: str | None = None
    """soldier, child, civilian …"""
    victim_group: str | None = None
    """Whose people they are, as the text says: "Iraqi", "Taliban"."""
    place: str | None = None
    """The words of the text."""
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geo_precision: Precision | None = None
    """Where that is, as for an `Entity`."""
    date: str | None = None
    """The words of the text: "on Tuesday"."""
    date_iso: str | None = None
    """What they mean, by the article's date: an ISO 8601 date, year, month or interval."""
    claimed_by: str | None = None
    claimed_in: Span | None = None
    """The quote that the figure stands in."""
    negated: bool = False
    hypothetical: bool = False
    subset: bool = False
    """Part of another figure ("three of them children")."""
    part_of: Span | None = None
    """The figure that it is a part of, where the text states it."""
    incremental: bool = False
    """Adds to a toll ("another 12")."""
    cumulative: bool = False
    """A running total ("bringing the toll to 40")."""
    historical: bool = False
    """Of another, earlier event than the article's own ("since 2010, when 110 died")."""
    rate: str | None = None
    """The words that make it a rate instead of a toll: "every day"."""
    implicit: bool = False
    """People named without a number ("a soldier was killed")."""
    vague_rule: str | None = None
    """The rule that gave a vague word ("dozens") its count; null for a number."""
