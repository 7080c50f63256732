from array import array
from collections.abc import Set

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Annotation, CasualtyFigure, Entity, Layer, Quote, Status
from annotations.store import Columns
from reader.annotation_index import AnnotationIndex
from reader.switches import Switch, switch_of

TEXT = "x" * 40
LAYERS = list(Layer)
HIDDEN = st.sets(st.sampled_from(Switch))
SPANS = st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda at: (at[0], sum(at)))


def annotation(
    number: int, start: int, end: int, *, status: Status = Status.SUGGESTED, other: bool = False
) -> Annotation:
    """An annotation whose layer goes with its id, as the layer of a stored one never changes."""
    text = TEXT[start:end]
    match LAYERS[number % 3]:
        case Layer.ENTITIES:
            label = "DATE" if other else "PERSON"
            return Entity(id=number, start=start, end=end, text=text, status=status, label=label)
        case Layer.QUOTES:
            return Quote(
                id=number,
                start=start,
                end=end,
                text=text,
                status=status,
                type="mixed" if other else "direct",
                speaker_name="Ann Lee" if other else None,
            )
        case Layer.CASUALTIES:
            return CasualtyFigure(
                id=number,
                start=start,
                end=end,
                text=text,
                status=status,
                category="injured" if other else "killed",
                implicit=other,
            )


PUTS = st.builds(
    lambda number, span, status, other: annotation(number, *span, status=status, other=other),
    st.integers(1, 12),
    SPANS,
    st.sampled_from(Status),
    st.booleans(),
)
EDITS = st.lists(PUTS | st.integers(1, 13), max_size=40)
"""Annotations to put, ids to remove."""


def index_of(*annotations: Annotation) -> AnnotationIndex:
    index = AnnotationIndex()
    for each in annotations:
        index.put(each)
    return index


def switch(annotation: Annotation) -> Switch:
    return switch_of(annotation.layer, annotation.kind)


def edited(edits: list[Annotation | int]) -> tuple[AnnotationIndex, list[Annotation]]:
    """The index after some edits, and what it has to hold, in reading order."""
    index, held = AnnotationIndex(), dict[int, Annotation]()
    for edit in edits:
        if isinstance(edit, int):
            index.remove(edit)
            held.pop(edit, None)
        else:
            assert edit.id is not None
            index.put(edit)
            held[edit.id] = edit
            if edit.status is Status.REJECTED:
                del held[edit.id]
    return index, sorted(held.values(), key=lambda each: (each.start, -each.end, each.id))


@given(EDITS)
def test_edits_leave_what_a_sorted_list_holds(edits: list[Annotation | int]) -> None:
    index, held = edited(edits)
    assert len(index) == len(held)
    assert list(index.ids) == [each.id for each in held]
    assert list(zip(index.starts, index.ends, strict=True)) == [
        (each.start, each.end) for each in held
    ]
    assert index.kinds == [each.kind for each in held]
    assert [index.layer(at) for at in range(len(index))] == [each.layer for each in held]
    assert [index.status(at) for at in range(len(index))] == [each.status for each in held]
    assert [index.switch(at) for at in range(len(index))] == [switch(each) for each in held]
    assert index.unreviewed() == sum(each.status is Status.SUGGESTED for each in held)
    assert index.total() == len(held)
    assert [index.is_implicit(at) for at in range(len(index))] == [
        isinstance(each, CasualtyFigure) and each.implicit for each in held
    ]
    assert index.names == [name_of(each) for each in held]
    for number in range(1, 14):
        expected = [at for at, each in enumerate(held) if each.id == number]
        assert index.position(number) == (expected[0] if expected else None)
    for wanted in Switch:
        assert list(index.positions(wanted)) == [
            at for at, each in enumerate(held) if switch(each) is wanted
        ]


def name_of(annotation: Annotation) -> str | None:
    match annotation:
        case Quote():
            return annotation.speaker_name
        case Entity():
            return annotation.name or annotation.text
    return None


