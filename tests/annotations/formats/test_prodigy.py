"""Tasks for Prodigy: their fields, and that spaCy finds their spans and relations."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc, Span

from annotations.detect.tokens import english, tokens_of
from annotations.errors import UsageError
from annotations.formats import AnnotatedArticle, Losses, Token, Tokens, Writing, prodigy
from annotations.model import Article, ArticleState, Entity, Status
from tests.annotations.formats.hard_articles import hard_articles

ENGLISH = english()


def tokenise(text: str) -> Tokens:
    answer = tokens_of(ENGLISH, text)
    tokens = tuple(Token(*each) for each in answer["tokens"])
    return Tokens(tokens=tokens, sentences=())


def tasks(
    articles: Iterable[AnnotatedArticle], *, losses: Losses | None = None, **settings: str
) -> list[dict[str, Any]]:
    kept = Losses() if losses is None else losses
    writing = Writing(settings=settings, losses=kept, tokenise=tokenise)
    return [json.loads(line) for line in prodigy.write(articles, writing)]


def outline(task: dict[str, Any]) -> list[tuple[str, str]]:
    return [(each["label"], each["text"]) for each in task["spans"]]


TEXT = "Dell: “No.”"


def small(**changes: Any) -> AnnotatedArticle:
    name = Entity(start=0, end=4, text="Dell", label="PERSON", status=Status.ADDED)
    article = Article(id="a", text=TEXT, source="Wire", tags=("aid",))
    return AnnotatedArticle(article=article, annotations=(replace(name, **changes),))


def test_a_task() -> None:
    assert tasks([small(annotator="ana")]) == [
        {
            "text": "Dell: “No.”",
            "meta": {"id": "a", "source": "Wire"},
            "tokens": [
                {"text": "Dell", "start": 0, "end": 4, "id": 0, "ws": False},
                {"text": ":", "start": 4, "end": 5, "id": 1, "ws": True},
                {"text": "“", "start": 6, "end": 7, "id": 2, "ws": False},
                {"text": "No", "start": 7, "end": 9, "id": 3, "ws": False},
                {"text": ".", "start": 9, "end": 10, "id": 4, "ws": False},
                {"text": "”", "start": 10, "end": 11, "id": 5, "ws": False},
            ],
            "accept": ["aid"],
            "closeread": {"id": "a", "source": "Wire"},
            "spans": [
                {
                    "start": 0,
                    "end": 4,
                    "token_start": 0,
                    "token_end": 0,
                    "label": "PERSON",
                    "text": "Dell",
                    "id": 0,
                    "values": {"status": "added", "annotator": "ana"},
                }
            ],
            "relations": [],
            "answer": "accept",
            "_view_id": "spans_manual",
        }
    ]


@pytest.mark.parametrize(
    ("status", "answer"),
    [("suggested", None), ("accepted", "accept"), ("corrected", "accept"), ("added", "accept")],
)
def test_a_task_is_answered_once_nothing_waits(status: str, answer: str | None) -> None:
    (task,) = tasks([small(status=Status(status))])
    assert task.get("answer") == answer


@pytest.mark.parametrize(
    ("state", "answer"),
    [(None, None), ("later", None), ("reviewed", "accept"), ("excluded", "ignore")],
)
def test_a_task_without_spans_is_answered_by_the_state(
    state: str | None, answer: str | None
) -> None:
    given = None if state is None else ArticleState(state)
    bare = AnnotatedArticle(article=Article(id="a", text=TEXT, state=given))
    (task,) = tasks([bare])
    assert task.get("answer") == answer


def test_what_was_rejected_is_a_task_of_its_own(annotated: AnnotatedArticle) -> None:
    whole, rejected = tasks([annotated])
    assert ("FIGURE_KILLED", "At least 12 soldiers") not in outline(whole)
    assert outline(rejected) == [("FIGURE_KILLED", "At least 12 soldiers")]
    assert (rejected["answer"], rejected["_view_id"]) == ("reject", "spans")
    assert rejected["text"] == whole["text"]
    (name,) = tasks([small(status=Status.REJECTED)])[1:]
    assert (name["answer"], name["_view_id"], outline(name)) == (
        *("reject", "ner"),
        [("PERSON", "Dell")],
    )


def doc_of(task: dict[str, Any]) -> Doc:
    """The task as spaCy has it, as Prodigy makes documents of tasks."""
    words = [each["text"] for each in task["tokens"]]
    return Doc(ENGLISH.vocab, words=words, spaces=[each["ws"] for each in task["tokens"]])


def spans_of(doc: Doc, task: dict[str, Any]) -> Iterator[Span]:
    for each in task["spans"]:
        span = doc.char_span(each["start"], each["end"], label=each["label"])
        assert span is not None
        assert span.text == each["text"]
        assert (span.start, span.end) == (each["token_start"], each["token_end"] + 1)
        yield span


@pytest.mark.parametrize("view", ["spans", "ner", "relations"])
def test_spacy_finds_every_span(view: str) -> None:
    written = hard_articles()
    found = [each for each in tasks(written, view=view) if "tokens" in each]
    assert [doc_of(each).text for each in found] == [each.article.text for each in written]
    for task in found:
        doc = doc_of(task)
        assert [token.text for token in doc] == [
            token.text for token in spacy.blank("en")(task["text"])
        ]
        marked = list(spans_of(doc, task))
        if view != "spans":
            doc.set_ents(marked)  # which raises an error if two overlap


def relations_of(task: dict[str, Any]) -> list[tuple[str, str, str]]:
    """As spaCy's project for relations reads them: ends are named by their last tokens."""
    doc = doc_of(task)
    start_of = {each["token_end"]: each["token_start"] for each in task["spans"]}
    found = []
    for each in task["relations"]:
        head, child = (doc[start_of[each[end]] : each[end] + 1] for end in ("head", "child"))
        found.append((head.text, each["label"], child.text))
    return found


