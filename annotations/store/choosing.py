"""Which article a person means: by its id, the beginning of an id, or words of its title."""

from dataclasses import dataclass

from annotations.store.connection import Connection
from annotations.store.query import match_expression

_LAST_CHARACTER = chr(0x10FFFF)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleName:
    """What an article goes by."""

    id: str
    title: str


def meant(connection: Connection, words: str, *, limit: int) -> list[ArticleName]:
    """See `Articles.meant`."""
    for condition, parameters in (
        ("a.id = ?", (words,)),
        ("a.id >= ? AND a.id < ?", (words, words + _LAST_CHARACTER)),
        (
            "a.key IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?)",
            (f"title : ({match_expression(words)})",),
        ),
    ):
        found = connection.rows(
            f"SELECT a.id, a.title FROM articles AS a WHERE {condition} ORDER BY a.id LIMIT ?",
            (*parameters, limit),
        )
        if found:
            return [ArticleName(id=article_id, title=title or "") for article_id, title in found]
    return []


def names(connection: Connection) -> list[ArticleName]:
    """See `Articles.names`."""
    found = connection.rows("SELECT id, title FROM articles ORDER BY published DESC, key")
    return [ArticleName(id=article_id, title=title or "") for article_id, title in found]
