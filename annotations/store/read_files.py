"""The files whose articles are all in the store."""

from collections.abc import Iterable
from dataclasses import dataclass

from annotations.store.connection import Connection
from annotations.store.deletion import NOT_DELETED


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """A file that was read to its end without an error."""

    origin: str
    """Where it is: an absolute path."""
    state: str
    """What tells it from the same file with other contents, or read in another way."""
    articles: int
    """How many are in it."""


class ReadFiles:
    """Remembers the files that need not be read again."""

    def __init__(self, connection: Connection) -> None:
        """Args:
        connection: An open store.
        """
        self._connection = connection

    def articles(self, origin: str, state: str) -> int | None:
        """How many articles a file has that all are here; null if it has to be read.

        Args:
            origin: Where it is.
            state: As it is now.
        """
        found: int | None = self._connection.value(
            "SELECT articles FROM read_files WHERE origin = ? AND state = ?", (origin, state)
        )
        return found

    def is_deleted(self, origin: str) -> bool:
        """Whether a person has deleted the one article that a file holds."""
        return bool(
            self._connection.value(
                f"""
                SELECT EXISTS (
                    SELECT 1 FROM article_origins WHERE origin = ? AND NOT article {NOT_DELETED}
                )
                """,
                (origin,),
            )
        )

    def keep(self, files: Iterable[ReadFile]) -> None:
        """Remember files whose articles have been committed."""
        rows = [(each.origin, each.state, each.articles) for each in files]
        if rows:
            with self._connection.writing():
                self._connection.executemany(
                    "INSERT OR REPLACE INTO read_files (origin, state, articles) VALUES (?, ?, ?)",
                    rows,
                )
