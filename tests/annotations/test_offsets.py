from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import OffsetError
from annotations.model import CasualtyFigure, Entity, Quote, Span
from annotations.offsets import check

TEXT = "“Two of the 12 boys died,” Ağrı’s mayor said."
QUOTE = Quote(
    start=0,
    end=26,
    text="“Two of the 12 boys died,”",
    type="direct",
    speaker=Span(start=27, end=39, text="Ağrı’s mayor"),
    cue=Span(start=40, end=44, text="said"),
    utterance=Span(start=0, end=45, text=TEXT),
)
FIGURE = CasualtyFigure(
    start=8, end=19, text="the 12 boys", category="killed", num_start=12, num_end=14
)


@pytest.mark.parametrize(
    "annotation",
    [
        Entity(start=27, end=31, text="Ağrı", label="GPE"),
        Entity(start=0, end=len(TEXT), text=TEXT, label="ORG"),
        QUOTE,
        replace(QUOTE, speaker=None, cue=None, utterance=None),
        FIGURE,
        replace(FIGURE, num_start=None, num_end=None),
        replace(FIGURE, num_start=8, num_end=19),
    ],
)
def test_what_covers_its_text_passes(annotation: Entity | Quote | CasualtyFigure) -> None:
    check(annotation, TEXT)


@pytest.mark.parametrize(
    ("start", "end"), [(27, 27), (31, 27), (-18, -14), (27, 46), (100, 104), (-1, 4)]
)
def test_offsets_must_frame_a_stretch_of_the_text(start: int, end: int) -> None:
    with pytest.raises(OffsetError, match=r"not a stretch of a text of 45 characters"):
        check(Entity(start=start, end=end, text=TEXT[start:end], label="GPE"), TEXT)


def test_a_shift_by_one_is_an_error_that_shows_both_texts() -> None:
    with pytest.raises(OffsetError, match=r"entities .* \[28, 32\) is 'ğrı’', not 'Ağrı'"):
        check(Entity(start=28, end=32, text="Ağrı", label="GPE"), TEXT)


def test_look_alike_text_is_an_error() -> None:
    """Composed and decomposed letters look the same and have different lengths."""
    with pytest.raises(OffsetError):
        check(Entity(start=27, end=31, text="Ag\u0306rı", label="GPE"), TEXT)


@pytest.mark.parametrize("part", ["speaker", "cue", "utterance"])
@pytest.mark.parametrize(
    "span",
    [
        Span(start=0, end=0, text=""),
        Span(start=28, end=40, text="Ağrı’s mayor"),
        Span(start=90, end=94, text="said"),
    ],
)
def test_the_other_stretches_of_a_quote_are_checked_too(part: str, span: Span) -> None:
    with pytest.raises(OffsetError):
        check(replace(QUOTE, **{part: span}), TEXT)  # type: ignore[arg-type]


@pytest.mark.parametrize("part", ["claimed_in", "part_of"])
def test_the_quote_and_the_total_of_a_figure_are_checked_too(part: str) -> None:
    figure = CasualtyFigure(start=0, end=3, text="Six", category="killed")
    right, wrong = Span(start=4, end=8, text="died"), Span(start=3, end=8, text="died")
    check(replace(figure, **{part: right}), "Six died")  # type: ignore[arg-type]
    with pytest.raises(OffsetError):
        check(replace(figure, **{part: wrong}), "Six died")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("start", "end"), [(12, None), (None, 14), (7, 14), (12, 20), (14, 12), (12, 12)]
)
def test_number_must_lie_inside_its_figure(start: int | None, end: int | None) -> None:
    with pytest.raises(OffsetError, match="its number"):
        check(replace(FIGURE, num_start=start, num_end=end), TEXT)


@given(st.text(), st.integers(-3, 20), st.integers(-3, 20), st.text(max_size=5))
def test_passes_exactly_what_the_text_holds(text: str, start: int, end: int, said: str) -> None:
    entity = Entity(start=start, end=end, text=said, label="ORG")
    right = 0 <= start < end <= len(text) and text[start:end] == said
    try:
        check(entity, text)
    except OffsetError:
        assert not right
    else:
        assert right


@given(st.text(min_size=1), st.data())
def test_every_cut_of_a_text_passes(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    check(Entity(start=start, end=end, text=text[start:end], label="ORG"), text)
