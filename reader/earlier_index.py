"""Annotations that are not in the store's table, as the article's view takes them. Pure."""

from collections.abc import Iterable

from annotations.model import Annotation, CasualtyFigure, Entity, Layer, Quote, Status
from annotations.store.columns import Columns
from reader.annotation_index import AnnotationIndex

_LAYERS = {layer: index for index, layer in enumerate(Layer)}
_STATUSES = {status: index for index, status in enumerate(Status)}


def index_of(annotations: Iterable[Annotation]) -> AnnotationIndex:
    """Annotations to be shown, without rejected ones and those that have no id."""
    columns = Columns()
    shown = (each for each in annotations if each.status is not Status.REJECTED)
    for each in sorted(shown, key=lambda each: (each.start, -each.end, each.id or 0)):
        if each.id is None:
            continue
        columns.ids.append(each.id)
        columns.starts.append(each.start)
        columns.ends.append(each.end)
        columns.layers.append(_LAYERS[each.layer])
        columns.statuses.append(_STATUSES[each.status])
        columns.implicit.append(isinstance(each, CasualtyFigure) and each.implicit)
        columns.kinds.append(each.kind)
        columns.names.append(_name(each))
        is_spoken = isinstance(each, Quote) and each.speaker is not None
        columns.speakers.append(each.speaker.text if is_spoken else None)  # type: ignore[attr-defined]
    return AnnotationIndex(columns)


def _name(annotation: Annotation) -> str | None:
    if isinstance(annotation, Quote):
        return annotation.speaker_name
    if isinstance(annotation, Entity):
        return annotation.name or annotation.text
    return None
