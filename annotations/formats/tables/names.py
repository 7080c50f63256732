"""The table of names, numbers and dates."""

from collections.abc import Iterator

from annotations.formats.annotated import KNOWN_AS, AnnotatedArticle
from annotations.formats.tables.columns import (
    ARTICLE,
    REVIEW,
    WHERE,
    Cell,
    Columns,
    Table,
)
from annotations.formats.tables.lists import joined
from annotations.keys import key_of
from annotations.model import Annotation, Entity, Layer

_OWN: Columns = {
    "label": str,
    "name": str,
    KNOWN_AS: str,
    "country": str,
    "latitude": float,
    "longitude": float,
    "geo_precision": str,
    "geo_alternatives": str,
}


def _rows(annotated: AnnotatedArticle) -> Iterator[tuple[Annotation, dict[str, Cell]]]:
    for each in annotated.annotations:
        if isinstance(each, Entity):
            yield each, _cells(annotated, each)


def _cells(annotated: AnnotatedArticle, entity: Entity) -> dict[str, Cell]:
    return {
        "entity_id": key_of(annotated.article.id, entity),
        "mention": entity.text,
        "label": entity.label,
        "name": entity.name,
        KNOWN_AS: annotated.known_as.get((entity.label, entity.name or "")),
        "country": entity.country,
        "latitude": entity.latitude,
        "longitude": entity.longitude,
        "geo_precision": entity.geo_precision and entity.geo_precision.value,
        "geo_alternatives": joined(entity.geo_alternatives),
    }


TABLE = Table(
    name="entities",
    layer=Layer.ENTITIES,
    columns={"entity_id": str, **ARTICLE, "mention": str, **WHERE, **_OWN, **REVIEW},
    cells=_rows,
)
