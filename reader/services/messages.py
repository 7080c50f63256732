"""What the threads behind the screen report. They post these and touch nothing else."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from annotations.errors import CloseReadError
from annotations.model import Article
from annotations.summary import Toll

if TYPE_CHECKING:
    from annotations.copies.folding import Fold
    from annotations.filters import Key, Query
    from annotations.store import ArticleRow
    from annotations.store.facets import Facet
    from annotations.store.names import NameGroup
    from annotations.store.names.profiles import Passage, Profile
    from annotations.store.names.timelines import Day
    from reader.additions.sums import Sums

HIT_MARKS = ("\x02", "\x03")
"""What stands before and after a word found: characters that no article holds."""


@dataclass
class Added(Message):
    """Articles are being added."""

    count: int
    """How many new ones so far."""


@dataclass
class AddingEnded(Message):
    """Everything that could be added was."""

    sums: "Sums"
    """What became of it."""


@dataclass
class DetectionProgress(Message):
    """The detector is at work on an article."""

    article_id: str
    share: float
    """How much of it is done, from 0 to 1."""
    waiting: int
    """How many articles wait behind it."""


@dataclass
class Detected(Message):
    """The detector has read an article, and what it suggests is in the store."""

    article_id: str
    suggestions: int
    """How many were new or stood as they were; what a person decided is not among them."""


@dataclass
class DetectionEnded(Message):
    """There is nothing left to detect, or the detector cannot go on."""


@dataclass
class Listed(Message):
    """The articles that fit a filter were found."""

    query: "Query"
    keys: "array[int]"
    """Among them, where they are grouped, a negative number for each heading: -1 for the first."""
    sort: str
    """The order that they are in."""
    headings: Sequence[str] = ()
    fold: "Fold | None" = None
    """Which of them stand for others."""


@dataclass
class Snippets(Message):
    """What shows why some articles were found."""

    query: "Query"
    by_key: dict[int, str]
    """The words found stand between `HIT_MARKS`."""


@dataclass
class Counted(Message):
    """The facets of what a filter finds were counted."""

    query: "Query"
    facets: "list[Facet]"


@dataclass
class ValuesFound(Message):
    """What a condition of a filter can be about was looked up."""

    key: "Key"
    begun: str
    values: Sequence[str]


@dataclass
class RelatedFound(Message):
    """The articles that are about the same as another were found."""

    title: str
    """Of the other."""
    found: "list[tuple[ArticleRow, str]]"
    """With what they share, the most related first."""


@dataclass
class Previewed(Message):
    """What an article is about was read."""

    key: int
    article: Article
    tolls: tuple[Toll, ...]
    stretches: list[str]
    """Stretches of its text; the words found stand between `HIT_MARKS`."""
    copies: Sequence[str] = ()
    """The outlets of its copies, or their titles."""


@dataclass
class NamesRead(Message):
    """What all articles have of each name of a group was read."""

    group: "NameGroup"
    profiles: "list[Profile]"


@dataclass
class PassagesRead(Message):
    """The passages of a name were read."""

    profile: "Profile"
    passages: "list[Passage]"


@dataclass
class EditProgress(Message):
    """Many articles are being edited."""

    doing: str
    share: float
    """How much of it is done, from 0 to 1."""
    waiting: int
    """How many edits wait behind it."""


@dataclass
class TimelineRead(Message):
    """When a name is in the articles was read."""

    name: str | None
    """As it is listed; null if it is not."""
    days: "list[Day]"
    passages: "list[Passage]"


@dataclass
class Edited(Message):
    """Many articles were edited, or an edit was undone or redone; or it was given up."""

    said: str
    """What was done, as it is told."""


@dataclass
class EditFailed(Message):
    """An edit could not be made; nothing was changed."""

    error: CloseReadError


@dataclass
class WorkFailed(Message):
    """One input could not be added, or one article not be run; the others go on."""

    error: CloseReadError
