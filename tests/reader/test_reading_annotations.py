from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Annotation, CasualtyFigure, Entity, Quote, Status
from reader.annotation_index import AnnotationIndex
from reader.reading import Reading
from reader.switches import HIDDEN_AT_FIRST, Switch


def to_annotation(reading: Reading, step: int, *, unreviewed: bool = False) -> bool:
    """Go where the key for the next or previous annotation goes; whether there was one."""
    following = reading.next_annotation(step, unreviewed=unreviewed)
    if following is not None:
        reading.focus_on(following)
    return following is not None


E_ACUTE = "e\N{COMBINING ACUTE ACCENT}"
QUOTED = "He said: “Oldport lost 12 people, Oldport lost” it all."
QUOTE, NAME, FIGURE, PLACE = 1, 2, 3, 4


def entity(
    number: int,
    start: int,
    end: int,
    *,
    text: str,
    status: Status = Status.SUGGESTED,
    label: str = "ORG",
) -> Entity:
    covered = text[start:end]
    return Entity(id=number, start=start, end=end, text=covered, label=label, status=status)


def index_of(*annotations: Annotation) -> AnnotationIndex:
    index = AnnotationIndex()
    for each in annotations:
        index.put(each)
    return index


def toured(reading: Reading, step: int, *, unreviewed: bool = False) -> list[int | None]:
    """The annotations visited until there is no further one."""
    visited: list[int | None] = []
    while to_annotation(reading, step, unreviewed=unreviewed):
        visited.append(reading.focus)
        assert len(visited) < 50
    return visited


def quoted(*, name_status: Status = Status.SUGGESTED) -> Reading:
    """A quote from 9 to 47 that has a name, a figure and another name in it."""
    return Reading(
        QUOTED,
        index_of(
            Quote(id=QUOTE, start=9, end=47, text=QUOTED[9:47], type="direct"),
            entity(NAME, 10, 17, text=QUOTED, status=name_status),
            CasualtyFigure(id=FIGURE, start=23, end=32, text="12 people", category="killed"),
            entity(PLACE, 34, 41, text=QUOTED),
        ),
    )


def test_cursor_brings_the_innermost_annotation_into_focus() -> None:
    reading = quoted()
    focused = []
    for offset in (0, 9, 10, 17, 23, 46, 47):
        reading.go(offset)
        focused.append(reading.focus)
    assert focused == [None, QUOTE, NAME, QUOTE, FIGURE, QUOTE, None]


def test_tab_visits_every_annotation_in_reading_order_and_shift_tab_in_reverse() -> None:
    reading = quoted()
    assert toured(reading, 1) == [QUOTE, NAME, FIGURE, PLACE]
    reading.go(len(QUOTED))
    assert toured(reading, -1) == [PLACE, FIGURE, NAME, QUOTE]


def test_annotations_that_begin_at_one_place_are_visited_once_each() -> None:
    text = "A figure of 12 people"
    reading = Reading(
        text,
        index_of(
            entity(5, 12, 14, text=text),
            entity(1, 12, 21, text=text),
            entity(2, 12, 14, text=text),
        ),
    )
    assert toured(reading, 1) == [1, 2, 5]
    assert toured(reading, -1) == [2, 1]


@given(
    st.lists(st.tuples(st.integers(1, 15), st.integers(1, 12)), min_size=1, max_size=10),
    st.text(f"a \n{E_ACUTE}", min_size=28, max_size=28),
)
def test_tab_and_shift_tab_visit_every_annotation_once(
    spans: list[tuple[int, int]], text: str
) -> None:
    index = index_of(
        *(
            entity(number, start, start + size, text=text)
            for number, (start, size) in enumerate(spans)
        )
    )
    reading = Reading("  " + text, index, width=10)
    assert toured(reading, 1) == list(index.ids)
    assert toured(reading, -1) == list(index.ids)[-2::-1]


def test_from_inside_a_long_annotation_tab_goes_on_from_the_cursor() -> None:
    reading = quoted()
    reading.go(20)
    assert reading.focus == QUOTE
    assert to_annotation(reading, 1)
    assert reading.focus == FIGURE
    reading.go(20)
    assert to_annotation(reading, -1)
    assert reading.focus == NAME


def test_from_inside_an_annotation_shift_tab_goes_to_the_one_before_it() -> None:
    reading = quoted()
    reading.go(36)
    assert to_annotation(reading, -1)
    assert reading.focus == FIGURE


def test_unreviewed_annotations_alone() -> None:
    assert toured(quoted(name_status=Status.ACCEPTED), 1, unreviewed=True) == [
        QUOTE,
        FIGURE,
        PLACE,
    ]


def dated() -> Reading:
    """A reading in which the first name is a date."""
    reading = quoted()
    reading.index.put(entity(NAME, 10, 17, text=QUOTED, label="DATE"))
    return reading


