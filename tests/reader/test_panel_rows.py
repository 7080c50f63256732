"""Which annotation stands on which row of the panel."""

from dataclasses import replace

from annotations.model import Annotation, CasualtyFigure, Entity, Quote, Span
from reader.annotation_index import AnnotationIndex
from reader.panel_rows import PanelRows
from reader.speakers import NAMELESS
from reader.switches import Switch


def _quote(number: int, name: str | None) -> Quote:
    start = number * 10
    return Quote(
        start=start, end=start + 5, text="“No.”", type="direct", speaker_name=name, id=number
    )


def _index(*annotations: Annotation) -> AnnotationIndex:
    index = AnnotationIndex()
    for each in annotations:
        index.put(each)
    return index


def _headings(rows: PanelRows) -> list[tuple[int, str, int]]:
    found = [rows.heading(row) for row in range(rows.count)]
    return [(group.row, group.title, group.total) for group in found if group is not None]


def test_quotes_stand_under_their_speakers_those_of_nobody_last() -> None:
    index = _index(_quote(1, None), _quote(2, "Mara Dell"), _quote(3, "Jo Lane"), _quote(4, None))
    index.put(_quote(5, "Mara Dell"))
    rows = PanelRows(index)
    assert _headings(rows) == [
        (0, "Figures", 0),
        (1, "Quotes", 5),
        (2, "Mara Dell", 2),
        (5, "Jo Lane", 1),
        (7, NAMELESS, 2),
        (10, "Names", 0),
        (11, "Numbers and dates", 0),
    ]
    assert [rows.position(row) for row in (3, 4, 6, 8, 9)] == [1, 4, 2, 0, 3]
    assert [rows.row(position) for position in (1, 4, 2, 0, 3)] == [3, 4, 6, 8, 9]


def test_quotes_without_a_name_stand_under_the_words_for_their_speakers() -> None:
    def said(number: int, words: str | None, name: str | None = None) -> Quote:
        speaker = None if words is None else Span(start=90, end=90 + len(words), text=words)
        return replace(_quote(number, name), speaker=speaker)

    index = _index(
        said(1, None),
        said(2, "the ministry"),
        said(3, "she", "Mara Dell"),
        said(4, "The ministry"),
        said(5, None),
    )
    rows = PanelRows(index)
    assert _headings(rows)[2:5] == [(2, "the ministry", 2), (5, "Mara Dell", 1), (7, NAMELESS, 2)]
    assert [rows.row(position) for position in range(5)] == [8, 3, 6, 4, 9]
    before = index.arrangement
    index.put(said(1, "an aide"))
    assert index.arrangement > before


def test_headings_and_rows_behind_the_last_are_no_annotations() -> None:
    name = Entity(start=0, end=4, text="Mara", label="PERSON", id=1)
    figure = CasualtyFigure(start=5, end=8, text="two", category="killed", id=2)
    rows = PanelRows(_index(name, figure))
    assert rows.count == 6
    assert [rows.position(row) for row in range(7)] == [None, 1, None, None, 0, None, None]


def test_another_speaker_arranges_the_rows_anew() -> None:
    index = _index(_quote(1, "Mara Dell"))
    before = index.arrangement
    index.put(_quote(1, "Jo Lane"))
    assert index.arrangement > before
    assert _headings(PanelRows(index))[2] == (2, "Jo Lane", 1)


def test_of_what_is_hidden_only_the_heading_stands() -> None:
    date = Entity(start=0, end=4, text="1999", label="DATE", id=1)
    name = Entity(start=5, end=9, text="Mara", label="PERSON", id=2)
    index = _index(date, name, _quote(3, "Mara Dell"))
    rows = PanelRows(index, hidden={Switch.NUMBERS, Switch.QUOTES})
    assert _headings(rows) == [
        (0, "Figures", 0),
        (1, "Quotes", 1),
        (2, "Names", 1),
        (4, "Numbers and dates", 1),
    ]
    assert rows.count == 5
    assert [rows.row(position) for position in range(3)] == [4, 3, 1]
    hidden = [group.title for row in range(5) if (group := rows.heading(row)) and group.is_hidden]
    assert hidden == ["Quotes", "Numbers and dates"]
