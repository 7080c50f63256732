from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.model import (
    ANNOTATION_TYPES,
    KINDS,
    Annotation,
    CasualtyFigure,
    Category,
    Count,
    Detector,
    Entity,
    Layer,
    Quote,
    QuoteType,
    Span,
    Status,
)

ENTITY = Entity(start=0, end=4, text="Oxen", label="ORG")
QUOTE = Quote(start=0, end=4, text="“No”", type=QuoteType.DIRECT)
FIGURE = CasualtyFigure(start=0, end=8, text="two dead", category=Category.KILLED)


@pytest.mark.parametrize(
    ("annotation", "layer", "kind"),
    [
        (ENTITY, Layer.ENTITIES, "ORG"),
        (QUOTE, Layer.QUOTES, "direct"),
        (FIGURE, Layer.CASUALTIES, "killed"),
    ],
)
def test_annotation_knows_its_layer_and_kind(
    annotation: Annotation, layer: Layer, kind: str
) -> None:
    assert annotation.layer is layer
    assert annotation.kind == kind
    assert ANNOTATION_TYPES[layer] is type(annotation)


@pytest.mark.parametrize("annotation", [ENTITY, QUOTE, FIGURE])
def test_every_kind_of_a_layer_can_be_given(annotation: Annotation) -> None:
    for kind in KINDS[annotation.layer]:
        changed = annotation.of_kind(kind)
        assert changed.kind == kind
        assert type(changed) is type(annotation)
        assert changed.of_kind(annotation.kind) == annotation


def test_annotation_begins_as_an_unstored_suggestion() -> None:
    assert ENTITY.status is Status.SUGGESTED
    assert ENTITY.id is None
    assert FIGURE.count == Count(low=None, high=None, best=None)


def test_values_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        ENTITY.label = "GPE"  # type: ignore[misc]


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_cut_takes_the_text_between_its_offsets(text: str, start: int, end: int) -> None:
    assert Span.cut(text, start, end) == Span(start=start, end=end, text=text[start:end])


def test_offsets_count_code_points() -> None:
    assert Span.cut("😀 Ağrı", 2, 6).text == "Ağrı"


def test_layers_and_statuses_are_their_own_keys() -> None:
    assert [str(layer) for layer in Layer] == ["entities", "quotes", "casualties"]
    assert [str(status) for status in Status] == [
        "suggested",
        "accepted",
        "corrected",
        "added",
        "rejected",
    ]


def test_detector_reads_as_name_and_version() -> None:
    assert str(Detector(name="closeread-rules", version="1.2")) == "closeread-rules 1.2"


@pytest.mark.parametrize(
    ("signature", "detector"),
    [
        ("my rules 1.2", Detector(name="my rules", version="1.2")),
        ("rules", Detector(name="rules", version="")),
    ],
)
def test_detector_is_read_from_its_signature(signature: str, detector: Detector) -> None:
    assert Detector.from_signature(signature) == detector
