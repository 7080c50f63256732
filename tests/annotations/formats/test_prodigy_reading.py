"""What comes back from Prodigy."""

import json
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings

from annotations.formats import AnnotatedArticle
from annotations.formats.prodigy_reading import read
from annotations.model import Annotation, Quote, Status
from annotations.sources.inputs import input_of_bytes
from tests.annotations.formats.hard_articles import hard_articles
from tests.annotations.formats.test_jsonl import annotated_articles
from tests.annotations.formats.test_prodigy import small, tasks

TEXT = "Mara Dell said two died."
NAME = {"start": 0, "end": 9, "label": "PERSON"}


def read_back(*given_tasks: Any) -> list[Any]:
    """Articles, and messages in the place of errors."""
    lines = "".join(json.dumps(each) + "\n" for each in given_tasks)
    found = read(input_of_bytes(lines.encode(), name="out.jsonl"))
    return [each if isinstance(each, AnnotatedArticle) else str(each) for each in found]


def task(*spans: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"text": TEXT, "spans": list(spans), "answer": "accept"} | more


def outline(annotations: Sequence[Annotation]) -> list[tuple[str, str, str, str | None]]:
    return [(each.kind, each.text, each.status.value, each.annotator) for each in annotations]


def test_all_comes_back(annotated: AnnotatedArticle) -> None:
    written = [*hard_articles(), annotated]
    assert read_back(*tasks(written)) == written


def _order(annotation: Annotation) -> tuple[str, str]:
    return annotation.layer, repr(annotation)


@given(annotated_articles())
@settings(max_examples=50, deadline=None)
def test_offsets_come_back(annotated: AnnotatedArticle) -> None:
    (found,) = read_back(*tasks([annotated]))
    assert found.article == annotated.article
    assert sorted(found.annotations, key=_order) == sorted(annotated.annotations, key=_order)


def test_what_the_view_of_relations_shows_comes_back_whole(annotated: AnnotatedArticle) -> None:
    assert read_back(*tasks([annotated], view="relations")) == [annotated]


@pytest.mark.parametrize(
    ("answered", "status", "annotator"),
    [
        ({}, "added", None),
        ({"_annotator_id": "news-ana"}, "added", "news-ana"),
        ({"_session_id": "news-bo"}, "added", "news-bo"),
        ({"_annotator_id": "a\x1b[2mb"}, "added", "a b"),
        ({"answer": None}, "suggested", None),
    ],
)
def test_an_accepted_span_is_a_person_s(
    answered: dict[str, Any], status: str, annotator: str | None
) -> None:
    (found,) = read_back(task(NAME, **answered))
    assert outline(found.annotations) == [("PERSON", "Mara Dell", status, annotator)]


def test_a_span_that_a_machine_gave_is_accepted() -> None:
    (found,) = read_back(task(NAME | {"source": "en_core_web_sm"}))
    assert found.annotations[0].status == "accepted"


def test_own_suggestions_are_decided_by_whoever_answers() -> None:
    (asked,) = tasks([small(status=Status.SUGGESTED, detector="md 3.7.1", note="odd")])
    assert "answer" not in asked
    answered = {"answer": "accept", "_annotator_id": "ana", "_timestamp": 1}
    (found,) = read_back(asked | answered)
    (name,) = found.annotations
    assert outline([name]) == [("PERSON", "Dell", "accepted", "ana")]
    assert (name.detector, name.note) == ("md 3.7.1", "odd")
    (found,) = read_back(asked | {"answer": "reject", "_annotator_id": "ana", "_view_id": "ner"})
    assert outline(found.annotations) == [("PERSON", "Dell", "rejected", "ana")]


def test_what_was_decided_here_stands() -> None:
    (asked,) = tasks([small(annotator="bo")])
    (found,) = read_back(asked | {"_annotator_id": "ana"})
    assert outline(found.annotations) == [("PERSON", "Dell", "added", "bo")]


def test_a_rejected_span_is_one_that_is_none() -> None:
    (found,) = read_back(task(NAME, answer="reject", _view_id="ner"))
    assert outline(found.annotations) == [("PERSON", "Mara Dell", "rejected", None)]


def test_tasks_that_say_nothing_are_left_out_and_told() -> None:
    last = {"start": 15, "end": 18, "label": "NUM"}
    found = read_back(
        task(NAME, answer="ignore"),
        task(NAME),
        task(NAME, last, answer="reject", _view_id="ner"),
        task(NAME, answer="reject", _view_id="ner_manual"),
        task(answer="reject"),
        task(answer="ignore"),
    )
    assert outline(found[0].annotations) == [("PERSON", "Mara Dell", "added", None)]
    assert found[1:] == [
        "out.jsonl: tasks left out, answered with “ignore”: 2.",
        "out.jsonl: tasks left out, rejected as a whole: 3.",
    ]


