"""All annotations of a store that are equal, with what stands around them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from annotations.equality import Equality, Shared
from annotations.model import Layer, Status
from annotations.store.articles import article_key
from annotations.store.connection import Connection
from annotations.store.deletion import NOT_DELETED
from annotations.store.names.bearing import Bearing, bearers_sql

_AROUND = 60
"""Characters shown on either side of a mention."""
_WHERE = {
    Shared.WORDS: "n.layer <> 'quotes' AND n.text = :value",
    Shared.NAME: "n.layer = 'entities' AND n.name = :value",
    Shared.SPEAKER: "n.layer = 'quotes' AND n.speaker_name = :value",
}
_KIND = {Layer.ENTITIES: "n.label", Layer.QUOTES: "n.type", Layer.CASUALTIES: "n.category"}


class Mention(NamedTuple):
    """An annotation among its equals: the little that deciding on very many takes."""

    id: int
    article: int
    """The key of its article."""
    status: str
    """A `Status`."""
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A mention with what stands around it."""

    article_id: str
    title: str
    published: str | None
    """ISO 8601."""
    before: str
    text: str
    behind: str
    kind: str
    status: Status


class Mentions:
    """The annotations of a store, by what they share."""

    def __init__(self, connection: Connection) -> None:
        """Args:
        connection: An open store.
        """
        self._connection = connection

    def equal(self, equality: Equality) -> list[Mention]:
        """All that is equal: the latest articles first, in each as the text has them.

        Those of deleted articles are left out.
        """
        kind = _KIND[equality.layer]
        found = self._connection.rows(
            f"""
            SELECT n.id, n.article, n.status, {kind}
            FROM annotations AS n CROSS JOIN articles AS a ON a.key = n.article
            WHERE {_WHERE[equality.shared]} AND n.status <> 'rejected'
                AND n.layer = :layer AND {kind} = coalesce(:kind, {kind})
                AND n.article {NOT_DELETED}
            ORDER BY a.published DESC NULLS LAST, n.article, n.start, n.id
            """,
            {
                "value": equality.value,
                "layer": equality.layer.value,
                "kind": equality.kind,
            },
        )
        return list(map(Mention._make, found))

    def bearing(self, bearing: Bearing, *, article_id: str | None = None) -> list[Mention]:
        """All that bears a name: the latest articles first, in each as the text has them.

        Those of deleted articles are left out.

        Args:
            bearing: The name.
            article_id: The only article to look in; null for all.

        Raises:
            NoSuchArticle: If there is no such article.
        """
        article = None if article_id is None else article_key(self._connection, article_id)
        found, values = bearers_sql(bearing, article=article)
        rows = self._connection.rows(
            f"""
            SELECT b.id, b.article, b.status, b.kind
            FROM ({found}) AS b CROSS JOIN articles AS a ON a.key = b.article
            WHERE b.article {NOT_DELETED}
            ORDER BY a.published DESC NULLS LAST, b.article, b.start, b.id
            """,
            values,
        )
        return list(map(Mention._make, rows))

    def contexts(self, annotation_ids: Sequence[int]) -> dict[int, Context]:
        """What stands around some annotations, by their ids; those that are gone are left out."""
        found = self._connection.rows(
            f"""
            SELECT n.id, a.id, a.title, a.published,
                substr(a.text, max(1, n.start + 1 - {_AROUND}), min(n.start, {_AROUND})),
                n.text,
                substr(a.text, n."end" + 1, {_AROUND}),
                coalesce(n.label, n.type, n.category), n.status
            FROM annotations AS n CROSS JOIN articles AS a ON a.key = n.article
            WHERE n.id IN (SELECT value FROM json_each(?))
            """,
            (json.dumps(list(annotation_ids)),),
        )
        return {
            annotation_id: Context(
                article_id=article_id,
                title=title or "",
                published=published,
                before=before,
                text=text,
                behind=behind,
                kind=kind,
                status=Status(status),
            )
            for annotation_id, article_id, title, published, *words in found
            for before, text, behind, kind, status in (words,)
        }
