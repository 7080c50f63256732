"""Ranked full-text search."""

from dataclasses import dataclass

from annotations.store.connection import Connection
from annotations.store.query import match_expression

_TITLE_WEIGHT = 5.0
"""How much more a word counts in the title than in the text."""

_SNIPPET_TOKENS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An article that a query found."""

    article_id: str
    title: str
    source: str | None
    published: str | None
    snippet: str
    """A stretch of its text or title on one line, the words found between marks."""


class Search:
    """Full-text search over titles and texts."""

    def __init__(self, connection: Connection) -> None:
        """Args:
        connection: An open store.
        """
        self._connection = connection

    def find(self, query: str, *, limit: int = 50, mark: tuple[str, str] = ("[", "]")) -> list[Hit]:
        """The articles that fit best, best first.

        Args:
            query: As in `Articles.keys`.
            limit: At most so many.
            mark: What to put before and after each word found.
        """
        found = self._connection.rows(
            f"""
            SELECT a.id, a.title, a.source, a.published,
                snippet(articles_fts, -1, ?, ?, '…', {_SNIPPET_TOKENS})
            FROM articles_fts JOIN articles AS a ON a.key = articles_fts.rowid
            WHERE articles_fts MATCH ? AND rank MATCH 'bm25({_TITLE_WEIGHT}, 1.0)'
            ORDER BY rank LIMIT ?
            """,
            (*mark, match_expression(query), limit),
        )
        return [
            Hit(
                article_id=article_id,
                title=title or "",
                source=source,
                published=published,
                snippet=" ".join(snippet.split()),
            )
            for article_id, title, source, published, snippet in found
        ]
