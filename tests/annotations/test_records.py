import json
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import RecordShapeError
from annotations.model import (
    Annotation,
    Article,
    CasualtyFigure,
    Confidence,
    Count,
    Entity,
    Layer,
    Precision,
    Quote,
    Span,
    Status,
)
from annotations.records import (
    annotation_from_record,
    annotation_record,
    annotations_from_record,
    article_record,
    layer_records,
)

NUMBERS = st.integers(-(2**63) + 1, 2**63 - 1)
STRINGS = st.text(max_size=8)
SPANS = st.builds(Span, start=NUMBERS, end=NUMBERS, text=STRINGS)
COMMON: dict[str, st.SearchStrategy[Any]] = {
    "start": NUMBERS,
    "end": NUMBERS,
    "text": STRINGS,
    "status": st.sampled_from(Status),
    "id": st.none() | NUMBERS,
    "tags": st.lists(STRINGS, max_size=3).map(tuple),
    "note": st.none() | STRINGS,
    "annotator": st.none() | STRINGS,
    "detector": st.none() | STRINGS,
    "rule": st.none() | STRINGS,
    "confidence": st.none() | st.sampled_from(Confidence),
}
FIGURE_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "category": STRINGS,
    "num_start": st.none() | NUMBERS,
    "num_end": st.none() | NUMBERS,
    "count": st.builds(
        Count, low=st.none() | NUMBERS, high=st.none() | NUMBERS, best=st.none() | NUMBERS
    ),
    **dict.fromkeys(
        ("qualifier", "victim_type", "victim_group", "place", "date", "date_iso", "claimed_by"),
        st.none() | STRINGS,
    ),
    **dict.fromkeys(("rate", "vague_rule"), st.none() | STRINGS),
    **dict.fromkeys(("negated", "hypothetical", "subset", "incremental"), st.booleans()),
    **dict.fromkeys(("cumulative", "historical", "implicit"), st.booleans()),
    **dict.fromkeys(("claimed_in", "part_of"), st.none() | SPANS),
}
PLACE: dict[str, st.SearchStrategy[Any]] = {
    "country": st.none() | STRINGS,
    "latitude": st.none() | st.floats(-90, 90),
    "longitude": st.none() | st.floats(-180, 180),
    "geo_precision": st.none() | st.sampled_from(Precision),
}
ENTITIES = st.builds(
    Entity,
    **COMMON,
    **PLACE,
    label=STRINGS,
    name=st.none() | STRINGS,
    geo_alternatives=st.lists(STRINGS, max_size=3).map(tuple),
)
QUOTES = st.builds(
    Quote,
    **COMMON,
    type=STRINGS,
    speaker=st.none() | SPANS,
    cue=st.none() | SPANS,
    speaker_name=st.none() | STRINGS,
    speaker_rule=st.none() | STRINGS,
    utterance=st.none() | SPANS,
)
FIGURES = st.builds(CasualtyFigure, **COMMON, **PLACE, **FIGURE_FIELDS)
ANNOTATIONS: st.SearchStrategy[Annotation] = st.one_of(ENTITIES, QUOTES, FIGURES)

SMALLEST: dict[Layer, dict[str, Any]] = {
    Layer.ENTITIES: {"start": 0, "end": 4, "text": "Ağrı", "label": "GPE"},
    Layer.QUOTES: {"start": 0, "end": 4, "text": "“No”", "type": "direct"},
    Layer.CASUALTIES: {"start": 0, "end": 8, "text": "two dead", "category": "killed"},
}


def test_article_record_has_the_keys_of_the_format_in_order() -> None:
    article = Article(
        id="a1",
        text="Two dead.",
        title="Storm",
        source="The Gazette",
        url="https://example.org/1",
        published="2016-10-28",
        byline=("Ann Lee", "Bo Diaz"),
        language="en",
        tags=("storm",),
        note="check the toll",
    )
    assert list(article_record(article).items()) == [
        ("id", "a1"),
        ("title", "Storm"),
        ("source", "The Gazette"),
        ("url", "https://example.org/1"),
        ("published", "2016-10-28"),
        ("byline", ["Ann Lee", "Bo Diaz"]),
        ("language", "en"),
        ("text", "Two dead."),
        ("tags", ["storm"]),
        ("note", "check the toll"),
    ]


def test_entity_record() -> None:
    entity = Entity(start=0, end=9, text="Mr Peskov", label="PERSON", name="Dmitry Peskov")
    assert annotation_record(entity) == {
        "start": 0,
        "end": 9,
        "text": "Mr Peskov",
        "status": "suggested",
        "label": "PERSON",
        "name": "Dmitry Peskov",
    }


