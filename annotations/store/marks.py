"""The tags and the note of an article, as a person has left them."""

from annotations.review import Marks
from annotations.store.connection import Connection


def marks_of(connection: Connection, article: int) -> Marks:
    """The tags and the note of an article, by its key."""
    note = connection.value("SELECT note FROM article_notes WHERE article = ?", (article,))
    return Marks(tags=tags_of(connection, article), note=note)


def tags_of(connection: Connection, article: int) -> tuple[str, ...]:
    """The tags of an article, by its key."""
    return tuple(
        connection.column(
            "SELECT tag FROM article_tags WHERE article = ? ORDER BY position", (article,)
        )
    )


def set_marks(connection: Connection, article: int, marks: Marks) -> None:
    """Replace the tags and the note of an article.

    Args:
        connection: A store in a write transaction.
        article: The article's key.
        marks: No tag twice; an empty note is none.
    """
    connection.execute("DELETE FROM article_tags WHERE article = ?", (article,))
    connection.executemany(
        "INSERT INTO article_tags (article, tag, position) VALUES (?, ?, ?)",
        ((article, tag, position) for position, tag in enumerate(marks.tags)),
    )
    connection.execute("DELETE FROM article_notes WHERE article = ?", (article,))
    if marks.note:
        connection.execute("INSERT INTO article_notes VALUES (?, ?)", (article, marks.note))
