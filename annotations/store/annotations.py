"""Annotations read: as columns for the screen, whole for export and for deciding on them."""

import json
from array import array
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from annotations.model import Annotation, CasualtyFigure, Layer, Status
from annotations.store import rows
from annotations.store.articles import article_key
from annotations.store.connection import Connection
from annotations.store.tolls import figures_of

_FAR = 2**62
"""An offset behind the end of any text."""
_AT_ONCE = 500
"""Rows turned into columns at a time: enough to do it in bulk, too few to weigh in memory."""

_COLUMNS = ", ".join(rows.ALL)
_LAYER_COLUMN = 1 + rows.ALL.index("layer")
_LAYERS = {layer.value: index for index, layer in enumerate(Layer)}


def _index_of(column: str, values: Iterable[str]) -> str:
    """An SQL expression for the place of a column's value among all its values."""
    cases = " ".join(f"WHEN '{value}' THEN {index}" for index, value in enumerate(values))
    return f"CASE {column} {cases} END"


_LAYER_INDEX = _index_of("layer", Layer)
_STATUS_INDEX = _index_of("status", Status)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The annotations of one article as parallel arrays, ordered by start, -end and id."""

    ids: "array[int]" = field(default_factory=lambda: array("q"))
    starts: "array[int]" = field(default_factory=lambda: array("q"))
    ends: "array[int]" = field(default_factory=lambda: array("q"))
    layers: "array[int]" = field(default_factory=lambda: array("B"))
    """Each an index in `tuple(Layer)`."""
    statuses: "array[int]" = field(default_factory=lambda: array("B"))
    """Each an index in `tuple(Status)`."""
    implicit: "array[int]" = field(default_factory=lambda: array("B"))
    """1 for a figure of people named without a number, else 0."""
    kinds: list[str] = field(default_factory=list)
    """Entity label, quote type or figure category; equal ones are the same object."""
    names: list[str | None] = field(default_factory=list)
    """Who says a quote, and whom or what an entity names; null for all else.

    An entity without a name goes by its text. Equal names are the same object.
    """
    speakers: list[str | None] = field(default_factory=list)
    """The words that stand for the speaker of a quote; null for all else."""


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
        columns = Columns()
        interned: dict[str, str] = {}
        known: dict[str | None, str | None] = {}
        for batch in self._connection.batches(
            f"""
            SELECT id, start, "end", {_LAYER_INDEX}, {_STATUS_INDEX},
                coalesce(implicit, 0), coalesce(label, type, category),
                CASE layer
                    WHEN 'entities' THEN coalesce(nullif(name, ''), text)
                    ELSE speaker_name
                END,
                speaker
            FROM annotations
            WHERE article = ? AND start < ? AND status <> 'rejected'
            ORDER BY start, "end" DESC, id
            """,
            (article_key(self._connection, article_id), _FAR if before is None else before),
            size=_AT_ONCE,
        ):
            ids, starts, ends, layers, statuses, implicit, *words = zip(*batch, strict=True)
            kinds, names, speakers = words
            columns.ids.extend(ids)
            columns.starts.extend(starts)
            columns.ends.extend(ends)
            columns.layers.extend(layers)
            columns.statuses.extend(statuses)
            columns.implicit.extend(implicit)
            columns.kinds.extend(map(interned.setdefault, kinds, kinds))
            columns.names.extend(map(known.setdefault, names, names))
            columns.speakers.extend(map(known.setdefault, speakers, speakers))
        return columns

    def revision(self, article_id: str) -> tuple[int, ...]:
        """A value that differs once the annotations of an article may have changed.

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
                (SELECT coalesce(max(undone_as), 0) FROM edit_groups WHERE state = 'undone')
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
    """
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
    found.sort(key=lambda row: _LAYERS[row[_LAYER_COLUMN]])
    return [rows.annotation(row, tags.get(row[0], ())) for row in found]


def stored(
    connection: Connection, annotation_ids: Iterable[int], *, article: int | None = None
) -> dict[int, Annotation]:
    """Annotations as they stand, by id; those that are not there are left out.

    Args:
        connection: An open store.
        annotation_ids: Any number of them.
        article: The key of the article they have to belong to; null for any.
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
    found = connection.stream(
        f"""
        SELECT id, {_COLUMNS} FROM annotations
        WHERE id IN (SELECT value FROM json_each(?)) AND article = coalesce(?, article)
        """,
        (wanted, article),
    )
    return {row[0]: rows.annotation(row, tags.get(row[0], ())) for row in found}