def test_quote_record_holds_speaker_and_cue_as_spans() -> None:
    quote = Quote(
        start=0,
        end=5,
        text="“No,”",
        type="direct",
        speaker=Span(start=6, end=8, text="he"),
        status=Status.ACCEPTED,
        annotator="ann",
        detector="rules 1",
        rule="tail",
        confidence=Confidence.MEDIUM,
        speaker_rule="pronoun",
        utterance=Span(start=0, end=12, text="“No,” he, “."),
        tags=("key",),
        note="on camera",
        id=7,
    )
    assert annotation_record(quote) == {
        "start": 0,
        "end": 5,
        "text": "“No,”",
        "status": "accepted",
        "id": 7,
        "tags": ["key"],
        "note": "on camera",
        "annotator": "ann",
        "detector": "rules 1",
        "rule": "tail",
        "confidence": "medium",
        "type": "direct",
        "speaker": {"start": 6, "end": 8, "text": "he"},
        "cue": None,
        "speaker_name": None,
        "speaker_rule": "pronoun",
        "utterance": {"start": 0, "end": 12, "text": "“No,” he, “."},
    }


def test_figure_record_flattens_its_count() -> None:
    figure = CasualtyFigure(
        start=0,
        end=16,
        text="at least 25 boys",
        num_start=9,
        num_end=11,
        category="killed",
        count=Count(low=25, best=25),
        qualifier="at_least",
        victim_type="child",
        negated=True,
        part_of=Span(start=0, end=2, text="at"),
        confidence=Confidence.HIGH,
    )
    assert annotation_record(figure) == {
        "start": 0,
        "end": 16,
        "text": "at least 25 boys",
        "status": "suggested",
        "confidence": "high",
        "num_start": 9,
        "num_end": 11,
        "category": "killed",
        "count_low": 25,
        "count_high": None,
        "count_best": 25,
        "qualifier": "at_least",
        "victim_type": "child",
        "victim_group": None,
        "place": None,
        "date": None,
        "date_iso": None,
        "claimed_by": None,
        "claimed_in": None,
        "negated": True,
        "hypothetical": False,
        "subset": False,
        "part_of": {"start": 0, "end": 2, "text": "at"},
        "incremental": False,
        "cumulative": False,
        "historical": False,
        "rate": None,
        "implicit": False,
        "vague_rule": None,
    }


@given(ANNOTATIONS)
def test_annotation_survives_the_way_through_json(annotation: Annotation) -> None:
    line = json.dumps(annotation_record(annotation))
    assert annotation_from_record(annotation.layer, json.loads(line)) == annotation


@given(ANNOTATIONS)
def test_record_carries_every_field_that_is_set(annotation: Annotation) -> None:
    record = annotation_record(annotation)
    optional = {"id", "tags", "note", "annotator", "detector", "rule", "confidence"}
    optional |= {"country", "latitude", "longitude", "geo_precision", "geo_alternatives"}
    for field in fields(annotation):
        if field.name != "count":
            empty = getattr(annotation, field.name) in (None, ())
            assert (field.name in record) is not (field.name in optional and empty)


@given(st.lists(ANNOTATIONS, max_size=6))
def test_annotations_of_an_article_survive_layer_by_layer(annotations: list[Annotation]) -> None:
    line = json.dumps(layer_records(annotations))
    order = list(Layer)
    assert annotations_from_record(json.loads(line)) == sorted(
        annotations, key=lambda each: order.index(each.layer)
    )


def test_layer_records_names_all_layers() -> None:
    assert layer_records([]) == {"entities": [], "quotes": [], "casualties": []}


@pytest.mark.parametrize("layer", Layer)
def test_left_out_fields_take_their_defaults(layer: Layer) -> None:
    annotation = annotation_from_record(layer, SMALLEST[layer])
    assert annotation.status is Status.SUGGESTED
    assert annotation.tags == ()
    assert (annotation.id, annotation.note) == (None, None)
    assert (annotation.annotator, annotation.detector) == (None, None)


def test_null_tags_and_unknown_fields_are_accepted() -> None:
    record = SMALLEST[Layer.ENTITIES] | {"tags": None, "certainty": 0.9}
    assert annotation_from_record(Layer.ENTITIES, record) == Entity(
        start=0, end=4, text="Ağrı", label="GPE"
    )


