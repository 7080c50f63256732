"""What is told of an article only after it was added: its date, its byline, where it stands."""

import json

from annotations.model import Article
from annotations.store.connection import Connection

_FIELDS = ("title", "source", "url", "published", "byline", "language", "updated", "section")
_NOTHING = (None, "", "[]")


def fill(connection: Connection, key: int, article: Article) -> tuple[str, ...]:
    """Add what is not known of an article; what is known stays, whatever is told now.

    It is no edit: nobody has decided anything, and nothing is lost that undo could bring back.

    Args:
        connection: A store in a write transaction.
        key: The article's key.
        article: The same article, from wherever it came this time.

    Returns:
        What was not known and is now.
    """
    known = connection.row(f"SELECT {', '.join(_FIELDS)} FROM articles WHERE key = ?", (key,))
    told = {name: value for name, value in _told(article).items() if value not in _NOTHING}
    missing = [
        name
        for name, value in zip(_FIELDS, known or (), strict=True)
        if value in _NOTHING and name in told
    ]
    for name in missing:
        connection.execute(f"UPDATE articles SET {name} = ? WHERE key = ?", (told[name], key))
        connection.execute(
            f"UPDATE article_versions SET {name} = ? WHERE article = ? AND is_current",
            (told[name], key),
        )
    return tuple(missing)


def _told(article: Article) -> dict[str, str | None]:
    return {
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "published": article.published,
        "byline": json.dumps(article.byline, ensure_ascii=False),
        "language": article.language,
        "updated": article.updated,
        "section": article.section,
    }
