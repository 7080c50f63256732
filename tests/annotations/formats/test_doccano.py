"""doccano: what is written, what comes back, and what its exports hold."""

import json
from dataclasses import replace

import pytest

from annotations.errors import UsageError
from annotations.formats import AnnotatedArticle, Losses, Writing, stripped
from annotations.formats.carrying import everything_but
from annotations.formats.doccano import FORMAT, write
from annotations.formats.doccano_reading import read
from annotations.model import Annotation, Entity, Quote, Status
from annotations.sources import input_of_bytes
from annotations.sources.content_id import content_id
from tests.annotations.formats.hard_articles import hard_articles

TEXT = "Mara Dell 😊 said “no” in Lindow."


def written(*articles: AnnotatedArticle, shape: str = "relations") -> list[dict[str, object]]:
    lines = write(articles, Writing(settings={"shape": shape}))
    return [json.loads(line) for line in lines]


def read_back(*records: object) -> tuple[list[AnnotatedArticle], list[str]]:
    """The articles of lines, and what is told about the rest."""
    data = "".join(json.dumps(each) + "\n" for each in records)
    found = list(read(input_of_bytes(data.encode(), name="x.jsonl")))
    articles = [each for each in found if isinstance(each, AnnotatedArticle)]
    return articles, [str(each) for each in found if not isinstance(each, AnnotatedArticle)]


def kinds(annotations: tuple[Annotation, ...]) -> list[tuple[str, str]]:
    return [(each.kind, each.text) for each in annotations]


def without_rejected(annotated: AnnotatedArticle) -> AnnotatedArticle:
    kept = [each for each in annotated.annotations if each.status is not Status.REJECTED]
    return replace(annotated, annotations=tuple(kept))


def test_a_line_with_relations(annotated: AnnotatedArticle) -> None:
    (record,) = written(annotated)
    assert list(record) == [
        "text", "entities", "relations", "closeread", "article_id", "updated", "section",
        "read_from", "sha256", "state", "title", "source", "url", "published", "byline", "language",
        "note", "cats",
    ]  # fmt: skip
    assert record["entities"] == [
        {"id": 1, "label": "PERSON", "start_offset": 36, "end_offset": 45},
        {"id": 2, "label": "QUOTE_DIRECT", "start_offset": 9, "end_offset": 29},
        {"id": 3, "label": "CUE", "start_offset": 31, "end_offset": 35},
        {"id": 4, "label": "UTTERANCE", "start_offset": 9, "end_offset": 45},
    ]
    assert record["relations"] == [
        {"id": 5, "from_id": 2, "to_id": 1, "type": "SPEAKER"},
        {"id": 6, "from_id": 2, "to_id": 3, "type": "CUE"},
        {"id": 7, "from_id": 2, "to_id": 4, "type": "UTTERANCE"},
    ]
    assert record["cats"] == ["aid", "air strikes"]


def test_every_line_has_the_same_fields() -> None:
    """doccano makes a table of the lines and stumbles over cells that are missing."""
    assert len({tuple(each) for each in written(*hard_articles())}) == 1


def test_a_file_is_ascii() -> None:
    """doccano takes UTF-8 for cp1254 unless it is told otherwise."""
    assert all(line.isascii() for line in write(hard_articles(), Writing()))


def test_ids_go_on_through_the_file(annotated: AnnotatedArticle) -> None:
    _, second = written(annotated, annotated)
    assert second["entities"][0]["id"] == 8  # type: ignore[index]
    assert second["relations"][0]["from_id"] == 9  # type: ignore[index]


def test_a_line_with_spans_alone(annotated: AnnotatedArticle) -> None:
    (record,) = written(annotated, shape="spans")
    assert record["label"] == [[36, 45, "PERSON"], [9, 29, "QUOTE_DIRECT"]]
    assert "relations" not in record


def test_a_line_with_tags_alone(annotated: AnnotatedArticle) -> None:
    losses = Losses()
    (line,) = write([annotated], Writing(settings={"shape": "tags"}, losses=losses))
    assert json.loads(line)["label"] == ["aid", "air strikes"]
    assert "cats" not in json.loads(line)
    assert list(losses) == ["1 annotations that were rejected", "2 names, quotes and figures"]


def test_another_shape() -> None:
    with pytest.raises(UsageError, match="no shape 'cats'"):
        written(shape="cats")


@pytest.mark.parametrize("shape", ["relations", "spans"])
def test_all_but_what_was_rejected_comes_back(shape: str) -> None:
    articles = hard_articles()
    found, told = read_back(*written(*articles, shape=shape))
    assert told == []
    assert found == [stripped(without_rejected(each), FORMAT.carries) for each in articles]


