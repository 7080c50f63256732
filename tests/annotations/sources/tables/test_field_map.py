"""What a person says that columns mean."""

import json

import pytest

from annotations.errors import UsageError
from annotations.sources.tables.field_map import fields_of
from tests.annotations.sources.tables.reading_bytes import article, items, texts


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], {}),
        (["title=headline,text=body"], {"title": "headline", "text": "body"}),
        (
            ["title=headline", " text = body.content "],
            {"title": "headline", "text": "body.content"},
        ),
        (["text=lead + body"], {"text": "lead + body"}),
        (["text=Body, full,title=H"], {"text": "Body, full", "title": "H"}),
        (["text=a=b"], {"text": "a=b"}),
        (["published="], {"published": ""}),
    ],
)
def test_arguments(arguments: list[str], expected: dict[str, str]) -> None:
    assert fields_of(arguments) == expected


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        ("body=text", "Articles have no field 'body'. The fields are id, title, text"),
        ("text", "'text' maps no column to a field. Write the field, an equals sign"),
        ("", "'' maps no column"),
    ],
)
def test_what_is_no_map(argument: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        fields_of([argument])
    assert str(caught.value).startswith(message)


RECORD = {
    "hed": "Market",
    "k": 5,
    "body": {"content": "Shells fell.", "parts": [{"t": "One."}, {"t": "Two."}]},
    "lead": "It began.",
    "who": [{"n": "Mara Dell"}, {"n": "Jo Ray"}],
    "a.b": "dotted",
    "text": "not this",
}


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("body.content", "Shells fell."),
        ("lead+body.content", "It began.\n\nShells fell."),
        ("body.parts.t", "One.\n\nTwo."),
        ("body.parts.1.t", "Two."),
        ("a.b", "dotted"),
    ],
)
@pytest.mark.parametrize("lines", [True, False])
def test_where_a_column_leads(column: str, text: str, lines: bool) -> None:
    data = json.dumps(RECORD) + "\n" if lines else json.dumps([RECORD])
    name = "a.jsonl" if lines else "a.json"
    found = article(data, name=name, text=column, title="hed", id="k", byline="who.n")
    assert (found.id, found.title, found.text) == ("5", "Market", text)
    assert found.byline == ("Mara Dell", "Jo Ray")


def test_columns_that_are_not_there() -> None:
    assert texts([{"text": "a", "k": 1}], text="nfo") == [
        "dump.json has no column 'nfo'. Its columns are text, k."
    ]
    assert texts([{"text": "a", "k": 1}], title="x.y") == [
        "dump.json has no column 'x.y'. Its columns are text, k."
    ]
    assert texts('{"text": "a"}\n{"text": "b"}\n', name="a.jsonl", text="nfo") == [
        "a.jsonl, line 1: there is no 'nfo'. Its columns are text.",
        "a.jsonl, line 2: the record has no text.",
    ]


def test_columns_without_names_are_called_by_their_numbers() -> None:
    data = "1,Shells fell.,Market\n2,It stopped.,Ferry\n"
    assert texts(data, name="a.csv", text="2", title="3") == ["Shells fell.", "It stopped."]


def test_a_field_that_is_to_stay_empty() -> None:
    assert (
        article([{"content": "a", "title": "T", "date": "2016-10-20"}], published="").title == "T"
    )
    assert article([{"content": "a", "date": "2016-10-20"}], published="").published is None


def test_other_peoples_lines_are_told_of_once_and_counted() -> None:
    lines = '{"k": 1, "nfo": "b"}\n' * 3 + '{"headline": "H", "content": "c"}\n'
    assert texts(lines, name="a.jsonl") == [
        "a.jsonl, line 1: no column is known to hold the text. Say which does: --map text=COLUMN. "
        "Its columns are k, nfo.",
        "c",
        "a.jsonl: 2 records have no text; the first is line 2.",
    ]


def test_numbered_lines_of_two_files_do_not_replace_each_other() -> None:
    line = '{"id": 1, "headline": "H", "content": "c"}\n'
    assert article(line, name="a.jsonl").id == "a-1"
    assert article(line, name="b.jsonl").id == "b-1"


def test_the_native_format_stays_as_it_is() -> None:
    text = "  The <b>mayor</b> &amp; others. \n\n\nx "
    line = json.dumps({"id": 7, "text": text, "title": "T", "entities": [], "quotes": []}) + "\n"
    for name in ("a.jsonl", "x"):
        (found,) = items(line, name=name, title="other")
        assert not isinstance(found, str)
        assert (found.id, found.text, found.title) == ("7", text, "T")


def test_a_native_article_longer_than_what_tells_the_kind() -> None:
    text = "  The mayor spoke. \n" * 10_000
    line = json.dumps({"id": "a", "title": "T", "read_from": "x.txt", "text": text, "quotes": []})
    (found,) = items(line + "\n", name="standard input")
    assert not isinstance(found, str)
    assert (found.id, found.read_from, found.text) == ("a", "x.txt", text)
