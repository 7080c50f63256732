from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Entity, Quote
from reader.annotation_index import AnnotationIndex
from reader.labels import LETTERS, MOST, labels_in_view, words
from reader.reading import Reading
from reader.switches import Switch

TEXT = "“Ann saw Bo,” said Cy.\nDee came later, and so did Eve, with Fay and Gil.\nNobody else."


def name(number: int, text: str, within: str) -> Entity:
    start = within.index(text)
    return Entity(id=number, start=start, end=start + len(text), text=text, label="PERSON")


def told(width: int = 80) -> Reading:
    index = AnnotationIndex()
    index.put(Quote(id=1, start=0, end=13, text=TEXT[:13], type="direct"))
    for number, each in enumerate(("Bo", "Cy", "Dee", "Fay"), start=2):
        index.put(name(number, each, TEXT))
    return Reading(TEXT, index, width=width)


def shown(reading: Reading, first: int, last: int) -> list[tuple[str, int, int, int]]:
    return [
        (each.letters, each.annotation_id, each.line, each.cell)
        for each in labels_in_view(reading, first, last)
    ]


def test_labels_stand_where_annotations_begin_and_the_nearest_is_under_the_finger() -> None:
    reading = told()
    reading.go(TEXT.index("Dee"))
    assert shown(reading, 0, 2) == [
        *(("f", 1, 0, 0), ("d", 2, 0, 9), ("s", 3, 0, 19)),
        *(("a", 4, 1, 0), ("g", 5, 1, 37)),
    ]


def test_what_goes_on_from_above_is_labelled_where_it_comes_into_view() -> None:
    reading = told(width=8)
    assert [reading.text[slice(*reading.layout.line(n))] for n in (0, 1)] == ["“Ann saw", "Bo,”"]
    assert [each[1:] for each in shown(reading, 1, 2)] == [(1, 1, 0), (2, 1, 2)]


def test_hidden_annotations_have_none() -> None:
    reading = told()
    reading.hidden |= {Switch.NAMES}
    assert shown(reading, 0, 3) == [("a", 1, 0, 0)]
    assert shown(reading, 2, 3) == []


def test_columns_are_cells() -> None:
    text = "普京 met Ann"
    index = AnnotationIndex()
    index.put(name(1, "Ann", text))
    assert shown(Reading(text, index), 0, 1) == [("a", 1, 0, 9)]


@pytest.mark.parametrize("count", [0, 1, 25, 26, 27, 51, 52, 100, MOST - 1, MOST])
def test_so_many_words_are_given_as_are_asked_for_and_none_begins_another(count: int) -> None:
    given_words = words(count)
    assert len(set(given_words)) == len(given_words) == count
    short = {word for word in given_words if len(word) == 1}
    assert all(word[0] not in short for word in given_words if len(word) == 2)
    assert count > len(LETTERS) or len(short) == count
    assert sorted(given_words, key=len) == given_words


@given(
    st.lists(st.integers(0, 300), max_size=90, unique=True),
    st.integers(20, 80),
    st.integers(0, 320),
)
def test_labels_stand_apart_within_the_column(starts: list[int], width: int, cursor: int) -> None:
    text = "ab cd ef gh " * 27
    index = AnnotationIndex()
    for number, start in enumerate(starts):
        index.put(Entity(id=number, start=start, end=start + 1, text=text[start], label="ORG"))
    reading = Reading(text, index, width=width)
    reading.go(cursor)
    labels = labels_in_view(reading, 0, len(reading.layout))
    assert len({label.letters for label in labels}) == len(labels)
    for one, other in pairwise(labels):
        assert one.line < other.line or one.cell + len(one.letters) < other.cell
    for label in labels:
        assert 0 <= label.cell <= width - len(label.letters)
    crowd = Counter(reading.layout.line_of(start) for start in starts)
    if all(3 * number <= width for number in crowd.values()):
        assert len(labels) == len(starts)
