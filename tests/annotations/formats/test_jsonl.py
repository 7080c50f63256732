"""The native format carries everything, and lines that are wrong are named."""

import json
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.errors import RecordError
from annotations.formats import AnnotatedArticle, Writing
from annotations.formats.jsonl import read, write
from annotations.model import (
    Annotation,
    Article,
    CasualtyFigure,
    Count,
    Entity,
    Quote,
    Span,
    Status,
)
from annotations.sources import Input, input_of_bytes
from annotations.text import clean

TEXT = "Mara Dell said “no”."


def lines_of(lines: Iterable[bytes]) -> Input:
    return input_of_bytes(b"".join(lines), name="x.jsonl")


def read_back(*records: object) -> list[AnnotatedArticle | str]:
    """What the lines of these records hold, errors as they read."""
    lines = [json.dumps(record).encode() + b"\n" for record in records]
    found = read(lines_of(lines))
    return [item if isinstance(item, AnnotatedArticle) else str(item) for item in found]


def test_a_line_is_what_the_interchange_format_says(annotated: AnnotatedArticle) -> None:
    (line,) = write([annotated], Writing())
    record = json.loads(line)
    assert line.endswith("}\n")
    assert line.count("\n") == 1
    assert "😊" in line
    assert list(record) == [
        "id", "title", "source", "url", "published", "byline", "language", "text", "tags", "note",
        "entities", "quotes", "casualties",
    ]  # fmt: skip
    assert record["entities"] == [
        {
            "start": 36,
            "end": 45,
            "text": "Mara Dell",
            "status": "accepted",
            "id": 3,
            "tags": ["mayor", "check"],
            "note": "=1+1",
            "annotator": "ana",
            "detector": "md 3.7.1",
            "label": "PERSON",
            "name": "Mara Dell",
        }
    ]
    assert record["quotes"][0]["cue"] == {"start": 31, "end": 35, "text": "said"}
    assert record["casualties"][0]["count_low"] == 12
    assert record["casualties"][0]["count_high"] is None


def test_reading_gives_back_what_was_written(annotated: AnnotatedArticle) -> None:
    bare = AnnotatedArticle(article=Article(id="b", text="Nothing here."))
    lines = [line.encode() for line in write([annotated, bare], Writing())]
    assert list(read(lines_of(lines))) == [annotated, bare]
    assert "".join(write([annotated], Writing())) == lines[0].decode()


def test_what_names_are_known_as_is_written_and_not_read_back(annotated: AnnotatedArticle) -> None:
    known = replace(annotated, known_as={("PERSON", "Mara Dell"): "Mara Anne Dell"})
    (line,) = write([known], Writing())
    record = json.loads(line)
    assert record["entities"][0].pop("known_as") == "Mara Anne Dell"
    assert record == json.loads("".join(write([annotated], Writing())))
    assert list(read(lines_of([line.encode()]))) == [annotated]


@st.composite
def annotated_articles(draw: st.DrawFn) -> AnnotatedArticle:
    text = draw(st.text(min_size=1).map(clean).filter(str.strip))

    def spans() -> st.SearchStrategy[Span]:
        pairs = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))
        return pairs.filter(lambda pair: pair[0] < pair[1]).map(lambda pair: Span.cut(text, *pair))

    def entity(span: Span, status: Status) -> Annotation:
        return Entity(start=span.start, end=span.end, text=span.text, label="ORG", status=status)

    def quote(
        span: Span, speaker: Span | None, cue: Span | None, utterance: Span | None
    ) -> Annotation:
        return Quote(
            start=span.start,
            end=span.end,
            text=span.text,
            type="mixed",
            speaker=speaker,
            cue=cue,
            utterance=utterance,
        )

    def figure(span: Span, claimed_in: Span | None, part_of: Span | None) -> Annotation:
        return CasualtyFigure(
            start=span.start,
            end=span.end,
            text=span.text,
            category="killed",
            claimed_in=claimed_in,
            part_of=part_of,
        )

    entities = st.builds(entity, spans(), st.sampled_from(Status))
    quotes = st.builds(quote, spans(), *[st.none() | spans()] * 3)
    figures = st.builds(figure, spans(), st.none() | spans(), st.none() | spans())
    annotations = [*draw(st.lists(entities)), *draw(st.lists(quotes)), *draw(st.lists(figures))]
    return AnnotatedArticle(article=Article(id="a", text=text), annotations=tuple(annotations))


@settings(max_examples=40)
@given(annotated_articles())
def test_offsets_survive_the_round_trip(written: AnnotatedArticle) -> None:
    assert list(read(lines_of([line.encode() for line in write([written], Writing())]))) == [
        written
    ]


