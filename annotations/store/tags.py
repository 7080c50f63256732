"""The vocabulary of tags."""

from annotations.store.connection import Connection


class Tags:
    """The tags in use on articles and annotations."""

    def __init__(self, connection: Connection) -> None:
        """Args:
        connection: An open store.
        """
        self._connection = connection

    def names(self) -> list[tuple[str, int]]:
        """Every tag with how many articles and annotations carry it, the commonest first."""
        return self._connection.rows(
            """
            SELECT tag, sum(uses) FROM (
                SELECT tag, count(*) AS uses FROM article_tags GROUP BY tag
                UNION ALL
                SELECT tag, count(*) AS uses FROM annotation_tags GROUP BY tag
            )
            GROUP BY tag ORDER BY sum(uses) DESC, tag
            """
        )
