"""What the index of names speaks of."""

from dataclasses import dataclass
from enum import StrEnum


class NameGroup(StrEnum):
    """What a name is of. Equal names of different groups are different."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    PEOPLE = "people"
    """Nationalities, religious and political groups."""
    OTHER = "other"


GROUPS_OF_LABELS = {
    "PERSON": NameGroup.PERSON,
    "PER": NameGroup.PERSON,
    "ORG": NameGroup.ORGANISATION,
    "GPE": NameGroup.PLACE,
    "LOC": NameGroup.PLACE,
    "FAC": NameGroup.PLACE,
    "NORP": NameGroup.PEOPLE,
}
"""The groups of the entities' labels; those of all other labels are `OTHER`."""


def group_of(label: str) -> NameGroup:
    """What an entity with a label is the name of."""
    return GROUPS_OF_LABELS.get(label, NameGroup.OTHER)


class Likeness(StrEnum):
    """Why two names may be the same."""

    SPELLING = "spelling"
    """They differ in case, accents, hyphens, apostrophes or the article "al-"."""
    TRANSLITERATION = "transliteration"
    """They are one name from another script, written in Latin letters in two ways."""
    INITIALS = "initials"
    """One has an initial where the other has a given name."""
    MIDDLE_NAME = "middle name"
    """One has more given names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name in all articles, with what was merged into it. Rejected annotations do not count."""

    name: str
    group: NameGroup
    articles: int
    mentions: int
    first_published: str | None
    """ISO 8601 date of its earliest article; null if none of them has one."""
    last_published: str | None
    also: tuple[str, ...] = ()
    """The names merged into it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedName:
    """A name in all articles, and in how many of them it is."""

    name: str
    group: NameGroup
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Two names that may well be the same; which they are is for a person to say."""

    name: str
    into: str
    """The one that more articles use, or that has no initials."""
    group: NameGroup
    why: Likeness
    articles: int
    """How many have `name`."""
    into_articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """A decision that a name is the same as another, made or taken back."""

    name: str
    into: str
    group: NameGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A decision that in one article a name is somebody else."""

    name: str
    meant: str
    """What it is listed as there."""
    group: NameGroup
    article_id: str
