"""Arrays of JSON objects are read item by item."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.formats import json_arrays
from annotations.formats.json_arrays import is_array, read_items
from annotations.sources import input_of_bytes, limits


def items(data: str) -> list[object]:
    found = read_items(input_of_bytes(data.encode(), name="x.json"))
    return [each if isinstance(each, dict) else str(each) for each in found]


def test_each_object_comes_by_itself() -> None:
    assert items('\ufeff [ {"a": "😊]"} ,\n{"b": [1]}]  ') == [{"a": "😊]"}, {"b": [1]}]
    assert items("[]") == []


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ('[{"a": 1}, 2]', [{"a": 1}, "x.json, item 2: not a JSON object."]),
        ('[{"a": 1} {}]', [{"a": 1}, "x.json, item 1: not JSON (',' is missing)."]),
        ('[{"a": 1}', [{"a": 1}, "x.json, item 1: not JSON (it ends too early)."]),
        ("{}", ["x.json, item 1: not JSON ('[' is missing)."]),
        ("", ["x.json, item 1: not JSON (it ends too early)."]),
    ],
)
def test_what_is_wrong_is_told_after_what_is_right(data: str, found: list[object]) -> None:
    assert items(data) == found


def test_what_is_nested_too_deep_is_told() -> None:
    (error,) = items("[" * 20_000)
    assert "not JSON" in str(error)


def test_what_is_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WHOLE", 10)
    monkeypatch.setattr(json_arrays, "_CHUNK", 4)
    (error,) = items('["' + "a" * 100 + '"]')
    assert "MB in one piece" in str(error)


@given(st.lists(st.dictionaries(st.text(max_size=3), st.text(max_size=9)), max_size=5))
def test_it_does_not_matter_where_the_bytes_are_cut(records: list[dict[str, str]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_arrays, "_CHUNK", 3)
        assert items(json.dumps(records, ensure_ascii=False)) == records


def test_arrays_are_told_from_objects() -> None:
    assert is_array(input_of_bytes(b" \n[1]", name="x"))
    assert not is_array(input_of_bytes(b'{"a": []}', name="x"))
