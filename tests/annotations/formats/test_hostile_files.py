"""Whatever stands in a file of JSON, readers yield articles and errors, and raise nothing."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.errors import CloseReadError
from annotations.formats import FORMATS, AnnotatedArticle, Piece, Writing
from annotations.sources import input_of_bytes
from tests.annotations.formats.hard_articles import hard_articles

_INFINITE, _NO_NUMBER = float("inf"), float("nan")
_LISTS: list[object] = [[], [[]], {}, {"a": 1}]
JUNK: st.SearchStrategy[object] = st.sampled_from(
    [None, True, -1, 10**30, 0.5, _INFINITE, _NO_NUMBER, "", "x", "\ud800", *_LISTS]
)


@cache
def exported(name: str) -> Any:
    """The JSON of the last file of a format that is JSON."""
    files: dict[str, str] = {}
    for piece in FORMATS[name].write(hard_articles()[:1], Writing()):
        file, data = (piece.file, piece.data) if isinstance(piece, Piece) else ("", piece)
        files[file] = files.get(file, "") + str(data)
    return next(json.loads(data) for file, data in files.items() if not file.endswith(".xml"))


def paths(held: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The ways to all values."""
    yield path
    keys = (
        held.items()
        if isinstance(held, dict)
        else enumerate(held)
        if isinstance(held, list)
        else ()
    )
    for key, value in keys:
        yield from paths(value, (*path, key))


def replaced(held: Any, path: tuple[Any, ...], value: Any) -> Any:
    """The same with another value at the end of a way."""
    if not path:
        return value
    first, *rest = path
    copy = held.copy()
    copy[first] = replaced(held[first], tuple(rest), value)
    return copy


@pytest.mark.parametrize("name", ["label-studio", "w3c", "cas-json"])
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_value_that_is_something_else_is_told_at_most(name: str, data: st.DataObject) -> None:
    if name == "cas-json":
        pytest.importorskip("cassis")
    held = exported(name)
    ways = list(paths(held))
    broken = replaced(held, data.draw(st.sampled_from(ways)), data.draw(JUNK))
    read = FORMATS[name].read
    assert read is not None
    found = list(read(input_of_bytes(json.dumps(broken).encode(), name="x.json")))
    assert all(isinstance(each, AnnotatedArticle | CloseReadError) for each in found)
