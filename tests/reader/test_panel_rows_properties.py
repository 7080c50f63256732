"""Whoever speaks and whatever they are called, each annotation has a row of its own."""

from collections.abc import Set
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Annotation, CasualtyFigure, Entity, Quote, Status
from reader.annotation_index import AnnotationIndex
from reader.panel_rows import PanelRows
from reader.speakers import NAMELESS
from reader.switches import Switch

SPEAKERS = st.none() | st.sampled_from(
    ["Ann Lee", "Bo Lind", "Quotes", "Numbers and dates", NAMELESS, ""]
)
"""Names that headings have are among them."""
SORTS = st.sampled_from([each for each in Switch if each is not Switch.REVIEWED])
STATUSES = st.sampled_from([Status.SUGGESTED, Status.ACCEPTED])
LISTS = st.lists(st.tuples(SORTS, st.integers(0, 30), SPEAKERS, STATUSES), max_size=20)


def annotation(
    number: int, switch: Switch, start: int, speaker: str | None, status: Status
) -> Annotation:
    where: Any = {"id": number, "start": start, "end": start + 1, "text": "x", "status": status}
    if switch is Switch.QUOTES:
        return Quote(**where, type="direct", speaker_name=speaker)
    if switch is Switch.FIGURES:
        return CasualtyFigure(**where, category="killed")
    return Entity(**where, label="ORG" if switch is Switch.NAMES else "DATE")


def index_of(entries: list[tuple[Switch, int, str | None, Status]]) -> AnnotationIndex:
    index = AnnotationIndex()
    for number, entry in enumerate(entries, start=1):
        index.put(annotation(number, *entry))
    return index


@given(LISTS)
def test_rows_and_annotations_find_each_other(
    entries: list[tuple[Switch, int, str | None, Status]],
) -> None:
    index = index_of(entries)
    rows = PanelRows(index)
    assert [rows.position(rows.row(at)) for at in range(len(index))] == list(range(len(index)))
    own = [row for row in range(rows.count) if rows.heading(row) is None]
    assert sorted(map(rows.row, range(len(index)))) == own


@given(LISTS, st.sets(st.sampled_from(Switch)))
def test_what_is_hidden_stands_on_no_row_and_is_counted_at_its_heading(
    entries: list[tuple[Switch, int, str | None, Status]], hidden: Set[Switch]
) -> None:
    index = index_of(entries)
    rows = PanelRows(index, hidden=hidden)
    visible = [at for at in range(len(index)) if index.is_visible(at, hidden=hidden)]
    assert [rows.position(rows.row(at)) for at in visible] == visible
    listed = [rows.position(row) for row in range(rows.count) if rows.heading(row) is None]
    assert sorted(at for at in listed if at is not None) == visible
    for at in set(range(len(index))) - set(visible):
        heading = rows.heading(rows.row(at))
        assert heading is not None and (heading.is_hidden or index.is_reviewed(at))
        if not heading.is_speaker:
            assert heading.total == len(index.positions(index.switch(at)))


@given(LISTS)
def test_speakers_stand_once_in_the_order_of_their_first_quotes_those_unknown_last(
    entries: list[tuple[Switch, int, str | None, Status]],
) -> None:
    index = index_of(entries)
    rows = PanelRows(index)
    said = [index.names[at] or NAMELESS for at in index.positions(Switch.QUOTES)]
    named = [name for name in dict.fromkeys(said) if name != NAMELESS]
    headings = [rows.heading(row) for row in range(rows.count)]
    assert [(each.title, each.total) for each in headings if each and each.is_speaker] == [
        (name, said.count(name)) for name in (*named, *([NAMELESS] if NAMELESS in said else []))
    ]