def test_relations_lead_from_quotes_to_speakers_and_cues(annotated: AnnotatedArticle) -> None:
    quote = replace(annotated, annotations=annotated.annotations[1:2])
    (task,) = tasks([quote], view="relations")
    assert task["_view_id"] == "relations"
    assert relations_of(task) == [
        ("“We wait,\nall of us”", "SPEAKER", "Mara Dell"),
        ("“We wait,\nall of us”", "CUE", "said"),
    ]
    assert task["spans"][0]["values"]["utterance"]["end"] == 45


def test_a_speaker_that_is_a_name_is_one_span(annotated: AnnotatedArticle) -> None:
    whole, _ = tasks([annotated], view="relations")
    assert outline(whole) == [
        ("PERSON", "Mara Dell"),
        ("QUOTE_DIRECT", "“We wait,\nall of us”"),
        ("CUE", "said"),
    ]
    assert relations_of(whole)[0] == ("“We wait,\nall of us”", "SPEAKER", "Mara Dell")


def test_the_view_of_names_has_names_alone(annotated: AnnotatedArticle) -> None:
    losses = Losses()
    (task,) = tasks([annotated], view="ner", losses=losses)
    assert (outline(task), task["_view_id"]) == ([("PERSON", "Mara Dell")], "ner_manual")
    assert list(losses) == ["1 quotes", "1 figures"]


def test_overlaps_and_widened_spans_are_counted() -> None:
    text = "Calder-Force left."
    annotations = tuple(
        Entity(start=0, end=end, text=text[:end], label="ORG") for end in (6, 12, 11)
    )
    written = AnnotatedArticle(article=Article(id="a", text=text), annotations=annotations)
    losses = Losses()
    (task,) = tasks([written], view="ner", losses=losses)
    assert outline(task) == [("ORG", "Calder-Force")]
    assert list(losses) == ["2 annotations that overlap a longer one"]
    (task,) = tasks([written], losses=losses)
    assert [each.get("exact") for each in task["spans"]] == [None, None, [0, 11]]
    assert "the bounds of 1 spans, which are widened to whole tokens" in list(losses)


def test_there_is_no_such_view() -> None:
    with pytest.raises(UsageError, match="Choose one of: ner, spans, relations"):
        tasks([], view="dep")
