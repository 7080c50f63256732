"""What has been done to an article since somebody looked, whoever did it."""

from dataclasses import dataclass

from annotations.review import Change
from annotations.store import edit_log
from annotations.store.article_changes import MarksChange
from annotations.store.articles import article_key
from annotations.store.connection import Connection

_LATEST = 50
"""Groups of an article that are looked at; nobody undoes more between two looks."""

States = dict[int, str]
"""Groups by their ids, each with its `edit_log.State`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What a group of edits, or undoing it, has done to one article."""

    annotator: str
    """Who made the edits; who undid them nobody has noted."""
    action: str
    is_undone: bool
    changes: tuple[Change, ...]
    """As it went: backwards, where it was undone."""
    marks: tuple[MarksChange, ...]


class News:
    """Compares what is in the log with what was there."""

    def __init__(self, connection: Connection) -> None:
        """Args:
        connection: An open store.
        """
        self._connection = connection

    def states(self, article_id: str) -> States:
        """The latest groups that touch an article.

        Raises:
            NoSuchArticle: If there is no such article.
        """
        key = article_key(self._connection, article_id)
        found = self._connection.rows(
            """
            SELECT id, state FROM edit_groups WHERE id IN (
                SELECT DISTINCT edit_group FROM edits WHERE article = ?
                ORDER BY edit_group DESC LIMIT ?
            )
            """,
            (key, _LATEST),
        )
        return dict(found)

    def since(self, article_id: str, known: States) -> tuple[list[Happening], States]:
        """What has happened since the states were such, in the order of the groups.

        Args:
            article_id: The article.
            known: What `states` gave, with what was done here since.

        Returns:
            What has happened, and how the states are now.
        """
        with self._connection.reading():
            key = article_key(self._connection, article_id)
            now = self.states(article_id)
            done = [each for each, state in now.items() if _is_news(known.get(each), state)]
            return [self._happening(each, key) for each in sorted(done)], now

    def _happening(self, group: int, article: int) -> Happening:
        entries = edit_log.entries_of(self._connection, group, article=article)
        described = edit_log.described(self._connection, group, entries)
        is_undone = described.state == "undone"
        if is_undone:
            entries = [each.reversed() for each in reversed(entries)]
        made = [each.change for each in entries]
        return Happening(
            annotator=described.annotator,
            action=described.action,
            is_undone=is_undone,
            changes=tuple(each for each in made if isinstance(each, Change)),
            marks=tuple(each for each in made if isinstance(each, MarksChange)),
        )


def _is_news(known: str | None, state: str) -> bool:
    """Whether a group has been done or undone; what was both meanwhile has left nothing."""
    return state == "done" != known or (state == "undone" and known == "done")
