from collections.abc import Callable, Set
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Annotation, CasualtyFigure, Entity, Layer, Quote, Status
from reader.annotation_index import AnnotationIndex
from reader.kin import Kin
from reader.painting import Look, Mark, Run, own_look, runs
from reader.switches import Switch

TEXT = "x" * 60
LOOKS = {
    Layer.ENTITIES: (Look.ENTITIES, Look.COLOUR_ENTITIES),
    Layer.QUOTES: (Look.QUOTES, Look.COLOUR_QUOTES),
    Layer.CASUALTIES: (Look.CASUALTIES, Look.COLOUR_CASUALTIES),
}
DECIDED = {
    Status.ACCEPTED: Look.ACCEPTED,
    Status.CORRECTED: Look.CORRECTED,
    Status.ADDED: Look.ADDED,
}
SPANS = st.tuples(st.integers(0, 40), st.integers(1, 15)).map(lambda at: (at[0], sum(at)))
STATUSES = st.sampled_from([each for each in Status if each is not Status.REJECTED])
SORTS = st.sampled_from([each for each in Switch if each is not Switch.REVIEWED])
DRAWN = st.lists(st.tuples(SPANS, SORTS, STATUSES), max_size=12)
MARKS = st.lists(
    st.builds(
        lambda span, look: Mark(span[0], span[1], look),
        SPANS,
        st.sampled_from([Look.FOCUS, Look.SELECTION, Look.HIT, Look.CURSOR]),
    ),
    max_size=4,
)


def entity(
    start: int,
    end: int,
    *,
    number: int = 1,
    status: Status = Status.SUGGESTED,
    label: str = "GPE",
) -> Entity:
    return Entity(id=number, start=start, end=end, text=TEXT[start:end], label=label, status=status)


def date(start: int, end: int, *, number: int = 4, status: Status = Status.SUGGESTED) -> Entity:
    return entity(start, end, number=number, status=status, label="DATE")


def quote(start: int, end: int, *, number: int = 2, status: Status = Status.SUGGESTED) -> Quote:
    return Quote(
        id=number, start=start, end=end, text=TEXT[start:end], type="direct", status=status
    )


def figure(
    start: int,
    end: int,
    *,
    number: int = 3,
    status: Status = Status.SUGGESTED,
    implicit: bool = False,
) -> CasualtyFigure:
    return CasualtyFigure(
        id=number,
        start=start,
        end=end,
        text=TEXT[start:end],
        category="killed",
        status=status,
        implicit=implicit,
    )


MAKERS: dict[Switch, Callable[..., Annotation]] = {
    Switch.NAMES: entity,
    Switch.QUOTES: quote,
    Switch.FIGURES: figure,
    Switch.NUMBERS: date,
}


def index_of(*annotations: Annotation) -> AnnotationIndex:
    index = AnnotationIndex()
    for each in annotations:
        index.put(each)
    return index


def look_of(offset: int, index: AnnotationIndex, *, hidden: Set[Switch], marks: list[Mark]) -> Look:
    """The look of a single character, worked out from all annotations and marks."""
    look = Look.PLAIN
    for mark in marks:
        if mark.start <= offset < mark.end:
            look |= mark.look
    for at in range(len(index)):
        if index.starts[at] <= offset < index.ends[at] and index.is_visible(at, hidden=hidden):
            look |= LOOKS[index.layer(at)][0]
    topmost = index.topmost(offset, hidden=hidden)
    if topmost is not None:
        look |= LOOKS[index.layer(topmost)][1]
        look |= DECIDED.get(index.status(topmost), Look.PLAIN)
    return look


@given(DRAWN, MARKS, SPANS, st.sets(st.sampled_from(Switch)))
def test_runs_cover_the_line_and_look_like_each_of_its_characters(
    drawn: list[tuple[tuple[int, int], Switch, Status]],
    marks: list[Mark],
    span: tuple[int, int],
    hidden: Set[Switch],
) -> None:
    index = index_of(
        *(
            MAKERS[switch](*place, number=number, status=status)
            for number, (place, switch, status) in enumerate(drawn)
        )
    )
    start, end = span
    found = list(runs(start, end, index=index, hidden=hidden, marks=marks))
    assert (found[0].start, found[-1].end) == (start, end)
    assert all(before.end == after.start for before, after in pairwise(found))
    assert all(run.start < run.end for run in found)
    for run in found:
        for offset in range(run.start, run.end):
            assert run.look == look_of(offset, index, hidden=hidden, marks=marks)


