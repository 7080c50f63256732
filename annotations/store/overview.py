"""How far a library is: its articles by state, what is decided in them, and when it was.

Nothing here reads annotations: the counts of each article, and the log, tell it all.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from annotations.model import ArticleState, Layer
from annotations.store.connection import Connection
from annotations.store.deletion import NOT_DELETED
from annotations.store.languages import FOREIGN, NOT_FOREIGN
from annotations.store.states import CLOSED, IN_STATE, NOT_EXCLUDED


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far all articles are that are not deleted."""

    states: Mapping[ArticleState, int]
    """How many articles are in each."""
    unread: int
    """How many no detector has read, although one can."""
    foreign: int
    """How many are in a language without a detector."""
    standing: Mapping[Layer, int]
    """How many annotations articles have that are not excluded, without those that were turned
    down and without numbers and dates."""
    decided: int
    """How many of them a person has decided on, those included that were turned down."""
    undecided: int
    waiting: int
    """How many of the undecided ones wait in articles that are not said to be reviewed."""


class Work(NamedTuple):
    """An edit of annotations, as a measure of work."""

    annotator: str
    at: str
    """When, in UTC, ISO 8601."""
    changes: int
    articles: int


class Overview:
    """A library as a whole, to read."""

    def __init__(self, connection: Connection) -> None:
        """Args:
        connection: An open store.
        """
        self._connection = connection

    def progress(self) -> Progress:
        """How far all articles are."""
        with self._connection.reading():
            states = {state: self._number(IN_STATE[state]) for state in ArticleState}
            unread, foreign = self._number(_UNREAD), self._number(_FOREIGN)
            names, quotes, casualties, decided, undecided = self._connection.rows(_SUMS)[0]
            waiting = int(self._connection.value(_WAITING))
        standing = dict(zip(Layer, (names, quotes, casualties), strict=True))
        return Progress(
            states=states,
            unread=unread,
            foreign=foreign,
            standing=standing,
            decided=decided,
            undecided=undecided,
            waiting=waiting,
        )

    def work(self, *, limit: int) -> list[Work]:
        """The latest edits by which people have decided on annotations, in the order of time.

        Args:
            limit: At most so many.
        """
        return [Work._make(row) for row in reversed(self._connection.rows(_WORK, (limit,)))]

    def _number(self, articles: str) -> int:
        counted = f"SELECT count(*) FROM ({articles}) WHERE article {NOT_DELETED}"
        return int(self._connection.value(counted))


_UNREAD = f"""
    SELECT c.article FROM article_counts AS c
    WHERE NOT EXISTS (SELECT 1 FROM runs AS r WHERE r.article = c.article)
        AND c.article {NOT_FOREIGN}
    """
_FOREIGN = f"SELECT key AS article FROM articles WHERE key IN ({FOREIGN})"
_SUMS = f"""
    SELECT coalesce(sum(names), 0), coalesce(sum(quotes), 0), coalesce(sum(casualties), 0),
        coalesce(sum(reviewed), 0), coalesce(sum(unreviewed), 0)
    FROM article_counts WHERE article {NOT_EXCLUDED} AND article {NOT_DELETED}
    """
_WAITING = f"""
    SELECT coalesce(sum(unreviewed), 0) FROM article_counts
    WHERE article NOT IN ({CLOSED}) AND article {NOT_DELETED}
    """
_WORK = """
    SELECT annotator, at, changes, articles FROM edit_groups
    WHERE state = 'done' AND changes > 0
        AND action NOT IN ('import', 'restore', 'tag', 'note', 'new version', 'go back')
    ORDER BY id DESC LIMIT ?
    """
"""Work that brings decisions, and none that only takes over or marks what others have decided."""
