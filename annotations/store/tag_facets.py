"""How many of some articles have each tag, and each tag that others stand below."""

from collections.abc import Callable, Mapping

from annotations.store.connection import Connection
from annotations.store.tags import carriers
from annotations.tagging import above

Among = Callable[[str], str]
"""The condition that a column holds the key of one of the articles."""


def tag_tree(connection: Connection, among: Among) -> list[tuple[str, int]]:
    """Tags with how many articles carry them, or hold an annotation that does.

    Those above others count each article once. They come before these, the commonest first.
    """
    found = carriers(
        connection,
        f"SELECT tag, article FROM article_tags WHERE {among('article')}",
        f"""
        SELECT t.tag, n.article FROM annotation_tags AS t CROSS JOIN annotations AS n
            ON n.id = t.annotation
        WHERE {among("n.article")}
        """,
    )
    counts = {path: len(articles) for path, articles in found.items()}
    return sorted(counts.items(), key=lambda each: _order(each[0], counts))


def _order(tag: str, counts: Mapping[str, int]) -> list[tuple[int, str]]:
    """What a tag is sorted by: how common it is, after those above it."""
    return [(-counts[path], path) for path in (*above(tag), tag)]
