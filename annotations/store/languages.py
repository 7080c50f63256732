"""The languages of articles, and which of them no detector reads."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotations.language import DETECTABLE, has_detector
from annotations.language.names import code_of, name_of
from annotations.store.connection import Connection

if TYPE_CHECKING:
    from annotations.filters import Value

UNKNOWN = "unknown"
"""What a filter calls the language of which nothing is known."""

FOREIGN = (
    f"SELECT key FROM articles WHERE language < '{DETECTABLE}' "
    f"UNION ALL SELECT key FROM articles WHERE language > '{DETECTABLE}'"
)
"""Selects the keys of the articles in a language that no detector reads."""
NOT_FOREIGN = f"NOT IN ({FOREIGN})"
"""What an article's key has to be in a statement about what a detector reads."""

IN_LANGUAGES = (
    "SELECT key FROM articles WHERE language IN (SELECT value FROM json_each(?)) "
    f"UNION ALL SELECT key FROM articles WHERE language IS NULL AND ? = '{UNKNOWN}'"
)


def language_set(connection: Connection, article: int) -> str | None:
    """The language of an article, by its key; null if it is not known."""
    language: str | None = connection.value(
        "SELECT language FROM articles WHERE key = ?", (article,)
    )
    return language


def set_language(connection: Connection, article: int, language: str | None) -> None:
    """Say which language an article is in, whichever text it has.

    Where no detector reads it, what one has suggested goes, and that it ever ran: of another
    language it can only have told nonsense. What a person decided stays.

    Args:
        connection: A store in a write transaction.
        article: The article's key.
        language: Its ISO 639 code, or null.
    """
    for statement in (
        "UPDATE articles SET language = ? WHERE key = ?",
        "UPDATE article_versions SET language = ? WHERE article = ?",
    ):
        connection.execute(statement, (language, article))
    if not has_detector(language):
        from annotations.store.runs import withdraw  # it needs articles, which need this

        withdraw(connection, article)


def fill_language(connection: Connection, article: int, language: str) -> None:
    """Note the language of an article of which it was not known.

    Args:
        connection: A store in a write transaction.
        article: The article's key.
        language: Its ISO 639 code.
    """
    if language_set(connection, article) is None:
        set_language(connection, article, language)


def is_said(connection: Connection, article: int) -> bool:
    """Whether a person has said which language an article is in, by its key."""
    return bool(
        connection.value(
            """
            SELECT EXISTS (
                SELECT 1 FROM edits AS e CROSS JOIN edit_groups AS g ON g.id = e.edit_group
                WHERE e.article = ? AND e.annotation IS NULL AND g.state = 'done'
                    AND json_type(e.after, '$.language') IS NOT NULL
            )
            """,
            (article,),
        )
    )


def languages(connection: Connection) -> list[str]:
    """The codes of all languages that articles are in, read from their index one by one."""
    return connection.column("""
        WITH RECURSIVE each (language) AS (
            SELECT min(language) FROM articles
            UNION ALL
            SELECT (SELECT min(language) FROM articles WHERE language > each.language)
            FROM each WHERE each.language IS NOT NULL
        )
        SELECT language FROM each WHERE language IS NOT NULL
    """)


def beginning(connection: Connection, begun: str) -> list[str]:
    """The codes of the languages in use that begin so, or have names that do."""
    start = begun.casefold()
    return [
        code
        for code in languages(connection)
        if code.startswith(start) or name_of(code).casefold().startswith(start)
    ]


def meant(connection: Connection, values: "Sequence[Value]") -> list[str]:
    """The codes of the languages in use that a filter's values mean: codes, or names begun."""
    return [
        code for code in languages(connection) if any(_is_meant(value, code) for value in values)
    ]


def _is_meant(value: "Value", code: str) -> bool:
    if value.text.casefold() == code or code_of(value.text) == code:
        return True
    return len(value.text) > 3 and value.fits(name_of(code))
