"""A figure as the texts of a form, and back."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.detect import lexicon
from annotations.model import (
    CasualtyFigure,
    Category,
    Count,
    Entity,
    Precision,
    Span,
    VagueRule,
)
from reader.describing import FLAGS
from reader.figures.form import Field, Filled, Surroundings, read, shown

TEXT = (
    "At Fell Quay at least 12 people, among them three divers, drowned on Tuesday; 12 people live."
)
START = TEXT.index("three")
FIGURE = CasualtyFigure(
    start=START,
    end=START + len("three divers"),
    text="three divers",
    category="killed",
    count=Count(low=3, high=3, best=3),
    place="Fell Quay",
    country="GB",
    latitude=54.1,
    longitude=-3.2,
    geo_precision=Precision.CITY,
    date="on Tuesday",
    date_iso="2019-03-05",
)
FEAST = Entity(
    start=3, end=12, text="Old Harbour", label="FAC", latitude=1.0, longitude=2.0, country="NO"
)
WHOLES = [
    Span.cut(TEXT, start, start + len(words))
    for words in ("at least 12 people", "12 people", "three divers")
    for start in {TEXT.index(words), TEXT.rindex(words)}
]
AROUND = Surroundings(
    text=TEXT,
    published=date(2019, 3, 6),
    figures=WHOLES,
    place_of={"Old Harbour": FEAST}.get,
)


def fill(changed: Mapping[Field, str], figure: CasualtyFigure = FIGURE) -> Filled:
    return read({**shown(figure), **changed}, figure, AROUND)


def filled(changed: Mapping[Field, str], figure: CasualtyFigure = FIGURE) -> CasualtyFigure:
    done = fill(changed, figure)
    assert done.errors == {}
    return done.figure


def test_what_is_shown() -> None:
    part = Span.cut(TEXT, TEXT.index("at least"), TEXT.index(", among"))
    figure = replace(
        FIGURE,
        count=Count(low=1200, best=1200),
        qualifier="at_least",
        victim_type="diver",
        claimed_by="the\n mayor",
        subset=True,
        negated=True,
        part_of=part,
    )
    assert shown(figure) == {
        Field.CATEGORY: "killed",
        Field.LOW: "1,200",
        Field.BEST: "1,200",
        Field.HIGH: "",
        Field.QUALIFIER: "at least",
        Field.VICTIMS: "diver",
        Field.GROUP: "",
        Field.PLACE: "Fell Quay",
        Field.DATE: "on Tuesday = 2019-03-05",
        Field.CLAIMANT: "the mayor",
        Field.FLAGS: "negated, subset",
        Field.PART: "at least 12 people",
    }


def test_each_field_is_read() -> None:
    after = filled(
        {
            Field.CATEGORY: "inj",
            Field.LOW: "two dozen",
            Field.BEST: "",
            Field.HIGH: "1,300",
            Field.QUALIFIER: "no fewer than",
            Field.VICTIMS: " diver ",
            Field.GROUP: "Norwegian",
            Field.PLACE: "the quay",
            Field.DATE: "on Monday",
            Field.CLAIMANT: "the mayor",
            Field.FLAGS: "neg, sub",
            Field.PART: "At Least 12 people",
        }
    )
    assert after == replace(
        FIGURE,
        category="injured",
        count=Count(low=24, high=1300),
        qualifier="at_least",
        victim_type="diver",
        victim_group="Norwegian",
        place="the quay",
        country=None,
        latitude=None,
        longitude=None,
        geo_precision=None,
        date="on Monday",
        date_iso="2019-03-04",
        claimed_by="the mayor",
        negated=True,
        subset=True,
        part_of=Span.cut(TEXT, 13, 31),
    )


def test_every_field_can_be_emptied_but_the_category() -> None:
    done = fill(dict.fromkeys(Field, ""))
    assert done.errors == {Field.CATEGORY: f"one of {', '.join(Category)}"}
    bare = CasualtyFigure(start=FIGURE.start, end=FIGURE.end, text=FIGURE.text, category="killed")
    assert done.figure == bare


@pytest.mark.parametrize(
    ("counts", "errors"),
    [
        (("5", "4", ""), {Field.BEST: "less than low, 5"}),
        (("", "1,500", "1,400"), {Field.BEST: "more than high, 1,400"}),
        (("5", "", "4"), {Field.HIGH: "less than low, 5"}),
        (("5", "3", "4"), {Field.HIGH: "less than low, 5", Field.BEST: "less than low, 5"}),
        (("few", "3", "4"), {Field.LOW: "no number: 1,300 or two dozen"}),
        (("3", "3", "4"), {}),
    ],
)
def test_bounds_are_in_order(counts: tuple[str, str, str], errors: Mapping[Field, str]) -> None:
    texts = dict(zip((Field.LOW, Field.BEST, Field.HIGH), counts, strict=True))
    assert fill(texts).errors == errors


def test_remarks_say_what_was_understood() -> None:
    changed = {
        Field.CATEGORY: "miss",
        Field.LOW: "dozens",
        Field.BEST: "two dozen",
        Field.HIGH: "30",
        Field.DATE: "in March 2019",
        Field.QUALIFIER: "some",
        Field.PLACE: "the quay",
    }
    assert fill(changed).remarks == {
        Field.CATEGORY: "= missing",
        Field.LOW: "= 24 by the default rule",
        Field.BEST: "= 24",
        Field.DATE: "= 2019-03",
        Field.QUALIFIER: "= about",
    }


def test_a_place_of_the_article_brings_where_it_lies() -> None:
    after = filled({Field.PLACE: "Old Harbour"})
    assert (after.country, after.latitude, after.longitude) == ("NO", 1.0, 2.0)


def test_a_vague_word_is_counted_by_the_rule_and_a_number_is_not() -> None:
    nobody = replace(FIGURE, count=Count())
    vague = filled({Field.LOW: "dozens"}, nobody)
    assert (vague.count, vague.vague_rule) == (Count(low=24), VagueRule.DEFAULT)
    assert filled({Field.HIGH: "40"}, vague).vague_rule is VagueRule.DEFAULT
    assert filled({Field.LOW: "20"}, vague).vague_rule is None


def test_what_a_text_was_taken_from_is_the_place_meant() -> None:
    far = Span.cut(TEXT, TEXT.rindex("12 people"), TEXT.rindex("12 people") + len("12 people"))
    texts = {**shown(FIGURE), Field.PART: "12 people"}
    near = read(texts, FIGURE, AROUND).figure.part_of
    assert near is not None and near.start == TEXT.index("12 people")
    assert read(texts, FIGURE, AROUND, spans={Field.PART: far}).figure.part_of == far
    again = replace(FIGURE, part_of=near)
    assert read(shown(again), again, AROUND, spans={Field.PART: far}).figure.part_of == far


def test_no_figure_is_a_part_of_itself() -> None:
    assert fill({Field.PART: "three divers"}).errors == {
        Field.PART: "no figure is a part of itself"
    }


# Whatever the form shows is read back

WORDS = st.none() | st.text(max_size=12)
ORDERED = st.lists(st.integers(0, 10**12), min_size=3, max_size=3).map(sorted)
HOLES = st.tuples(st.booleans(), st.booleans(), st.booleans())


def count(ordered: list[int], kept: tuple[bool, bool, bool]) -> Count:
    low, best, high = (each if keep else None for each, keep in zip(ordered, kept, strict=True))
    return Count(low=low, best=best, high=high)


COUNTS = st.builds(count, ORDERED, HOLES)
FIGURES = st.builds(
    CasualtyFigure,
    start=st.just(FIGURE.start),
    end=st.just(FIGURE.end),
    text=st.just(FIGURE.text),
    category=st.text(max_size=8),
    count=COUNTS,
    qualifier=WORDS,
    victim_type=WORDS,
    victim_group=WORDS,
    place=WORDS,
    country=WORDS,
    date=WORDS,
    date_iso=WORDS,
    claimed_by=WORDS,
    part_of=st.none() | st.builds(Span, start=st.just(0), end=st.just(1), text=st.text()),
    vague_rule=st.none() | st.sampled_from(VagueRule),
    **dict.fromkeys(FLAGS, st.booleans()),
)


@given(FIGURES)
def test_what_the_form_shows_of_any_figure_is_that_figure(figure: CasualtyFigure) -> None:
    assert read(shown(figure), figure, AROUND) == Filled(figure=figure, errors={}, remarks={})


LETTERS = st.none() | st.text("abc “é=?/", min_size=1, max_size=9).map(str.strip).filter(bool)
ISO = st.none() | st.dates().map(date.isoformat) | st.sampled_from(["2019", "../2019-03"])
PARTS = st.none() | st.just(Span.cut(TEXT, 13, 31))


def tidy(words: str | None) -> str | None:
    return None if words is None else " ".join(words.split())


@given(
    FIGURES.map(
        lambda each: replace(each, country=None, vague_rule=None, rate=None, num_start=None)
    ),
    st.sampled_from(Category),
    st.none() | st.sampled_from([*lexicon.table("number_qualifiers")]),
    st.tuples(*[LETTERS.map(tidy)] * 5),
    ISO,
    PARTS,
)
def test_what_the_form_shows_says_all_of_it(
    figure: CasualtyFigure,
    category: str,
    qualifier: str | None,
    words: tuple[str | None, ...],
    iso: str | None,
    part: Span | None,
) -> None:
    named: dict[str, Any] = dict(
        zip(("victim_type", "victim_group", "place", "claimed_by", "date"), words, strict=True)
    )
    figure = replace(
        figure, category=category, qualifier=qualifier, date_iso=iso, part_of=part, **named
    )
    bare = CasualtyFigure(start=FIGURE.start, end=FIGURE.end, text=FIGURE.text, category="")
    done = read(shown(figure), bare, AROUND)
    assert (done.figure, done.errors) == (figure, {})
