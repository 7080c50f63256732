"""How many of some articles have each tag, and each tag that others stand below."""

from collections import Counter
from collections.abc import Callable, Mapping

from annotations.store.connection import Connection
from annotations.store.tags import WITHIN, within
from annotations.tagging import above

Among = Callable[[str], str]
"""The condition that a column holds the key of one of the articles."""

_ON_ANNOTATIONS = "annotation_tags AS t CROSS JOIN annotations AS n ON n.id = t.annotation"


def tag_tree(connection: Connection, among: Among) -> list[tuple[str, int]]:
    """Tags with how many articles carry them, or hold an annotation that does.

    Those above others count each article once. They come before these, the commonest first.
    """
    counts = _counted(connection, among)
    members = Counter(path for tag in counts for path in (*above(tag), tag))
    for path, tags in members.items():
        if path not in counts and tags == 1:
            counts[path] = next(counts[tag] for tag in counts if path in above(tag))
        elif tags > 1:
            counts[path] = _distinct(connection, among, path)
    return sorted(counts.items(), key=lambda each: _order(each[0], counts))


def _counted(connection: Connection, among: Among) -> Counter[str]:
    counts: Counter[str] = Counter()
    for tag, articles in (
        *connection.rows(
            f"SELECT tag, count(*) FROM article_tags WHERE {among('article')} GROUP BY tag"
        ),
        *connection.rows(
            f"""
            SELECT t.tag, count(DISTINCT n.article) FROM {_ON_ANNOTATIONS}
            WHERE {among("n.article")} AND NOT EXISTS (
                SELECT 1 FROM article_tags AS a WHERE a.article = n.article AND a.tag = t.tag
            )
            GROUP BY t.tag
            """
        ),
    ):
        counts[tag] += articles
    return counts


def _distinct(connection: Connection, among: Among, path: str) -> int:
    """How many articles have a tag or one below it."""
    sql = f"""
        SELECT count(*) FROM (
            SELECT article FROM article_tags WHERE {WITHIN} AND {among("article")}
            UNION SELECT n.article FROM {_ON_ANNOTATIONS} WHERE {WITHIN} AND {among("n.article")}
        )
    """
    return int(connection.value(sql, (*within(path), *within(path))))


def _order(tag: str, counts: Mapping[str, int]) -> list[tuple[int, str]]:
    """What a tag is sorted by: how common it is, after those above it."""
    return [(-counts[path], path) for path in (*above(tag), tag)]