def is_visible(annotation: Annotation, hidden: Set[Switch]) -> bool:
    is_done = annotation.status is not Status.SUGGESTED
    return switch(annotation) not in hidden and not (is_done and Switch.REVIEWED in hidden)


@given(EDITS, HIDDEN)
def test_what_is_visible(edits: list[Annotation | int], hidden: Set[Switch]) -> None:
    index, held = edited(edits)
    visible = [at for at, each in enumerate(held) if is_visible(each, hidden)]
    assert [at for at in range(len(held)) if index.is_visible(at, hidden=hidden)] == visible


@given(EDITS, HIDDEN)
def test_counts_leave_out_what_is_hidden(
    edits: list[Annotation | int], hidden: Set[Switch]
) -> None:
    index, held = edited(edits)
    visible = [each for each in held if switch(each) not in hidden]
    assert index.total(hidden=hidden) == len(visible)
    assert index.unreviewed(hidden=hidden) == sum(
        each.status is Status.SUGGESTED for each in visible
    )


@given(EDITS, SPANS, HIDDEN)
def test_edited_index_finds_what_looking_at_all_of_them_finds(
    edits: list[Annotation | int], span: tuple[int, int], hidden: Set[Switch]
) -> None:
    index, held = edited(edits)
    start, end = span
    overlapping = [at for at, each in enumerate(held) if each.start < end and start < each.end]
    assert list(index.overlapping(start, end)) == overlapping
    assert list(index.overlapping(start, end, hidden=hidden)) == [
        at for at in overlapping if is_visible(held[at], hidden)
    ]
    assert index.from_offset(start) == sum(each.start < start for each in held)
    assert index.topmost(start, hidden=hidden) == topmost(held, start, hidden=hidden)


@given(EDITS, st.integers(-1, 8), HIDDEN, st.booleans())
def test_neighbours(
    edits: list[Annotation | int], position: int, hidden: Set[Switch], unreviewed: bool
) -> None:
    index, held = edited(edits)
    wanted = [
        at
        for at, each in enumerate(held)
        if is_visible(each, hidden) and (each.status is Status.SUGGESTED or not unreviewed)
    ]
    following = [at for at in wanted if at >= position]
    previous = [at for at in wanted if at <= position]
    inside = 0 <= position < len(held)
    assert index.neighbour(position, 1, hidden=hidden, unreviewed=unreviewed) == (
        following[0] if following and inside else None
    )
    assert index.neighbour(position, -1, hidden=hidden, unreviewed=unreviewed) == (
        previous[-1] if previous and inside else None
    )


def test_neighbour_passes_over_what_is_hidden_or_decided() -> None:
    index = index_of(
        annotation(3, 0, 5),
        annotation(4, 6, 9),
        annotation(6, 10, 12, status=Status.ACCEPTED),
        annotation(7, 13, 15),
    )
    assert index.neighbour(1, 1, hidden=set()) == 1
    assert index.neighbour(1, 1, hidden={Switch.QUOTES}) == 2
    assert index.neighbour(2, 1, hidden=set(), unreviewed=True) == 3
    assert index.neighbour(1, 1, hidden={Switch.QUOTES}, unreviewed=True) is None
    assert index.neighbour(2, -1, hidden={Switch.QUOTES}, unreviewed=True) == 0


def test_index_from_the_columns_of_the_store() -> None:
    index = AnnotationIndex(
        Columns(
            ids=array("q", [7, 3]),
            starts=array("q", [0, 4]),
            ends=array("q", [30, 9]),
            layers=array("B", [1, 0]),
            statuses=array("B", [0, 2]),
            implicit=array("B", [0, 0]),
            kinds=["direct", "PERSON"],
            names=["Ann Lee", "Bo Lind"],
            speakers=["she", None],
        )
    )
    assert len(index) == 2
    assert [index.layer(at) for at in range(2)] == [Layer.QUOTES, Layer.ENTITIES]
    assert [index.status(at) for at in range(2)] == [Status.SUGGESTED, Status.CORRECTED]
    assert index.topmost(5, hidden=set()) == 1
    assert index.topmost(5, hidden={Switch.NAMES}) == 0
    assert index.unreviewed() == index.unreviewed(hidden={Switch.NAMES}) == 1
    index.put(annotation(6, 2, 3))
    assert list(index.ids) == [7, 6, 3]
    assert index.names == ["Ann Lee", "x", "Bo Lind"]
    assert index.speakers == ["she", None, None]


