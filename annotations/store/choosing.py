"""Which article a person means: by its id, the beginning of an id, or words of its title."""

from dataclasses import dataclass

from annotations.store.connection import Connection
from annotations.store.deletion import NOT_DELETED
from annotations.store.matching import MATCHING, match_expression

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


def names(connection: Connection) -> list[ArticleName]:
    """See `Articles.names`."""
    found = connection.rows(
        f"SELECT id, title FROM articles WHERE key {NOT_DELETED} ORDER BY published DESC, key"
    )
    return [ArticleName(id=article_id, title=title or "") for article_id, title in found]


def _expression(words: str) -> str:
    """What finds titles with all of some words, the last one perhaps unfinished."""
    from annotations.filters import Word  # an article can be shown without

    return match_expression([Word(each) for each in words.split()])