def test_what_was_changed_in_doccano(annotated: AnnotatedArticle) -> None:
    """doccano gives ids of its own, and knows nothing of the values it hands back."""
    (record,) = written(annotated)
    record["id"] = 17
    record["entities"] = [
        {"id": 101, "label": "ORG", "start_offset": 36, "end_offset": 45},
        {"id": 102, "label": "QUOTE_DIRECT", "start_offset": 9, "end_offset": 29},
    ]
    record["relations"] = [{"id": 9, "from_id": 102, "to_id": 101, "type": "SPEAKER"}]
    (found,), told = read_back(record)
    assert told == []
    assert found.article == annotated.article
    name, quote = found.annotations
    assert name == Entity(start=36, end=45, text="Mara Dell", label="ORG")
    assert isinstance(quote, Quote)
    assert quote.speaker is not None and quote.speaker.text == "Mara Dell"
    assert (quote.cue, quote.rule) == (None, "tail")


def test_an_export_of_sequence_labels() -> None:
    (found,), told = read_back(
        {
            "id": 3,
            "text": TEXT,
            "label": [[0, 9, "Person"], [25, 31, "Place"]],
            "Comments": ["Who is she?", {"text": "A mayor"}],
            "source": "The Lindow Courier",
        }
    )
    assert told == []
    assert found.article.id == content_id(TEXT)
    assert found.article.source == "The Lindow Courier"
    assert found.article.note == "Who is she?\nA mayor"
    assert kinds(found.annotations) == [("Person", "Mara Dell"), ("Place", "Lindow")]
    assert {each.status for each in found.annotations} == {Status.SUGGESTED}


def test_an_export_with_relations() -> None:
    (found,), told = read_back(
        {
            "text": TEXT,
            "entities": [
                {"id": 7, "label": "Person", "start_offset": 0, "end_offset": 9},
                {"id": 8, "label": "QUOTE_DIRECT", "start_offset": 17, "end_offset": 21},
            ],
            "relations": [
                {"id": 1, "from_id": 7, "to_id": 8, "type": "speaker"},
                {"id": 2, "from_id": 7, "to_id": 8, "type": "knows"},
                {"id": 3, "from_id": 7, "to_id": 9, "type": "speaker"},
                7,
            ],
        }
    )
    quote = found.annotations[1]
    assert isinstance(quote, Quote) and quote.speaker is not None
    where = f"x.jsonl, article {content_id(TEXT)}"
    assert told == [
        f"{where}: Person has nothing that is called knows.",
        f"{where}: the relation speaker is about a stretch that cannot be read.",
        f"{where}: 7 is no relation.",
    ]


def test_an_export_of_old_that_was_approved() -> None:
    (found,), told = read_back(
        {
            "id": 1,
            "text": TEXT,
            "meta": {"title": "Day 1", "article_id": "a-1"},
            "annotation_approver": "ana",
            "labels": [[0, 9, "Person"]],
        }
    )
    assert told == []
    assert (found.article.id, found.article.title) == ("a-1", "Day 1")
    (name,) = found.annotations
    assert (name.status, name.annotator) == (Status.ADDED, "ana")


@pytest.mark.parametrize(
    "said",
    [
        {"label": ["aid", "strike"]},
        {"label": "aid", "cats": ["strike"]},
        {"cats": {"aid": 1.0, "drought": 0.0, "strike": 1.0}, "entities": [[0, 9, "P"]]},
    ],
)
def test_classes_are_tags(said: dict[str, object]) -> None:
    (found,), told = read_back({"text": TEXT, **said})
    assert told == []
    assert set(found.article.tags) == {"aid", "strike"}


def test_what_does_not_fit() -> None:
    (found,), told = read_back(
        {
            "id": "a-1",
            "text": TEXT,
            "label": [[0, 99, "P"], [5, 5, "P"], ["0", 9, "P"], [0, 9], 7, [0, 9, "P\x1b[31m"]],
            "annotations": [{"label": 1, "start_offset": 0, "end_offset": 9, "user": 1}],
        },
        {"label": []},
    )
    assert kinds(found.annotations) == [("P", "Mara Dell")]
    assert told == [
        "x.jsonl, article a-1: P at [0, 99) is no stretch of a text of 32.",
        "x.jsonl, article a-1: P at [5, 5) is no stretch of a text of 32.",
        "x.jsonl, article a-1: P at [0, 9) is no stretch of a text of 32.",
        "x.jsonl, article a-1: [0, 9] is no stretch with a label.",
        "x.jsonl, article a-1: 7 is no stretch with a label.",
        "x.jsonl, article a-1: [0, 9, 1] is no stretch with a label.",
        "x.jsonl: the record has no text.",
    ]


def test_the_format_says_what_it_holds() -> None:
    assert FORMAT.carries == everything_but("entities.known_as")
    assert FORMAT.cannot
