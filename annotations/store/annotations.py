"""Annotations read: as columns for the screen, whole for export and for deciding on them."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotations.errors import DamagedRow
from annotations.model import Annotation, CasualtyFigure, Layer, Status
from annotations.store import rows
from annotations.store.articles import article_key
from annotations.store.columns import Columns, columns_of
from annotations.store.connection import Connection
from annotations.store.tolls import figures_of

_COLUMNS = ", ".join(rows.ALL)
_LAYER_COLUMN = 1 + rows.ALL.index("layer")
_LAYERS = {layer.value: index for index, layer in enumerate(Layer)}


@dataclass(frozen=True, slots=True, kw_only=True)
class NameForm:
    """A way in which an article writes a name."""

    text: str
    label: str
    name: str | None
    """The canonical name it goes by; null if nobody has given it one."""
    mentions: int
    """How often it is written so."""


class Annotations:
    """The annotations of a store, to read. `Edits`, `Runs` and `Imports` write them."""

    def __init__(self, connection: Connection) -> None:
        """Args:
        connection: An open store.
        """
        self._connection = connection

    def columns(self, article_id: str, *, before: int | None = None) -> Columns:
        """What the screen needs of all annotations of an article, without rejected ones.

        Args:
            article_id: The article.
            before: Leave out what begins at this offset or behind it.

        Raises:
            NoSuchArticle: If there is no such article.
        """
        key = article_key(self._connection, article_id)
        return columns_of(self._connection, key, before=before)

    def revision(self, article_id: str) -> tuple[int, ...]:
        """A value that differs once what an article holds or is in may have changed.

        It tells in no time whether a hundred thousand annotations have to be read again because
        somebody has written to the store. Undoing and redoing change it for every article.

        Raises:
            NoSuchArticle: If there is no such article.
        """
        key = article_key(self._connection, article_id)
        sql = """
            SELECT
                (SELECT coalesce(max(id), 0) FROM runs WHERE article = ?1),
                (SELECT coalesce(max(edit_group), 0) FROM edits WHERE article = ?1),
                (SELECT coalesce(max(undone_as), 0) FROM edit_groups WHERE state = 'undone'),
                (SELECT coalesce(max(number), 1) FROM article_versions
                    WHERE article = ?1 AND is_current),
                (SELECT language IS NULL FROM articles WHERE key = ?1)
            """
        return tuple(self._connection.rows(sql, (key,))[0])

    def get(self, annotation_id: int) -> Annotation | None:
        """One annotation with all its fields, or null."""
        with self._connection.reading():
            return stored(self._connection, [annotation_id]).get(annotation_id)

    def name_forms(self, article_id: str) -> list[NameForm]:
        """How an article writes names, without rejected ones; what is equal is one.

        Numbers and dates, which have no names, may be among them.

        Raises:
            NoSuchArticle: If there is no such article.
        """
        found = self._connection.rows(
            """
            SELECT text, label, name, count(*) FROM annotations
            WHERE article = ? AND layer = 'entities' AND status <> 'rejected'
            GROUP BY text, label, name ORDER BY min(start)
            """,
            (article_key(self._connection, article_id),),
        )
        return [
            NameForm(text=text, label=label, name=name, mentions=mentions)
            for text, label, name, mentions in found
        ]

    def figures(self, keys: Sequence[int]) -> dict[int, list[CasualtyFigure]]:
        """The casualty figures of some articles, without rejected ones and without their tags.

        Args:
            keys: The articles' keys.

        Returns:
            By key, in the order of the text; articles that have none are left out.
        """
        return figures_of(self._connection, keys)

    def of(
        self, article_id: str, *, statuses: Collection[Status] | None = None
    ) -> list[Annotation]:
        """All annotations of an article with all their fields.

        Args:
            article_id: The article.
            statuses: Leave out the others; null for all.

        Returns:
            Ordered by layer, start, -end and id.

        Raises:
            NoSuchArticle: If there is no such article.
        """
        with self._connection.reading():
            key = article_key(self._connection, article_id)
            found = annotations_of(self._connection, key)
        return [each for each in found if statuses is None or each.status in statuses]


def annotations_of(connection: Connection, article: int) -> list[Annotation]:
    """All annotations of an article, ordered by layer, start, -end and id.

    Args:
        connection: An open store.
        article: The article's key.

    Raises:
        DamagedRow: If one of them cannot be read.
    """
    found: list[Annotation] = []
    for each in each_annotation(connection, article):
        if isinstance(each, DamagedRow):
            raise each
        found.append(each)
    return found


def each_annotation(connection: Connection, article: int) -> Iterator[Annotation | DamagedRow]:
    """The same, one by one, with what is wrong in place of those that cannot be read."""
    tags = rows.tags_by_carrier(
        connection.stream(
            """
            SELECT t.annotation, t.tag
            FROM annotations AS n CROSS JOIN annotation_tags AS t ON t.annotation = n.id
            WHERE n.article = ? ORDER BY t.annotation, t.position
            """,
            (article,),
        )
    )
    found = connection.rows(
        f"""
        SELECT id, {_COLUMNS} FROM annotations
        WHERE article = ? ORDER BY start, "end" DESC, id
        """,
        (article,),
    )
    found.sort(key=lambda row: _LAYERS.get(row[_LAYER_COLUMN], len(_LAYERS)))
    for row in found:
        try:
            yield rows.annotation(row, tags.get(row[0], ()))
        except DamagedRow as error:
            yield error


def stored(
    connection: Connection, annotation_ids: Iterable[int], *, article: int | None = None
) -> dict[int, Annotation]:
    """Annotations as they stand, by id; those that are not there are left out.

    Args:
        connection: An open store.
        annotation_ids: Any number of them.
        article: The key of the article they have to belong to; null for any.
    """
    found = stored_by_article(connection, annotation_ids)
    if article is not None:
        return found.get(article, {})
    return {each: annotation for held in found.values() for each, annotation in held.items()}


def stored_by_article(
    connection: Connection, annotation_ids: Iterable[int]
) -> dict[int, dict[int, Annotation]]:
    """Annotations as they stand, by the key of their article and then by id.

    One question for those of many articles costs a tenth of one for each.

    Args:
        connection: An open store.
        annotation_ids: Any number of them; those that are not there are left out.
    """
    wanted = json.dumps(list(annotation_ids))
    tags = rows.tags_by_carrier(
        connection.stream(
            """
            SELECT annotation, tag FROM annotation_tags
            WHERE annotation IN (SELECT value FROM json_each(?)) ORDER BY annotation, position
            """,
            (wanted,),
        )
    )
    found = connection.rows(
        f"""
        SELECT article, id, {_COLUMNS} FROM annotations
        WHERE id IN (SELECT value FROM json_each(?))
        """,
        (wanted,),
    )
    by_article: dict[int, dict[int, Annotation]] = {}
    for article, *row in found:
        annotation = rows.annotation(tuple(row), tags.get(row[0], ()))
        by_article.setdefault(article, {})[row[0]] = annotation
    return by_article
