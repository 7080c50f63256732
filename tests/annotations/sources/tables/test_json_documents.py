"""JSON, however its records stand in it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Article
from annotations.sources import limits
from annotations.sources.head import Head
from annotations.sources.registry import kind_of
from tests.annotations.sources.tables.reading_bytes import article, items, texts

ONE, TWO = {"title": "Market", "text": "Shells fell."}, {"title": "Ferry", "text": "It stopped."}
BOTH = ["Shells fell.", "It stopped."]


@pytest.mark.parametrize(
    "document",
    [
        [ONE, TWO],
        {"status": "ok", "articles": [ONE, TWO]},
        {"count": 2, "results": [ONE, TWO]},
        {"response": {"docs": [ONE, TWO], "meta": {"hits": 2}}},
        {
            "hits": {
                "total": 2,
                "hits": [{"_id": "a", "_source": ONE}, {"_id": "b", "_source": TWO}],
            }
        },
        {"data": [{"type": "node", "attributes": ONE}, {"type": "node", "attributes": TWO}]},
        {"type": "FeatureCollection", "features": [{"properties": ONE}, {"properties": TWO}]},
        {"whatever": [ONE, TWO]},
        {"a1": ONE, "a2": TWO},
        {"title": {"0": "Market", "1": "Ferry"}, "text": {"0": "Shells fell.", "1": "It stopped."}},
        {"columns": ["title", "text"], "data": [["Market", "Shells fell."], ["F", "It stopped."]]},
    ],
)
def test_where_records_stand(document: object) -> None:
    assert texts(document) == BOTH
    assert texts(json.dumps(document, indent=2)) == BOTH


@pytest.mark.parametrize("between", ["", "\n", "\n\n", " "])
def test_documents_one_after_the_other(between: str) -> None:
    assert texts(json.dumps(ONE) + between + json.dumps(TWO)) == BOTH


def test_a_sequence_of_rfc_7464() -> None:
    assert texts(f"\x1e{json.dumps(ONE)}\n\x1e{json.dumps(TWO)}\n", name="x") == BOTH


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks(charset: str) -> None:
    assert texts('[{"text": "Łódź – “é”"}]'.encode(charset)) == ["Łódź – “é”"]


def test_a_mark_goes_before_what_a_server_says() -> None:
    (found,) = items(b'\xef\xbb\xbf[{"text": "a"}]', charset="utf-8")
    assert isinstance(found, Article)


@pytest.mark.parametrize("charset", ["hex", "nonsense", "a\0b", "utf-8"])
def test_charsets_that_servers_make_up(charset: str) -> None:
    (found,) = items('[{"text": "é"}]'.encode(), charset=charset)
    assert isinstance(found, Article)
    assert found.text == "é"


def test_the_only_article_is_known_by_where_it_is() -> None:
    assert article([ONE]).origin == "/news/dump.json"
    first, second = items([ONE, TWO])
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.origin, first.read_from) == (None, "dump.json, record 1")
    assert (second.origin, second.read_from) == (None, "dump.json, record 2")


def test_what_breaks_off_costs_nothing_before_it() -> None:
    whole = json.dumps({"articles": [ONE, TWO]})
    for end in range(whole.index("}") + 2, len(whole) - 20):
        first, *others = texts(whole[:end])
        assert first == "Shells fell."
        assert others in ([], ["dump.json, record 2: the file ends in the middle of it."]) or others
    assert texts(whole[:-25])[1] == "dump.json, record 2: the file ends in the middle of it."


def test_a_mistake_is_told_with_its_place() -> None:
    assert texts('{"articles": [{"text": "a"}, {"text":}]}') == [
        "a",
        "dump.json, record 2: not JSON (Expecting value).",
    ]
    assert texts('[{"text": "a"} {"text": "b"}]') == [
        "a",
        "dump.json, record 2: not JSON (a comma is missing).",
    ]


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ("[]", "dump.json has no records."),
        ("[1, 2]", "dump.json has no records."),
        ("{}", "It has no columns."),
        ('[{"k": 1, "nfo": "b"}]', "--map text=COLUMN. Its columns are k, nfo."),
        ('[{"url": "https://a.example", "n": 1}]', "only links (url)"),
        ('[{"text": "a", "n": ' + "9" * 5000 + "}]", "not JSON (Exceeds the limit"),
        ('{"a":' * 100_000, "it is nested too deeply"),
    ],
)
def test_what_holds_no_article(document: str, message: str) -> None:
    (found,) = texts(document)
    assert message in found


def test_very_many_members_are_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WHOLE", 1_000_000)
    members = ",".join(f'"{number}":1' for number in range(20_000))
    (found,) = texts("{" + members + "}")
    assert found == "dump.json, record 1: more than 1 MB without a list of records."


def test_a_number_may_be_cut_between_two_reads() -> None:
    # The reader takes a chunk at a time; wherever one ends, "12.75" must not become "12".
    chunk = 262_144
    for shift in range(8):
        start = '{"pad": "' + "x" * (chunk - 20 - shift) + '", "n": 12.75e1, '
        assert texts(start + '"articles": [{"text": "a"}]}') == ["a"]


def test_records_without_a_text_are_counted() -> None:
    assert texts([ONE, {"title": "Picture", "text": ""}, {"title": "Other"}]) == [
        "Shells fell.",
        "dump.json: 2 records have no text; the first is record 2.",
    ]


def test_what_a_terminal_would_obey_is_taken_out() -> None:
    found = article([{"title": "\x1b]0;x\x07[red]A", "text": "\x1b[31mred\u202e [bold]b[/]"}])
    assert "\x1b" not in found.title + found.text
    assert "\u202e" not in found.text
    assert "[bold]b[/]" in found.text


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        ('{"id": "1", "text": "a"}\n{"id": "2", "text": "b"}\n', "x", "JSON lines"),
        ('{"id": "1", "text": "a"}\n{"id": "2", "text": "b"}\n', "x.json", "JSON lines"),
        ('{"id": "1", "text": "a"}\n', "x", "JSON lines"),
        ('{"id": "1", "text": "a"}\n', "x.json", "JSON"),
        ('{"id": "1", "text": "' + "a" * 70_000, "x", "JSON lines"),
        ('{"id": "1", "text": "' + "a" * 70_000, "x.jsonl", "JSON lines"),
        ('{"id": "1", "text": "' + "a" * 70_000, "x.json", "JSON"),
        ('{"status": "ok", "articles": [{"title": "a"', "x", "JSON"),
        ('{\n  "id": "1",\n  "text": "a"\n}\n', "x", "JSON"),
        ('{"tex\n{"id": "2", "text": "b"}\n', "x.jsonl", "JSON lines"),
        ("[sic] he said.\n\nNo more.\n", "x.txt", "plain text"),
        ("{braces} in a text.\n", "x.txt", "plain text"),
    ],
)
def test_how_it_is_told_from_json_lines(data: str, name: str, kind: str) -> None:
    found = kind_of(Head(data=data.encode()[:65_536], name=name))
    assert found is not None
    assert found.name == kind


_GOOD = json.dumps({"response": {"docs": [ONE, {**TWO, "n": [1.5, None, {"a": "\\u00e9"}]}]}})


@given(
    st.integers(0, len(_GOOD)), st.integers(0, 5), st.binary(max_size=4), st.sampled_from(["", " "])
)
def test_mutations_end_in_articles_or_errors(
    start: int, length: int, put: bytes, before: str
) -> None:
    data = _GOOD.encode()
    mutated = before.encode() + data[:start] + put + data[start + length :]
    for item in items(mutated):
        assert "cannot be read (" not in str(item), item
