"""A form as far as it has been filled in."""

import pytest

from annotations.model import CasualtyFigure, Count, Span
from reader.figures.draft import Draft, taken
from reader.figures.form import Field, Surroundings

TEXT = "At least 12 to 15 sailors, two of them cooks, are missing."
AROUND = Surroundings(text=TEXT, figures=[Span.cut(TEXT, 0, 25), Span.cut(TEXT, 27, 44)])
FIGURE = CasualtyFigure(
    start=27, end=44, text="two of them cooks", category="missing", count=Count(low=2, best=2)
)


def test_an_untouched_form_is_unchanged() -> None:
    draft = Draft.of(FIGURE)
    assert not draft.is_changed
    assert draft.filled(AROUND).figure == FIGURE
    assert draft.put("injured").is_changed
    assert not draft.put("injured").put(" missing ").is_changed


def test_going_ends_at_both_ends() -> None:
    draft = Draft.of(FIGURE)
    assert draft.go(1).at is Field.LOW
    assert draft.go(-1).at is Field.CATEGORY
    assert draft.go(99).at is Field.PART


@pytest.mark.parametrize(
    ("each", "words", "text"),
    [
        (Field.LOW, "at least 12 people", "12"),
        (Field.LOW, "Thirty others", "Thirty"),
        (Field.LOW, "between 12 and 15", "12"),
        (Field.HIGH, "between 12 and 15", "15"),
        (Field.BEST, "dozens of them", "dozens"),
        (Field.BEST, "all of them", "all of them"),
        (Field.QUALIFIER, "at least 12 people", "at least"),
        (Field.QUALIFIER, "at least", "at least"),
        (Field.PLACE, "Fell\n Quay", "Fell Quay"),
    ],
)
def test_a_stretch_of_the_text_says_what_a_field_asks_for(
    each: Field, words: str, text: str
) -> None:
    assert taken(each, words, AROUND) == text


def test_taking_the_whole_makes_a_subset() -> None:
    whole = Span.cut(TEXT, 0, 25)
    draft = Draft.of(FIGURE).go(99).take(whole, AROUND)
    done = draft.filled(AROUND)
    assert draft.texts[Field.FLAGS] == "subset"
    assert (done.figure.part_of, done.figure.subset, done.errors) == (whole, True, {})


def test_of_words_in_a_figure_the_figure_is_the_whole_and_of_others_nothing() -> None:
    sailors, missing = TEXT.index("sailors"), TEXT.index("missing")
    draft = Draft.of(FIGURE).go(99)
    part = Span.cut(TEXT, sailors, sailors + 7)
    assert draft.take(part, AROUND).filled(AROUND).figure.part_of == Span.cut(TEXT, 0, 25)
    other = draft.take(Span.cut(TEXT, missing, missing + 7), AROUND)
    assert other.filled(AROUND).errors == {Field.PART: "no other figure of the article"}
    assert other.texts[Field.FLAGS] == ""
