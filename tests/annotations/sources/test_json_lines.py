"""JSON lines become an article a line, and a bad line costs no other."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import RecordError
from annotations.model import Article
from annotations.sources import PLAIN, Input, input_of_bytes
from annotations.sources.content_id import content_id
from annotations.sources.json_lines import read


def items(*lines: object) -> list[Article | str]:
    """Articles, and the messages of errors, in what these lines hold."""
    raw = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    given = input_of_bytes(b"".join(line + b"\n" for line in raw), name="news.jsonl")
    found = read(given, PLAIN)
    return [item if isinstance(item, Article) else item.message for item in found]


def test_an_article_with_metadata_and_layers_that_are_ignored() -> None:
    record = {
        "id": "a-1",
        "title": "Pause holds",
        "text": "The guns fell silent.",
        "byline": ["Mara Dell"],
        "published": "2016-10-20",
        "entities": "nonsense",
        "extra": {"x": 1},
    }
    assert items(record) == [
        Article(
            id="a-1",
            title="Pause holds",
            text="The guns fell silent.",
            byline=("Mara Dell",),
            published="2016-10-20",
        )
    ]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("x y", "x y"),
        (7, "7"),
        (1.5, "1.5"),
        ("\x1b[31mx", "     x"),
        ("", content_id("Text.")),
        (" ", content_id("Text.")),
        (None, content_id("Text.")),
        (True, content_id("Text.")),
        ([1], content_id("Text.")),
    ],
)
def test_ids(written: object, expected: str) -> None:
    (found,) = items({"id": written, "text": "Text."})
    assert isinstance(found, Article)
    assert found.id == expected


def test_wrong_types_are_left_out() -> None:
    assert items({"id": "a", "text": "Text.", "title": 3, "tags": 4, "byline": {}}) == [
        Article(id="a", text="Text.")
    ]


def test_the_text_is_cleaned_without_changing_its_length() -> None:
    (found,) = items(b'{"id": "a", "text": "a\\r\\nb\\u001b[1m\\ud800\\tc\\u202e"}')
    assert isinstance(found, Article)
    assert found.text == "a \nb    \ufffd c\ufffd"


def test_bad_lines_are_errors_with_their_number() -> None:
    assert items(
        b'{"text": "one", "id": "1"}',
        b"",
        b'{"text": "two"',
        b"[1]",
        {"id": "x"},
        {"text": 5},
        {"text": " \n"},
        b"\x80\0",
        b'{"text": "three", "id": "3"}',
    ) == [
        Article(id="1", text="one"),
        "news.jsonl, line 3: not JSON (Expecting ',' delimiter at column 15).",
        "news.jsonl, line 4: not a JSON object.",
        "news.jsonl, line 5: the record has no text.",
        'news.jsonl, line 6: "text" is not a string.',
        "news.jsonl, line 7: the article has no text.",
        "news.jsonl, line 8: not JSON (Expecting value at column 1).",
        Article(id="3", text="three"),
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"id": "a", "text": "b', "Unterminated string starting at column 21"),
        (b'{"text": "a\tb"}', "Invalid control character at column 12"),
        (b'{"text": "\\x"}', "Invalid \\escape at column 11"),
    ],
)
def test_what_is_wrong_with_json_and_where_is_said_once(line: bytes, reason: str) -> None:
    assert items(line) == [f"news.jsonl, line 1: not JSON ({reason})."]


@pytest.mark.parametrize("line", [b"[" * 100_000, b'{"text": "a", "id": ' + b"9" * 5000 + b"}"])
def test_hostile_json_is_an_error(line: bytes) -> None:
    (found,) = items(line)
    assert isinstance(found, str)
    assert found.startswith("news.jsonl, line 1: not JSON (")


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks(charset: str) -> None:
    data = '{"id": "1", "text": "“a”"}\n{"id": "2", "text": "b"}\n'.encode(charset)
    found = read(input_of_bytes(data, name="x"), PLAIN)
    assert list(found) == [Article(id="1", text="“a”"), Article(id="2", text="b")]


def test_lines_are_read_as_they_are_asked_for() -> None:
    stream = io.BytesIO(b'{"text": "a"}\n' * 200_000)
    next(read(Input(name="x", stream=stream), PLAIN))
    assert stream.tell() < 100_000


@given(st.lists(st.binary()))
def test_any_lines_are_articles_or_errors(lines: list[bytes]) -> None:
    for item in read(input_of_bytes(b"\n".join(lines), name="x"), PLAIN):
        assert isinstance(item, Article | RecordError)