def test_line_without_anything_over_it_is_one_plain_run() -> None:
    assert list(runs(10, 20, index=index_of(entity(0, 10), quote(20, 30)))) == [
        Run(10, 20, Look.PLAIN)
    ]


def test_empty_line_has_no_runs() -> None:
    index = index_of(quote(0, 20))
    assert list(runs(5, 5, index=index, marks=[Mark(5, 6, Look.CURSOR)])) == []


def test_the_innermost_annotation_gives_the_colour_and_the_others_keep_their_sign() -> None:
    index = index_of(quote(0, 30), entity(5, 10), figure(5, 20), entity(22, 24, number=4))
    outer = Look.QUOTES | Look.COLOUR_QUOTES
    assert list(runs(0, 25, index=index)) == [
        Run(0, 5, outer),
        Run(5, 10, Look.QUOTES | Look.CASUALTIES | Look.ENTITIES | Look.COLOUR_ENTITIES),
        Run(10, 20, Look.QUOTES | Look.CASUALTIES | Look.COLOUR_CASUALTIES),
        Run(20, 22, outer),
        Run(22, 24, Look.QUOTES | Look.ENTITIES | Look.COLOUR_ENTITIES),
        Run(24, 25, outer),
    ]


def test_a_number_within_a_figure_leaves_it_the_colour_and_keeps_its_sign() -> None:
    index = index_of(figure(0, 10), date(0, 2), date(20, 22, number=5))
    assert list(runs(0, 22, index=index)) == [
        Run(0, 2, Look.ENTITIES | Look.CASUALTIES | Look.COLOUR_CASUALTIES),
        Run(2, 10, Look.CASUALTIES | Look.COLOUR_CASUALTIES),
        Run(10, 20, Look.PLAIN),
        Run(20, 22, Look.ENTITIES | Look.COLOUR_ENTITIES),
    ]


def test_a_figure_without_a_number_has_a_weaker_colour_and_no_sign() -> None:
    index = index_of(quote(0, 30), figure(5, 20, implicit=True), entity(8, 10, number=4))
    within = Look.QUOTES | Look.COLOUR_IMPLICIT
    assert list(runs(5, 20, index=index)) == [
        Run(5, 8, within),
        Run(8, 10, Look.QUOTES | Look.ENTITIES | Look.COLOUR_ENTITIES),
        Run(10, 20, within),
    ]


def test_a_stated_figure_within_one_without_a_number_keeps_its_look() -> None:
    index = index_of(figure(0, 20, implicit=True), figure(5, 10, number=4))
    assert [run.look for run in runs(0, 20, index=index)] == [
        Look.COLOUR_IMPLICIT,
        Look.CASUALTIES | Look.COLOUR_CASUALTIES,
        Look.COLOUR_IMPLICIT,
    ]


def test_a_figure_without_a_number_is_reviewed_like_any() -> None:
    index = index_of(figure(0, 5, implicit=True, status=Status.ACCEPTED))
    assert [run.look for run in runs(0, 5, index=index)] == [Look.COLOUR_IMPLICIT | Look.ACCEPTED]


@pytest.mark.parametrize("mark", [Look.FOCUS, Look.SELECTION, Look.HIT, Look.CURSOR])
def test_a_weaker_colour_is_made_strong_under_a_mark(mark: Look) -> None:
    index = index_of(figure(0, 5, implicit=True))
    assert list(runs(0, 5, index=index, marks=[Mark(2, 9, mark)])) == [
        Run(0, 2, Look.COLOUR_IMPLICIT),
        Run(2, 5, Look.COLOUR_CASUALTIES | mark),
    ]


def test_of_equally_long_annotations_the_later_one_gives_the_colour() -> None:
    index = index_of(entity(0, 5, number=1), figure(0, 5, number=3))
    assert [run.look for run in runs(0, 5, index=index)] == [
        Look.ENTITIES | Look.CASUALTIES | Look.COLOUR_CASUALTIES
    ]


def test_what_is_hidden_leaves_the_colour_to_what_is_around_it() -> None:
    index = index_of(quote(0, 10), entity(3, 6))
    assert [run.look for run in runs(0, 10, index=index, hidden={Switch.NAMES})] == [
        Look.QUOTES | Look.COLOUR_QUOTES
    ]


