"""Label Studio's own library accepts the tasks with their configuration."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotations.errors import UsageError
from annotations.formats import AnnotatedArticle, Piece, Writing
from annotations.formats.label_studio import write
from annotations.formats.marking import marking_of
from annotations.formats.utf16 import Units
from annotations.model import Article, Entity, Status
from tests.annotations.formats.hard_articles import hard_articles


def exported(articles: Sequence[AnnotatedArticle], **settings: str) -> tuple[Any, str]:
    """The tasks and the configuration."""
    files: dict[str, str] = {}
    for piece in write(articles, Writing(settings=settings)):
        assert isinstance(piece, Piece)
        files[piece.file] = files.get(piece.file, "") + str(piece.data)
    return json.loads(files["tasks.json"]), files["config.xml"]


def test_machines_propose_and_people_annotate() -> None:
    text = "😊 Mara Dell left Lindow."
    name = Entity(start=2, end=11, text="Mara Dell", label="PERSON", detector="md 3.7.1")
    place = Entity(
        start=17,
        end=23,
        text="Lindow",
        label="GPE",
        name="Lindow",
        status=Status.ADDED,
        annotator="ana",
    )
    article = Article(id="a-1", text=text, title="Gone", tags=("aid",))
    (task,), configuration = exported(
        [AnnotatedArticle(article=article, annotations=(name, place))]
    )
    where = {"start": 18, "end": 24, "text": "Lindow"}
    assert task == {
        "id": 1,
        "data": {"text": text, "article_id": "a-1", "title": "Gone", "tags": ["aid"]},
        "annotations": [
            {
                "id": 1,
                "was_cancelled": False,
                "ground_truth": False,
                "result": [
                    {
                        "id": "a0-0",
                        "from_name": "label",
                        "to_name": "text",
                        "type": "labels",
                        "value": where | {"labels": ["GPE"]},
                        "meta": {"closeread": {"status": "added", "annotator": "ana"}},
                    },
                    {
                        "id": "a0-0",
                        "from_name": "name",
                        "to_name": "text",
                        "type": "textarea",
                        "value": where | {"text": ["Lindow"]},
                    },
                    {
                        "id": "tags",
                        "from_name": "tags",
                        "to_name": "text",
                        "type": "choices",
                        "value": {"choices": ["aid"]},
                    },
                ],
            }
        ],
        "predictions": [
            {
                "model_version": "md 3.7.1",
                "result": [
                    {
                        "id": "md 3.7.1-0",
                        "from_name": "label",
                        "to_name": "text",
                        "type": "labels",
                        "value": {
                            "start": 3,
                            "end": 12,
                            "text": "Mara Dell",
                            "labels": ["PERSON"],
                        },
                        "meta": {"closeread": {"status": "suggested", "detector": "md 3.7.1"}},
                    }
                ],
            }
        ],
    }
    assert configuration.splitlines() == [
        "<View>",
        "  <Style>.htx-text { white-space: pre-wrap; }</Style>",
        '  <Header value="$title"/>',
        '  <Labels name="label" toName="text">',
        '    <Label value="GPE" background="#72b7b2"/>',
        '    <Label value="PERSON" background="#72b7b2"/>',
        "  </Labels>",
        '  <Text name="text" value="$text" granularity="symbol"/>',
        '  <Choices name="tags" toName="text" choice="multiple">',
        '    <Choice value="aid"/>',
        "  </Choices>",
        '  <Header value="name" size="6"/>',
        '  <TextArea name="name" toName="text" perRegion="true" editable="true"'
        ' whenTagName="label" whenLabelValue="GPE"/>',
        "</View>",
    ]


def test_what_was_rejected_is_a_version_of_its_own() -> None:
    name = Entity(
        start=0, end=4, text="Mara", label="ORG", detector="md 3.7.1", status=Status.REJECTED
    )
    article = AnnotatedArticle(article=Article(id="a", text="Mara"), annotations=(name,))
    (task,), _ = exported([article])
    assert [each["model_version"] for each in task["predictions"]] == ["md 3.7.1 (rejected)"]
    assert task["annotations"] == []


def test_an_annotator_is_a_user_only_where_it_is_asked_for() -> None:
    name = Entity(
        start=0,
        end=4,
        text="Mara",
        label="ORG",
        status=Status.ADDED,
        annotator="ana@x.example",
    )
    article = AnnotatedArticle(
        article=Article(id="a", text="Mara Dell"),
        annotations=(name, replace(name, start=5, end=9, text="Dell", annotator="Ed")),
    )
    (task,), _ = exported([article])
    assert not any("completed_by" in each for each in task["annotations"])
    (task,), _ = exported([article], users="email")
    by = [each.get("completed_by") for each in task["annotations"]]
    assert by == [{"email": "ana@x.example"}, None]
    with pytest.raises(UsageError, match="users=names"):
        exported([article], users="names")


def test_no_articles_are_an_empty_array() -> None:
    assert exported([])[0] == []


def test_label_studio_accepts_every_result() -> None:
    library = pytest.importorskip("label_studio_sdk.label_interface", exc_type=ImportError)
    tasks, configuration = exported(hard_articles())
    interface = library.LabelInterface(configuration)
    for task in tasks:
        assert [interface._validate_object(each, True) for each in task["annotations"]] == [
            [] for _ in task["annotations"]
        ]
        assert all(map(interface.validate_annotation, task["annotations"]))
        for each in task["predictions"]:
            assert interface.validate_prediction(each, return_errors=True) == []
    (first, *_) = tasks[0]["annotations"]
    first["result"][0]["value"]["labels"] = ["NO_SUCH_LABEL"]
    assert not interface.validate_annotation(first)


def test_every_region_and_relation_is_there_in_utf_16_units() -> None:
    for task, annotated in zip(exported(hard_articles())[0], hard_articles(), strict=True):
        units = task["data"]["text"].encode("utf-16-le")
        groups = [*task["annotations"], *task["predictions"]]
        results = [each for group in groups for each in group["result"]]
        regions = [each["value"] for each in results if each["type"] == "labels"]
        for each in regions:
            covered = units[2 * each["start"] : 2 * each["end"]].decode("utf-16-le")
            assert covered == each["text"]
        marking = marking_of(annotated.annotations)
        convert = Units(annotated.article.text)
        assert {(each["start"], each["end"], each["labels"][0]) for each in regions} == {
            (convert.of(each.start), convert.of(each.end), each.label) for each in marking.marks
        }
        assert sum(each["type"] == "relation" for each in results) == len(marking.links)


def test_label_studios_converter_reads_the_spans(tmp_path: Path) -> None:
    library = pytest.importorskip("label_studio_sdk.converter", exc_type=ImportError)
    tasks, configuration = exported(hard_articles()[:1])
    source = tmp_path / "tasks.json"
    source.write_text(json.dumps(tasks), encoding="utf-8")
    converter = library.Converter(configuration, str(tmp_path))
    converter.convert_to_json_min(str(source), str(tmp_path / "out"), is_dir=False)
    (made,) = (tmp_path / "out").glob("*.json")
    found = json.loads(made.read_text(encoding="utf-8"))
    spans = {
        (value["start"], value["end"], value["labels"][0])
        for each in found
        for value in each["label"]
    }
    wanted = {
        (each["value"]["start"], each["value"]["end"], each["value"]["labels"][0])
        for group in tasks[0]["annotations"]
        for each in group["result"]
        if each["type"] == "labels"
    }
    assert spans == wanted
