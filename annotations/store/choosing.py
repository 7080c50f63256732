"""Which article a person means: by its id, the beginning of an id, or words of its title."""

from dataclasses import dataclass

from annotations.store.connection import Connection
from annotations.store.deletion import NOT_DELETED
from annotations.store.matching import MATCHING, beginning_expression, match_expression

_LAST_CHARACTER = chr(0x10FFFF)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleName:
    """What an article goes by."""

    id: str
    title: str


def meant(connection: Connection, words: str, *, limit: int) -> list[ArticleName]:
    """See `Articles.meant`."""
    if not words.strip():
        return []
    for condition, parameters in (
        ("a.id = ?", (words,)),
        ("a.id >= ? AND a.id < ?", (words, words + _LAST_CHARACTER)),
        (
            f"a.key IN ({MATCHING})",
            (f"title : ({_expression(words)})",),
        ),
    ):
        found = connection.rows(
            f"""
            SELECT a.id, a.title FROM articles AS a WHERE {condition} AND a.key {NOT_DELETED}
            ORDER BY a.id LIMIT ?
            """,
            (*parameters, limit),
        )
        if found:
            return [ArticleName(id=article_id, title=title or "") for article_id, title in found]
    return []


def titled(connection: Connection, words: str, *, limit: int) -> list[ArticleName]:
    """See `Articles.titled`."""
    expression = beginning_expression(words)
    if not expression:
        return []
    found = connection.rows(
        f"""
        SELECT a.id, a.title FROM (
            SELECT rowid AS key FROM articles_fts
            WHERE articles_fts MATCH ? AND rowid {NOT_DELETED} ORDER BY rowid DESC LIMIT ?
        ) AS found CROSS JOIN articles AS a USING (key)
        """,
        (f"title : ({expression})", limit),
    )
    return [ArticleName(id=article_id, title=title or "") for article_id, title in found]


def _expression(words: str) -> str:
    """What finds titles with all of some words, the last one perhaps unfinished."""
    from annotations.filters import Word  # an article can be shown without

    return match_expression([Word(each) for each in words.split()])