def test_names_and_dates_look_alike_and_are_hidden_apart() -> None:
    index = index_of(entity(0, 4), date(6, 9))
    name = Look.ENTITIES | Look.COLOUR_ENTITIES
    assert list(runs(0, 9, index=index)) == [Run(0, 4, name), Run(4, 6, 0), Run(6, 9, name)]
    assert list(runs(0, 9, index=index, hidden={Switch.NUMBERS})) == [Run(0, 4, name), Run(4, 9, 0)]
    assert list(runs(0, 9, index=index, hidden={Switch.NAMES})) == [Run(0, 6, 0), Run(6, 9, name)]


@pytest.mark.parametrize(("status", "decided"), list(DECIDED.items()))
def test_what_a_person_decided_looks_like_that(status: Status, decided: Look) -> None:
    index = index_of(quote(0, 10), entity(3, 6, status=status))
    name = Look.QUOTES | Look.ENTITIES | Look.COLOUR_ENTITIES
    assert [run.look & ~name for run in runs(0, 10, index=index)] == [
        Look.COLOUR_QUOTES,
        decided,
        Look.COLOUR_QUOTES,
    ]


def test_marks_add_to_the_look_beneath() -> None:
    name = Look.ENTITIES | Look.COLOUR_ENTITIES
    marks = [Mark(0, 4, Look.SELECTION), Mark(2, 99, Look.FOCUS), Mark(3, 4, Look.CURSOR)]
    assert list(runs(1, 6, index=index_of(entity(2, 4)), marks=marks)) == [
        Run(1, 2, Look.SELECTION),
        Run(2, 3, name | Look.SELECTION | Look.FOCUS),
        Run(3, 4, name | Look.SELECTION | Look.FOCUS | Look.CURSOR),
        Run(4, 6, Look.FOCUS),
    ]


def test_what_is_lit_up_is_all_of_one_speaker_or_name_and_nothing_else() -> None:
    index = index_of(
        replace(quote(0, 9, number=1), speaker_name="Ann Lee"),
        replace(entity(2, 4, number=2), name="Ann Lee"),
        replace(quote(10, 15, number=3), speaker_name="Bo Lind"),
        replace(quote(20, 25, number=4), speaker_name="Ann Lee"),
    )

    def lit(kin: Kin) -> list[tuple[int, int]]:
        found = runs(0, 30, index=index, lit=kin)
        return [(run.start, run.end) for run in found if run.look & Look.KIN]

    assert lit((Switch.QUOTES, "Ann Lee")) == [(0, 2), (2, 4), (4, 9), (20, 25)]
    assert lit((Switch.NAMES, "Ann Lee")) == [(2, 4)]
    assert lit((Switch.QUOTES, "Cy Dunn")) == []


def test_quotes_have_the_colours_of_their_speakers_and_nobodys_that_of_quotes() -> None:
    index = index_of(
        replace(quote(0, 5, number=1), speaker_name="Ann Lee"),
        entity(2, 3, number=2),
        replace(quote(5, 10, number=3), speaker_name="Bo Lind"),
        quote(10, 15, number=4),
    )
    voices = {"Ann Lee": 1, "Bo Lind": 10}
    found = runs(0, 15, index=index, voices=voices)
    assert [run.look & ~(Look.QUOTES | Look.ENTITIES) for run in found] == [
        *(Look.VOICE_1, Look.COLOUR_ENTITIES, Look.VOICE_1),
        *(Look.VOICE_2, Look.COLOUR_QUOTES),
    ]


def test_own_labels_have_their_colour_where_they_are_on_top() -> None:
    index = index_of(entity(0, 10, label="WEAPON"), entity(2, 4, number=2))
    assert list(runs(0, 12, index=index, own={"WEAPON": own_look(3)})) == [
        Run(0, 2, Look.ENTITIES | own_look(3)),
        Run(2, 4, Look.ENTITIES | Look.COLOUR_ENTITIES),
        Run(4, 10, Look.ENTITIES | own_look(3)),
        Run(10, 12, 0),
    ]


def test_own_looks_are_no_others() -> None:
    assert own_look(0) not in list(Look)
    assert own_look(0) > max(Look)
    assert len({own_look(number) for number in range(40)}) == 40
