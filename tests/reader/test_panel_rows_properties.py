"""Whoever speaks and whatever they are called, each annotation has a row of its own."""

from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Annotation, CasualtyFigure, Entity, Layer, Quote
from reader.annotation_index import AnnotationIndex
from reader.panel_rows import NAMELESS, PanelRows

SPEAKERS = st.none() | st.sampled_from(["Ann Lee", "Bo Lind", "Quotes", NAMELESS, ""])
"""Names that headings have are among them."""
LISTS = st.lists(st.tuples(st.sampled_from(Layer), st.integers(0, 30), SPEAKERS), max_size=20)


def annotation(number: int, layer: Layer, start: int, speaker: str | None) -> Annotation:
    end = start + 1
    match layer:
        case Layer.ENTITIES:
            return Entity(id=number, start=start, end=end, text="x", label="ORG")
        case Layer.QUOTES:
            return Quote(
                id=number, start=start, end=end, text="x", type="direct", speaker_name=speaker
            )
        case Layer.CASUALTIES:
            return CasualtyFigure(id=number, start=start, end=end, text="x", category="killed")


def index_of(entries: list[tuple[Layer, int, str | None]]) -> AnnotationIndex:
    index = AnnotationIndex()
    for number, entry in enumerate(entries, start=1):
        index.put(annotation(number, *entry))
    return index


@given(LISTS)
def test_rows_and_annotations_find_each_other(entries: list[tuple[Layer, int, str | None]]) -> None:
    index = index_of(entries)
    rows = PanelRows(index)
    assert [rows.position(rows.row(at)) for at in range(len(index))] == list(range(len(index)))
    own = [row for row in range(rows.count) if rows.heading(row) is None]
    assert sorted(map(rows.row, range(len(index)))) == own


@given(LISTS)
def test_speakers_stand_once_in_the_order_of_their_first_quotes_those_unknown_last(
    entries: list[tuple[Layer, int, str | None]],
) -> None:
    index = index_of(entries)
    rows = PanelRows(index)
    said = [index.speakers[at] or NAMELESS for at in index.positions(Layer.QUOTES)]
    named = [name for name in dict.fromkeys(said) if name != NAMELESS]
    headings = [rows.heading(row) for row in range(rows.count)]
    assert [(each.title, each.total) for each in headings if each and each.is_speaker] == [
        (name, said.count(name)) for name in (*named, *([NAMELESS] if NAMELESS in said else []))
    ]