def topmost(held: list[Annotation], offset: int, *, hidden: Set[Switch]) -> int | None:
    """The innermost annotation over a character, by looking at all; figures beat their numbers."""
    covering = sorted(
        (each.end - each.start, -at, switch(each))
        for at, each in enumerate(held)
        if each.start <= offset < each.end and is_visible(each, hidden)
    )
    if covering and covering[0][2] is Switch.NUMBERS:
        covering = [each for each in covering if each[2] is Switch.FIGURES] or covering
    return -covering[0][1] if covering else None


def test_of_two_at_the_same_place_the_longer_one_comes_first_and_the_shorter_one_is_on_top() -> (
    None
):
    index = index_of(annotation(1, 5, 8), annotation(4, 5, 20), annotation(7, 5, 8))
    assert list(index.ids) == [4, 1, 7]
    assert index.topmost(5, hidden=set()) == 2
    assert index.topmost(10, hidden=set()) == 0
    assert index.topmost(20, hidden=set()) is None


def test_relabelled_annotation_keeps_its_place() -> None:
    index = index_of(annotation(3, 0, 5), annotation(6, 0, 5))
    index.put(annotation(3, 0, 5, status=Status.CORRECTED, other=True))
    assert list(index.ids) == [3, 6]
    assert index.kinds == ["DATE", "PERSON"]
    assert [index.switch(at) for at in range(2)] == [Switch.NUMBERS, Switch.NAMES]
    assert index.status(0) is Status.CORRECTED
    assert index.unreviewed() == 1


def test_annotation_with_other_borders_moves() -> None:
    index = index_of(annotation(3, 0, 5), annotation(6, 10, 12))
    index.put(annotation(3, 20, 25))
    assert list(index.ids) == [6, 3]
    assert list(index.overlapping(0, 5)) == []
    assert list(index.overlapping(24, 30)) == [1]


def test_rejected_annotation_goes_and_comes_back_when_that_is_undone() -> None:
    index = index_of(annotation(3, 0, 5), annotation(6, 10, 12))
    index.put(annotation(3, 0, 5, status=Status.REJECTED))
    assert index.position(3) is None
    assert list(index.overlapping(0, 5)) == []
    index.put(annotation(3, 0, 5))
    assert list(index.ids) == [3, 6]


def test_annotation_without_an_id_cannot_be_shown() -> None:
    with pytest.raises(ValueError, match="only stored annotations"):
        AnnotationIndex().put(Entity(start=0, end=1, text="x", label="ORG"))


def test_empty_index() -> None:
    index = AnnotationIndex()
    assert len(index) == index.unreviewed() == index.from_offset(5) == 0
    assert index.topmost(0, hidden=set()) is None
    assert index.neighbour(0, 1, hidden=set()) is None
    assert list(index.overlapping(0, 100)) == []
    index.remove(1)


def test_index_from_columns_knows_dates_by_label_and_layer() -> None:
    index = AnnotationIndex(
        Columns(
            ids=array("q", [1, 2, 3]),
            starts=array("q", [0, 4, 9]),
            ends=array("q", [3, 8, 12]),
            layers=array("B", [0, 0, 2]),
            statuses=array("B", [0, 3, 0]),
            implicit=array("B", [0, 0, 0]),
            kinds=["GPE", "DATE", "DATE"],
            names=[None, None, None],
            speakers=[None, None, None],
        )
    )
    assert [index.switch(at) for at in range(3)] == [Switch.NAMES, Switch.NUMBERS, Switch.FIGURES]
    assert list(index.positions(Switch.NUMBERS)) == [1]
    assert (index.total(), index.total(hidden={Switch.NUMBERS})) == (3, 2)
