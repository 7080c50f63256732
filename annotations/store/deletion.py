"""Articles that a person has taken out of the library.

They are only left out: their annotations, runs and edits stay in the file, so that taking them back
loses nothing.
"""

from annotations.store.connection import Connection

NOT_DELETED = "NOT IN (SELECT article FROM deleted_articles)"
"""What an article's key has to be in a statement that passes deleted articles over."""


def is_deleted(connection: Connection, article: int) -> bool:
    """Whether an article is deleted, by its key."""
    found = connection.row("SELECT 1 FROM deleted_articles WHERE article = ?", (article,))
    return found is not None


def set_deleted(connection: Connection, article: int, *, deleted: bool) -> None:
    """Take an article out of the library, or back into it.

    Args:
        connection: A store in a write transaction.
        article: The article's key.
        deleted: Whether it is out from now on.
    """
    connection.execute(
        "INSERT INTO deleted_articles VALUES (?)"
        if deleted
        else "DELETE FROM deleted_articles WHERE article = ?",
        (article,),
    )
