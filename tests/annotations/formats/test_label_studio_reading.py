"""What Label Studio exports comes back as people's work on an article."""

import json
from pathlib import Path
from typing import Any

import pytest

from annotations.formats import AnnotatedArticle
from annotations.formats.label_studio_reading import read, read_folder
from annotations.model import Entity, Quote, Span, Status
from annotations.sources import input_of_bytes

TEXT = "😊 Mara Dell said “no” in Lindow."


def region(start: int, end: int, label: str, number: str = "r1", **more: Any) -> dict[str, Any]:
    """A region in UTF-16 units."""
    words = TEXT.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")
    value = {"start": start, "end": end, "text": words, "labels": [label]}
    made = {"id": number, "from_name": "ner", "to_name": "t", "type": "labels", "value": value}
    return made | {"origin": "manual"} | more


def task(*annotations: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "id": 7,
        "data": {"text": TEXT, "article_id": "a-1"},
        "annotations": list(annotations),
    } | more


def read_back(*tasks: object) -> list[AnnotatedArticle | str]:
    data = json.dumps(list(tasks)).encode()
    found = read(input_of_bytes(data, name="x.json"))
    return [each if isinstance(each, AnnotatedArticle) else str(each) for each in found]


def outline(found: AnnotatedArticle | str) -> list[tuple[str, str, str, str | None]]:
    assert isinstance(found, AnnotatedArticle)
    return [(each.text, each.kind, each.status, each.annotator) for each in found.annotations]


MARA = ("Mara Dell", "PERSON", "added", "ana@lindow.example")
LINDOW = ("Lindow", "GPE", "added", "user 4")


def test_each_annotator_has_marked_something() -> None:
    ana = {"completed_by": {"email": "ana@lindow.example"}, "result": [region(3, 12, "PERSON")]}
    other = {"completed_by": 4, "result": [region(26, 32, "GPE")]}
    (found,) = read_back(task(ana, other))
    assert outline(found) == [MARA, LINDOW]


def test_of_what_two_have_marked_alike_the_latest_counts() -> None:
    old = {"completed_by": 3, "updated_at": "2026-01-01", "result": [region(26, 32, "GPE")]}
    new = {"completed_by": 4, "updated_at": "2026-01-02", "result": [region(26, 32, "GPE")]}
    (found,) = read_back(task(old, new))
    assert outline(found) == [LINDOW]


def test_what_was_skipped_or_is_a_draft_is_told() -> None:
    skipped = {"was_cancelled": True, "result": [region(3, 12, "PERSON")]}
    found, *told = read_back(task(skipped, drafts=[{"result": []}]))
    assert outline(found) == []
    assert told == [
        "x.json: 1 annotations were skipped by their annotators.",
        "x.json: 1 drafts were left out.",
    ]


def test_regions_have_values_and_relations() -> None:
    result = [
        region(18, 22, "QUOTE_DIRECT", "q"),
        region(3, 12, "PERSON", "p"),
        region(26, 32, "GPE", "g"),
        {"id": "q", "from_name": "speaker_name", "type": "textarea", "value": {"text": ["Mara"]}},
        {"id": "g", "from_name": "latitude", "type": "number", "value": {"number": 1.5}},
        {"id": "g", "from_name": "mood", "type": "rating", "value": {"rating": 3}},
        {"id": "c", "from_name": "topic", "type": "choices", "value": {"choices": ["aid"]}},
        {"type": "relation", "from_id": "q", "to_id": "p", "labels": ["speaker"]},
        {"type": "relation", "from_id": "p", "to_id": "g", "labels": ["lives in"]},
    ]
    found, *told = read_back(task({"completed_by": 4, "result": result}))
    assert isinstance(found, AnnotatedArticle)
    assert found.article.tags == ("aid",)
    by = {"status": Status.ADDED, "annotator": "user 4"}
    assert found.annotations == (
        Entity(start=2, end=11, text="Mara Dell", label="PERSON", **by),  # type: ignore[arg-type]
        Entity(start=25, end=31, text="Lindow", label="GPE", latitude=1.5, **by),  # type: ignore[arg-type]
        Quote(
            start=17,
            end=21,
            text="“no”",
            type="direct",
            speaker=Span(start=2, end=11, text="Mara Dell"),
            speaker_name="Mara",
            **by,  # type: ignore[arg-type]
        ),
    )
    assert told == [
        "x.json: 1 values of mood (rating) were left out.",
        "x.json: 1 relations that closeread does not know were left out.",
    ]


