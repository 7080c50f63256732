"""The records in a JSON object that has no list of them under a usual key."""

import json
from collections.abc import Iterator, Mapping

from annotations.sources.tables.columns import columns_of
from annotations.sources.tables.shapes import record_proper

Object = Mapping[str, object]


def records_in(document: Object) -> Iterator[tuple[Object, str]]:
    """Yield the records that an object holds, and how they are written; itself if none.

    What pandas writes by default is an object of columns, with a row's label for each value;
    Datasette and others write the names of columns apart from the rows.
    """
    shapes = (_by_label, _by_column, _rows_apart, _only_list)
    is_article = columns_of(tuple(record_proper(document))).text
    found: list[Object] = []
    if not is_article or _all_objects(document):
        found = next(filter(None, (list(shape(document)) for shape in shapes)), [])
    for record in found or [document]:
        yield record, json.dumps(record)


def _by_label(document: Object) -> Iterator[Object]:
    """`{"a1": {"title": …, "text": …}, "a2": …}`."""
    if _all_objects(document):
        for label, record in document.items():
            if isinstance(record, Mapping) and columns_of(tuple(record_proper(record))).text:
                yield {"id": label, **record}


def _by_column(document: Object) -> Iterator[Object]:
    """`{"title": {"0": …, "1": …}, "text": {"0": …, "1": …}}`."""
    if not _all_objects(document):
        return
    columns = {name: column for name, column in document.items() if isinstance(column, Mapping)}
    labels = next(iter(columns.values()))
    if all(column.keys() == labels.keys() for column in columns.values()):
        for label in labels:
            yield {name: column[label] for name, column in columns.items()}


def _rows_apart(document: Object) -> Iterator[Object]:
    """`{"columns": ["title", "text"], "rows": [[…, …], …]}`."""
    columns = document.get("columns")
    rows = document.get("rows", document.get("data"))
    if isinstance(columns, list) and isinstance(rows, list):
        for row in rows:
            if isinstance(row, list) and len(row) == len(columns):
                yield dict(zip(map(str, columns), row, strict=True))


def _only_list(document: Object) -> Iterator[Object]:
    """`{"anything": [{"title": …, "text": …}, …]}`."""
    lists = [
        value
        for value in document.values()
        if isinstance(value, list) and value and isinstance(value[0], Mapping)
    ]
    if len(lists) == 1:
        yield from (record for record in lists[0] if isinstance(record, Mapping))


def _all_objects(document: Object) -> bool:
    return bool(document) and all(isinstance(value, Mapping) for value in document.values())