def test_texts_are_checked_as_they_came_and_cut_from_the_clean_text() -> None:
    raw = "\x1b[1mMara\tDell\x1b[0m said\r\nno."
    speaker = {"start": 4, "end": 13, "text": "Mara\tDell"}
    record = {
        "id": "a",
        "text": raw,
        "tags": ["a\tb"],
        "entities": [
            speaker | {"label": "PER\x01SON", "name": "M\x1b[2mD", "tags": ["\x9b1mx", "\x1b"]}
        ],
        "quotes": [
            {"start": 17, "end": 26, "text": " said\r\nno", "type": "direct", "speaker": speaker}
        ],
    }
    (found,) = read_back(record)
    assert isinstance(found, AnnotatedArticle)
    assert found.article.text == "    Mara Dell     said \nno."
    entity, quote = found.annotations
    assert isinstance(entity, Entity)
    assert isinstance(quote, Quote)
    assert (entity.text, entity.label, entity.name) == ("Mara Dell", "PER\ufffdSON", "M D")
    assert entity.tags == ("x", "\ufffd")
    assert quote.text == " said \nno"
    assert quote.speaker == Span(start=4, end=13, text="Mara Dell")


def test_what_a_figure_refers_to_and_says_is_cleaned_too() -> None:
    raw = "\x1b[1mMara\tDell\x1b[0m: two"
    name = {"start": 4, "end": 13, "text": "Mara\tDell"}
    words = dict.fromkeys(("victim_group", "date_iso", "rate", "vague_rule", "rule"), "a\x1b[2mb")
    figure = {"start": 19, "end": 22, "text": "two", "category": "killed"}
    (found,) = read_back(
        {"text": raw, "casualties": [figure | words | {"claimed_in": name, "part_of": name}]}
    )
    assert isinstance(found, AnnotatedArticle)
    assert found.annotations == (
        CasualtyFigure(
            start=19,
            end=22,
            text="two",
            category="killed",
            claimed_in=Span(start=4, end=13, text="Mara Dell"),
            part_of=Span(start=4, end=13, text="Mara Dell"),
            victim_group="a b",
            date_iso="a b",
            rate="a b",
            vague_rule="a b",
            rule="a b",
        ),
    )


def entity(**changes: object) -> dict[str, object]:
    """A line with one entity, changed as said."""
    name = {"start": 0, "end": 9, "text": "Mara Dell", "label": "PERSON"}
    return {"id": "a", "text": TEXT, "entities": [name | changes]}


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"end": 8}, "the text at [0, 8) is 'Mara Del', not 'Mara Dell'"),
        ({"end": 99}, "[0, 99) is not a stretch of a text of 20 characters"),
        ({"start": 9, "text": ""}, "[9, 9) is not a stretch of a text of 20 characters"),
        ({"start": "0"}, "'start' cannot be of type str"),
        ({"label": None}, "'label' cannot be of type NoneType"),
        ({"status": "fine"}, "'fine' is no status; there are suggested, acc"),
        ({"tags": "abc"}, "'tags' is not a list"),
        ({"name": 5}, "'name' cannot be of type int"),
    ],
)
def test_annotations_that_are_wrong_cost_their_line(
    changes: dict[str, object], reason: str
) -> None:
    wrong, right = read_back(entity(**changes), entity())
    assert isinstance(wrong, str)
    assert wrong.startswith("x.jsonl, line 1: ")
    assert reason in wrong
    assert isinstance(right, AnnotatedArticle)


def test_lines_that_are_no_articles() -> None:
    found = list(
        read(lines_of([b"nope\n", b"\n", b'{"id": "a"}\n', b'{"text": "a", "quotes": {"a": 1}}\n']))
    )
    assert all(isinstance(item, RecordError) for item in found)
    assert [str(item) for item in found] == [
        "x.jsonl, line 1: not JSON (Expecting value at column 1).",
        "x.jsonl, line 3: the record has no text.",
        "x.jsonl, line 4: 'quotes' is not a list.",
    ]


def test_fields_left_out_take_their_defaults() -> None:
    figure = {"start": 0, "end": 4, "text": "Mara", "category": "killed"}
    (found,) = read_back({"text": TEXT, "casualties": [figure]})
    assert isinstance(found, AnnotatedArticle)
    (annotation,) = found.annotations
    assert annotation.status is Status.SUGGESTED
    assert getattr(annotation, "count", None) == Count()


def test_a_lone_surrogate_in_an_id_is_replaced(annotated: AnnotatedArticle) -> None:
    odd = replace(annotated.article, id="a\ud800")
    (line,) = write([AnnotatedArticle(article=odd)], Writing())
    (found,) = read(lines_of([line.encode("utf-8", errors="backslashreplace")]))
    assert isinstance(found, AnnotatedArticle)
    assert found.article.id == "a\ufffd"