def test_what_somebody_took_out_of_a_prediction_is_rejected() -> None:
    proposed = [region(3, 12, "ORG", "m1"), region(26, 32, "GPE", "m2")]
    prediction = {"id": 5, "model_version": "md 3.7.1", "result": proposed}
    kept = region(26, 32, "GPE", "m2", origin="prediction")
    annotation = {"completed_by": 4, "parent_prediction": 5, "result": [kept]}
    (found,) = read_back(task(annotation, predictions=[prediction]))
    assert outline(found) == [
        ("Mara Dell", "ORG", "rejected", "user 4"),
        ("Lindow", "GPE", "accepted", "user 4"),
    ]


def test_what_nobody_has_looked_at_stays_a_suggestion() -> None:
    prediction = {"id": 5, "model_version": "md 3.7.1", "result": [region(3, 12, "ORG")]}
    (found,) = read_back(task(predictions=[prediction]))
    assert isinstance(found, AnnotatedArticle)
    (name,) = found.annotations
    assert (name.status, name.detector) == (Status.SUGGESTED, "md 3.7.1")


def test_offsets_in_code_points_are_known_by_their_text() -> None:
    value = {"start": 2, "end": 11, "text": "Mara Dell", "labels": ["PERSON"]}
    result = [{"id": "r", "type": "labels", "value": value}]
    (found,) = read_back(task({"result": result}))
    assert outline(found) == [("Mara Dell", "PERSON", "added", None)]


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ({"start": 0, "end": 3, "text": "Ed", "labels": ["PERSON"]}, "the text at [0, 3)"),
        ({"start": 1, "end": 4, "labels": ["PERSON"]}, "in the middle of a character"),
        ({"start": 0, "end": 999, "labels": ["PERSON"]}, "outside a text"),
        ({"start": 3, "end": 12}, "has no label"),
        ({"start": 3, "end": 12, "labels": ["FIGURE_LOST"]}, "no label that closeread knows"),
        ({"start": None, "end": 12, "labels": ["PERSON"]}, "region r"),
        ({"start": 12, "end": 3, "labels": ["PERSON"]}, "not a stretch"),
    ],
)
def test_regions_that_do_not_fit_are_told(value: dict[str, Any], told: str) -> None:
    result = [{"id": "r", "type": "labels", "value": value}, region(26, 32, "GPE", "g")]
    found, error = read_back(task({"completed_by": 4, "result": result}))
    assert outline(found) == [LINDOW]
    assert isinstance(error, str)
    assert error.startswith("x.json, task 7: ")
    assert told in error


def test_the_smaller_export_is_read_too() -> None:
    item = {
        "id": 7,
        "text": TEXT,
        "ner": [{"start": 26, "end": 32, "text": "Lindow", "labels": ["GPE"]}],
        "tags": {"choices": ["aid"]},
        "annotator": 4,
    }
    (found,) = read_back(item)
    assert isinstance(found, AnnotatedArticle)
    assert outline(found) == [LINDOW]
    assert found.article.tags == ("aid",)


def test_tasks_without_text_are_told() -> None:
    assert read_back({"id": 1, "data": {"image": 5}}, 3) == [
        "x.json, task 1: the task has no text.",
        "x.json, item 2: not a JSON object.",
    ]


def test_all_files_of_a_folder_are_read(tmp_path: Path) -> None:
    for name in ("a.json", "b.json", "closeread-export.json"):
        (tmp_path / name).write_text(json.dumps([task()]), encoding="utf-8")
    (tmp_path / "config.xml").write_text("<View/>", encoding="utf-8")
    assert len(list(read_folder(tmp_path))) == 2
