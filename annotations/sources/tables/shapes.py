"""Where the record proper is in what a program wraps it in."""

from collections.abc import Mapping

from annotations.sources.tables.columns import Columns, columns_of
from annotations.sources.tables.names import WRAPPERS
from annotations.sources.tables.ninjs import is_ninjs, record_of_ninjs

_WRAPPERS = frozenset(WRAPPERS)


def columns_in(record: Mapping[str, object]) -> Columns:
    """What the columns of a record hold, but for those that only wrap others."""
    if _WRAPPERS.isdisjoint(record):
        return columns_of(tuple(record))
    wraps = [name for name in WRAPPERS if isinstance(record.get(name), dict)]
    return columns_of(tuple(name for name in record if name not in wraps))


def record_proper(record: Mapping[str, object]) -> Mapping[str, object]:
    """A record with the members of the object inside it that has the text, if there is one.

    Such are "_source" of Elasticsearch, "fields" of the Guardian and ReliefWeb, "attributes" of
    JSON:API, "properties" of GeoJSON and "object" of ActivityPub.

    Raises:
        SourceError: If its publisher has withdrawn it.
    """
    if is_ninjs(record):
        return record_of_ninjs(record)
    if _WRAPPERS.isdisjoint(record):
        return record
    for wrapper in WRAPPERS:
        inner = record.get(wrapper)
        if isinstance(inner, dict) and columns_of(tuple(map(str, inner))).text:
            return {**record, **inner}
    return record