@pytest.mark.parametrize(
    ("layer", "wrong"),
    [
        (Layer.ENTITIES, {"start": "0"}),
        (Layer.ENTITIES, {"start": 0.0}),
        (Layer.ENTITIES, {"end": True}),
        (Layer.ENTITIES, {"end": None}),
        (Layer.ENTITIES, {"end": 2**63}),
        (Layer.ENTITIES, {"text": None}),
        (Layer.ENTITIES, {"label": 3}),
        (Layer.ENTITIES, {"name": ["Ağrı"]}),
        (Layer.ENTITIES, {"id": "7"}),
        (Layer.ENTITIES, {"note": {}}),
        (Layer.ENTITIES, {"status": "maybe"}),
        (Layer.ENTITIES, {"status": None}),
        (Layer.ENTITIES, {"status": []}),
        (Layer.ENTITIES, {"tags": "one"}),
        (Layer.ENTITIES, {"tags": ["one", 2]}),
        (Layer.QUOTES, {"type": None}),
        (Layer.QUOTES, {"speaker": "he"}),
        (Layer.QUOTES, {"speaker": []}),
        (Layer.QUOTES, {"speaker": {"start": 0, "end": 2}}),
        (Layer.QUOTES, {"cue": {"start": "0", "end": 2, "text": "he"}}),
        (Layer.QUOTES, {"speaker_name": 5}),
        (Layer.CASUALTIES, {"num_start": 1.5}),
        (Layer.CASUALTIES, {"count_low": "two"}),
        (Layer.CASUALTIES, {"count_high": False}),
        (Layer.CASUALTIES, {"count_best": 10**30}),
        (Layer.CASUALTIES, {"negated": 1}),
        (Layer.CASUALTIES, {"negated": "no"}),
        (Layer.CASUALTIES, {"place": 7}),
    ],
)
def test_wrong_type_is_an_error_that_names_the_layer(layer: Layer, wrong: dict[str, Any]) -> None:
    with pytest.raises(RecordShapeError, match=layer.value):
        annotation_from_record(layer, SMALLEST[layer] | wrong)


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"confidence": "very"}, "'very' is no confidence; there are high, medium, low"),
        ({"confidence": []}, "[] is no confidence; there are high, medium, low"),
        ({"implicit": 3}, "'implicit' cannot be of type int"),
        (
            {"part_of": {"start": 0, "text": "Two"}},
            "'part_of' is not an object with 'start', 'end' and 'text'",
        ),
        ({"claimed_in": "“No”"}, "'claimed_in' is not an object with 'start', 'end' and 'text'"),
    ],
)
def test_a_malformed_figure_says_what_is_wrong(wrong: dict[str, Any], reason: str) -> None:
    with pytest.raises(RecordShapeError) as raised:
        annotation_from_record(Layer.CASUALTIES, SMALLEST[Layer.CASUALTIES] | wrong)
    assert str(raised.value) == f"a record in 'casualties' is malformed ({reason})"


@pytest.mark.parametrize("layer", Layer)
def test_every_field_without_a_default_is_needed(layer: Layer) -> None:
    for name in SMALLEST[layer]:
        rest = {key: value for key, value in SMALLEST[layer].items() if key != name}
        with pytest.raises(RecordShapeError, match=name):
            annotation_from_record(layer, rest)


@pytest.mark.parametrize("entry", [None, 3, "start", [], [["start", 0]]])
@pytest.mark.parametrize("layer", Layer)
def test_entry_that_is_no_object_is_an_error(layer: Layer, entry: Any) -> None:
    with pytest.raises(RecordShapeError):
        annotation_from_record(layer, entry)


@pytest.mark.parametrize("entries", [{"start": 0}, "all", 5, True])
def test_layer_that_is_no_list_is_an_error(entries: object) -> None:
    with pytest.raises(RecordShapeError, match="'quotes' is not a list"):
        annotations_from_record({"quotes": entries})


@pytest.mark.parametrize("record", [{}, {"entities": None, "quotes": []}, {"text": "x"}])
def test_missing_layers_are_empty(record: dict[str, Any]) -> None:
    assert annotations_from_record(record) == []


def test_what_sources_seldom_say_is_carried_only_if_it_was_said() -> None:
    silent = article_record(Article(id="a", text="Rain."))
    assert not {"updated", "section", "read_from", "sha256"} & silent.keys()
    said = {"updated": "2016-10-21", "section": "World", "read_from": "a.eml", "sha256": "ab"}
    assert article_record(replace(Article(id="a", text="Rain."), **said)) == silent | said  # type: ignore[arg-type]