def test_tasks_of_a_text_are_one_article_and_the_first_of_two_people_counts() -> None:
    other = {"start": 15, "end": 18, "label": "FIGURE_KILLED"}
    (found,) = read_back(
        task(NAME, _annotator_id="ana"),
        task(NAME, other, _annotator_id="bo"),
    )
    assert outline(found.annotations) == [
        ("PERSON", "Mara Dell", "added", "ana"),
        ("killed", "two", "added", "bo"),
    ]


def test_pieces_of_one_document_are_articles_of_their_own() -> None:
    pieces = [task(NAME, meta={"id": 7, "source": "Wire"}), task(meta={"id": 7}, text="No more.")]
    first, second = read_back(*pieces)
    assert (first.article.id, first.article.source) == ("7", "Wire")
    assert second.article.id != "7"
    assert second.article.text == "No more."


def test_spans_without_characters_stand_on_their_tokens() -> None:
    tokens = [
        {"id": number, "start": start, "end": end}
        for number, (start, end) in enumerate([(0, 4), (5, 9), (10, 14)])
    ]
    span = {"token_start": 0, "token_end": 1, "label": "PER"}
    (found,) = read_back(task(span, tokens=tokens))
    assert outline(found.annotations)[0][:2] == ("PER", "Mara Dell")


def test_relations_of_others() -> None:
    quote = {"start": 15, "end": 23, "token_start": 3, "token_end": 4, "label": "QUOTE_INDIRECT"}
    name = NAME | {"token_start": 0, "token_end": 1}
    relations = [
        {"head": 4, "child": 1, "label": "SPEAKER"},
        {"head": 4, "child": 2, "label": "CUE", "child_span": {"start": 10, "end": 14}},
        {"head": 1, "child": 4, "label": "SAYS"},
        {"head": 9, "child": 4, "label": "CUE"},
    ]
    first, second, found = read_back(task(quote, name, relations=relations))
    assert first.endswith("the relation 'SAYS' is none that closeread knows.")
    assert second.endswith("the relation 'CUE' begins at no span.")
    said = found.annotations[1]
    assert isinstance(said, Quote)
    assert said.speaker is not None
    assert said.cue is not None
    assert (said.speaker.text, said.cue.text) == ("Mara Dell", "said")


@pytest.mark.parametrize(
    ("span", "reason"),
    [
        ({"end": 99}, "the span [0, 99) is no stretch of the text"),
        ({"start": "0"}, "the span [0, 9) is no stretch of the text"),
        ({"start": None}, "the span [None, None) is no stretch of the text"),
        ({"label": " "}, "the span [0, 9) has no label"),
        ({"text": "Mara Hill"}, "the text at [0, 9) is 'Mara Dell', not 'Mara Hill'"),
        ({"label": "QUOTE_ODD"}, "'QUOTE_ODD' is no label that closeread knows"),
        ({"label": "SPEAKER"}, "SPEAKER at [0, 9) 'Mara Dell' belongs to nothing"),
        ({"values": {"name": 5}}, "'name' cannot be of type int"),
    ],
)
def test_spans_that_are_wrong_cost_themselves(span: dict[str, Any], reason: str) -> None:
    problem, found = read_back(task(NAME | span, {"start": 15, "end": 18, "label": "NUM"}))
    assert problem.startswith("out.jsonl, article ")
    assert reason in problem
    assert [each.text for each in found.annotations] == ["two"]


def test_a_number_outside_its_figure_is_told() -> None:
    figure = {"start": 15, "end": 18, "token_end": 3, "label": "FIGURE_KILLED"}
    number = {"start": 0, "end": 4, "token_end": 0, "label": "NUMBER"}
    relation = {"head": 3, "child": 0, "label": "NUMBER"}
    problem, found = read_back(task(figure, number, relations=[relation]))
    assert "its number [0, 4) is not inside [15, 18)" in problem
    assert found.annotations == ()


def test_choices_and_labels_are_tags() -> None:
    options = [{"id": 1, "text": "Air strike"}, {"id": 2, "text": "Flood"}]
    (found,) = read_back(task(options=options, accept=[1]))
    assert found.article.tags == ("Air strike",)
    assert read_back(task(label="aid"))[0].article.tags == ("aid",)
    assert read_back(task(label="aid", answer=None))[0].article.tags == ()


def test_lines_that_are_no_tasks() -> None:
    assert read_back({"image": "x.png"}, 5, task(spans=5))[:2] == [
        "out.jsonl, line 1: the record has no text.",
        "out.jsonl, line 2: not a JSON object.",
    ]