def test_what_is_hidden_is_passed_over() -> None:
    reading = quoted()
    assert not reading.toggle(Switch.NAMES)
    assert toured(reading, 1) == [QUOTE, FIGURE]
    assert reading.toggle(Switch.NAMES)
    assert toured(reading, -1) == [NAME, QUOTE]


def test_numbers_and_dates_are_hidden_at_first() -> None:
    reading = dated()
    assert reading.hidden == HIDDEN_AT_FIRST == {Switch.NUMBERS}
    assert toured(reading, 1) == [QUOTE, FIGURE, PLACE]
    assert toured(dated(), 1, unreviewed=True) == [QUOTE, FIGURE, PLACE]
    reading.go(12)
    assert reading.focus == QUOTE
    assert reading.toggle(Switch.NUMBERS)
    reading.go(12)
    assert reading.focus == NAME


def test_names_can_be_hidden_while_numbers_and_dates_are_shown() -> None:
    reading = dated()
    reading.toggle(Switch.NUMBERS)
    reading.toggle(Switch.NAMES)
    assert toured(reading, 1) == [QUOTE, NAME, FIGURE]


def test_two_readings_have_switches_of_their_own() -> None:
    dated().toggle(Switch.NUMBERS)
    assert dated().hidden == HIDDEN_AT_FIRST


def test_hiding_what_is_in_focus_focuses_what_is_around_it() -> None:
    reading = quoted()
    reading.focus_on(NAME)
    reading.toggle(Switch.NAMES)
    assert reading.focus == QUOTE
    reading.toggle(Switch.QUOTES)
    assert reading.focus is None


def test_what_becomes_a_date_elsewhere_leaves_the_focus() -> None:
    reading = quoted()
    reading.focus_on(NAME)
    reading.show(dated().index)
    assert (reading.focus, reading.cursor) == (QUOTE, 10)


def test_end_of_the_annotations_leaves_cursor_and_focus() -> None:
    reading = quoted()
    reading.focus_on(PLACE)
    assert not to_annotation(reading, 1)
    assert (reading.focus, reading.cursor) == (PLACE, 34)


def test_focus_on_an_annotation_that_is_not_there_changes_nothing() -> None:
    reading = quoted()
    reading.focus_on(99)
    assert (reading.focus, reading.cursor) == (None, 0)


def test_keep_focus_leaves_the_cursor_alone() -> None:
    reading = quoted()
    reading.go(24)
    reading.keep_focus(QUOTE)
    assert (reading.focus, reading.cursor) == (QUOTE, 24)
    for gone in (99, None):
        reading.keep_focus(gone)
        assert reading.focus == QUOTE


def test_what_is_put_into_focus_is_shown_with_its_switch() -> None:
    reading = dated()
    reading.keep_focus(99)
    assert reading.hidden == {Switch.NUMBERS}
    reading.toggle(Switch.QUOTES)
    reading.keep_focus(NAME)
    assert (reading.focus, reading.cursor, reading.hidden) == (NAME, 0, {Switch.QUOTES})
    reading.focus_on(QUOTE)
    assert (reading.focus, reading.hidden) == (QUOTE, set())


def test_other_annotations_keep_the_focus_as_long_as_it_is_there() -> None:
    reading = quoted()
    reading.focus_on(NAME)
    reading.show(index_of(entity(7, 10, 12, text=QUOTED), entity(NAME, 10, 17, text=QUOTED)))
    assert reading.focus == NAME
    reading.show(index_of(entity(7, 10, 12, text=QUOTED)))
    assert reading.focus == 7


def test_annotation_put_into_an_empty_index_is_shown() -> None:
    index = index_of()
    reading = Reading(QUOTED, index)
    index.put(entity(NAME, 10, 17, text=QUOTED))
    assert toured(reading, 1) == [NAME]


def test_rewrapping_keeps_focus_and_selection() -> None:
    reading = quoted()
    reading.go(24)
    reading.select(anchor=10)
    reading.keep_focus(QUOTE)
    reading.rewrap(10)
    assert (reading.focus, reading.selection) == (QUOTE, (10, 25))


def test_no_sentence_ends_inside_a_name_but_some_do_inside_a_quote() -> None:
    text = "“He joined Yahoo! Japan. It grew.” Then he left."
    start, end = text.index("Yahoo"), text.index("Japan") + 5
    quote = Quote(id=QUOTE, start=0, end=34, text=text[:34], type="direct")
    reading = Reading(text, index_of(quote, entity(NAME, start, end, text=text)))
    stops = []
    for _ in range(2):
        reading.move("sentence", 1)
        stops.append(text[reading.cursor :].split()[0])
    assert stops == ["It", "Then"]
