"""The check that what is written was decided on the text that an article has now."""

from annotations.errors import TextChanged
from annotations.store.connection import Connection


def check_version(connection: Connection, article: int, version: int | None) -> None:
    """Make sure that an article has a version of its text.

    Args:
        connection: A store in a write transaction.
        article: The article's key.
        version: Its number; null if any will do.

    Raises:
        TextChanged: If it has another one.
    """
    if version is None:
        return
    number = connection.value(
        "SELECT number FROM article_versions WHERE article = ? AND is_current", (article,)
    )
    if (number or 1) != version:
        raise TextChanged
