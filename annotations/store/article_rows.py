"""Articles from their columns."""

import json

from annotations.model import Article
from annotations.store.connection import Row

COLUMNS = (
    "title, source, url, published, byline, language, text, updated, section, read_from, sha256"
)
"""Those of an article, and of each of its versions, that `article_from` takes behind the id."""


def article_from(row: Row) -> Article:
    """An article as it came from its source.

    Args:
        row: The id, then what is in `COLUMNS`.
    """
    article_id, title, source, url, published, byline, language, text, *about = row
    updated, section, read_from, sha256 = about
    return Article(
        id=article_id,
        text=text,
        title=title or "",
        source=source,
        url=url,
        published=published,
        byline=tuple(json.loads(byline)),
        language=language,
        updated=updated,
        section=section,
        read_from=read_from,
        sha256=sha256,
    )
