"""Annotations with other borders: literal ones in, literal ones out, and no offset ever wrong."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotations.following import followers
from annotations.model import (
    Annotation,
    CasualtyFigure,
    Count,
    Entity,
    Quote,
    Span,
    Status,
    VagueRule,
)
from annotations.offsets import check
from annotations.review import Change
from annotations.store import NameForm
from reader.reshaping import merged, reshaped, split
from reader.telling import CannotReshape, Given

TEXT = (
    "Mayor Ada Bell and Bo Marsh of Oldport came. Bell said “we lost at least 12 people, and "
    "two of the 30 soldiers. They slept,” she said."
)
GIVEN = Given(
    text=TEXT, forms=(NameForm(text="Bo Marsh", label="PERSON", name="Bo Marsh", mentions=1),)
)


def at(words: str, *, nth: int = 1) -> dict[str, Any]:
    """Where words stand, in the first or a later place."""
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return {"start": start, "end": start + len(words), "text": words}


def to(annotation: Annotation, words: str, *, given: Given = GIVEN) -> Annotation:
    place = at(words)
    return reshaped(annotation, place["start"], place["end"], given=given)


BELL = Entity(**at("Bell"), id=1, label="PERSON", name="Bell", detector="d 1", rule="r")
TWELVE = CasualtyFigure(
    **at("12 people"),
    id=2,
    num_start=TEXT.index("12"),
    num_end=TEXT.index("12") + 2,
    category="killed",
    count=Count(low=12, high=12, best=12),
    victim_type="person",
)
SLEPT = Quote(
    **at("“we lost at least 12 people, and two of the 30 soldiers. They slept,”"),
    id=3,
    type="direct",
    speaker=Span(**at("she")),
    cue=Span(**at("said", nth=2)),
    speaker_name="Ada Bell",
)


# Other borders


def test_a_name_told_from_its_words_is_told_anew() -> None:
    after = to(BELL, "Ada Bell")
    assert after == replace(BELL, **at("Ada Bell"), name="Ada Bell", status=Status.CORRECTED)


def test_a_name_that_somebody_gave_stays() -> None:
    after = to(replace(BELL, name="Adelaide Bell"), "Ada Bell")
    assert isinstance(after, Entity) and after.name == "Adelaide Bell"


def test_another_name_is_taken_off_the_map() -> None:
    port = Entity(**at("Oldport"), label="GPE", name="Oldport", country="GB", latitude=1.0)
    after = to(port, "of Oldport")
    assert isinstance(after, Entity)
    assert (after.name, after.country, after.latitude) == ("of Oldport", None, None)


def test_a_persons_own_stays_their_own() -> None:
    assert to(replace(BELL, status=Status.ADDED), "Ada Bell").status is Status.ADDED


def test_a_count_told_from_its_words_is_told_anew() -> None:
    after = to(TWELVE, "at least 12 people")
    assert isinstance(after, CasualtyFigure)
    assert (after.count, after.qualifier) == (Count(low=12, best=12), "at_least")
    assert (after.num_start, after.victim_type) == (TWELVE.num_start, "person")
    back = to(after, "12 people")
    assert back == replace(TWELVE, status=Status.CORRECTED)


def test_a_count_that_somebody_gave_stays() -> None:
    given = replace(TWELVE, count=Count(low=9, best=10))
    after = to(given, "at least 12 people")
    assert isinstance(after, CasualtyFigure)
    assert (after.count, after.qualifier) == (Count(low=9, best=10), None)


def test_a_number_before_its_own_is_not_taken() -> None:
    thirty = TEXT.index("30")
    figure = replace(TWELVE, **at("30 soldiers"), num_start=thirty, num_end=thirty + 2)
    figure = replace(figure, count=Count(low=30, high=30, best=30))
    after = to(figure, "two of the 30 soldiers")
    assert isinstance(after, CasualtyFigure)
    assert (after.num_start, after.count.best) == (thirty, 30)


def test_a_figure_without_a_number_takes_the_one_it_is_given() -> None:
    people = CasualtyFigure(**at("people"), category="killed", implicit=True)
    after = to(people, "12 people")
    assert isinstance(after, CasualtyFigure)
    assert (after.count.best, after.implicit) == (12, False)


def test_a_figure_keeps_its_number() -> None:
    with pytest.raises(CannotReshape, match="lose its number, 12; nothing was changed"):
        to(TWELVE, "people")


def test_a_figure_that_leaves_its_quote_is_no_longer_claimed_in_it() -> None:
    figure = replace(TWELVE, claimed_in=Span(**at("at least 12 people")))
    assert getattr(to(figure, "least 12 people"), "claimed_in", None) == figure.claimed_in
    assert getattr(to(figure, "lost at least 12 people"), "claimed_in", "") is None


def test_a_figure_that_is_reshaped_is_claimed_where_it_stands() -> None:
    around = Quote(**at("we lost at least 12 people"), type="indirect", speaker_name="Ada Bell")
    given = replace(GIVEN, quotes=(around, SLEPT))
    place = Span(**at("we lost at least 12 people"))
    after = to(TWELVE, "at least 12 people", given=given)
    assert isinstance(after, CasualtyFigure)
    assert (after.claimed_in, after.claimed_by) == (place, "Ada Bell")
    wider = to(after, "at least 12 people, and two", given=given)
    assert getattr(wider, "claimed_in", None) == Span(**at(SLEPT.text))
    kept = to(wider, "12 people", given=given)
    assert getattr(kept, "claimed_in", None) == Span(**at(SLEPT.text))
    both = replace(TWELVE, **at("12 people, and two of the 30 soldiers"))
    one, other = split(both, TEXT.index("and two"), given=given)
    assert [getattr(each, "claimed_in", None) for each in (one, other)] == [
        place,
        Span(**at(SLEPT.text)),
    ]
    least = CasualtyFigure(**at("at least"), id=5, category="injured")
    joined = merged([least, TWELVE], given=given)
    assert getattr(joined, "claimed_in", None) == place


def test_a_quote_that_becomes_all_of_its_utterance_is_in_one_piece() -> None:
    whole = Span(**at(SLEPT.text))
    first = Quote(**at("“we lost"), id=5, type="direct", utterance=whole)
    rest = Quote(**at("They slept,”"), id=6, type="direct", utterance=whole)
    after = merged([first, rest], given=GIVEN)
    assert isinstance(after, Quote) and (after.text, after.utterance) == (whole.text, None)


def test_a_quote_does_not_take_in_who_says_it() -> None:
    with pytest.raises(CannotReshape, match="take in its speaker, “she”"):
        to(SLEPT, f"{SLEPT.text} she")
    with pytest.raises(CannotReshape, match="take in its cue, “said”"):
        to(replace(SLEPT, speaker=None), f"{SLEPT.text} she said")


def test_a_quote_that_holds_its_speaker_already_can_grow() -> None:
    quote = replace(SLEPT, speaker=Span(**at("They")))
    assert to(quote, f"{SLEPT.text} she").text.endswith("she")


def test_all_that_is_said_in_one_go_grows_and_shrinks_with_its_parts() -> None:
    whole = Span(**at(SLEPT.text))
    first = Quote(**at("“we lost"), type="direct", utterance=whole)
    after = to(first, "said “we lost")
    assert isinstance(after, Quote) and after.utterance is not None
    assert after.utterance.text == f"said {whole.text}"
    shrunk = to(first, "we lost")
    assert isinstance(shrunk, Quote) and shrunk.utterance is not None
    assert shrunk.utterance.text == whole.text[1:]


# What follows


def test_what_is_bound_to_it_follows() -> None:
    whole = Span(**at(SLEPT.text))
    part = Quote(**at("They slept,”"), id=7, type="direct", utterance=whole)
    first = Quote(**at("“we lost"), id=8, type="direct", utterance=whole)
    after = to(first, "said “we lost")
    assert isinstance(after, Quote)
    told = followers([Change(before=first, after=after)], [first, part, BELL])
    assert told == [Change(before=part, after=replace(part, utterance=after.utterance))]


def test_figures_follow_the_figure_and_the_quote_they_are_part_of() -> None:
    part = CasualtyFigure(**at("two"), id=9, category="killed", part_of=Span(**at("12 people")))
    after = to(TWELVE, "at least 12 people")
    (change,) = followers([Change(before=TWELVE, after=after)], [part, TWELVE])
    assert isinstance(change.after, CasualtyFigure)
    assert change.after.part_of == Span(**at("at least 12 people"))
    claimed = replace(TWELVE, claimed_in=Span(**at(SLEPT.text)))
    shorter = to(SLEPT, "“we lost at least 12 people")
    (change,) = followers([Change(before=SLEPT, after=shorter)], [claimed])
    assert getattr(change.after, "claimed_in", None) == Span(**at("“we lost at least 12 people"))
    gone = to(SLEPT, "They slept,”")
    (change,) = followers([Change(before=SLEPT, after=gone)], [claimed])
    assert getattr(change.after, "claimed_in", "") is None


def test_a_figure_goes_with_the_part_of_the_quote_that_it_stands_in() -> None:
    claimed = replace(TWELVE, claimed_in=Span(**at(SLEPT.text)))
    one, other = split(SLEPT, TEXT.index("12"), given=GIVEN)
    parted = [Change(before=SLEPT, after=one), Change(before=None, after=other)]
    (change,) = followers(parted, [claimed])
    assert getattr(change.after, "claimed_in", None) == Span(**at(other.text))


def test_a_figure_goes_with_what_its_quote_is_merged_into() -> None:
    first = Quote(**at("“we lost"), id=5, type="direct")
    rest = replace(SLEPT, **at("at least 12 people"))
    claimed = replace(TWELVE, claimed_in=Span(**at(rest.text)))
    after = merged([first, rest], given=GIVEN)
    together = [
        Change(before=first, after=after),
        Change(before=rest, after=replace(rest, status=Status.REJECTED)),
    ]
    (change,) = followers(together, [claimed])
    assert getattr(change.after, "claimed_in", None) == Span(**at(after.text))


# Splitting


def test_split_a_name() -> None:
    both = Entity(
        **at("Ada Bell and Bo Marsh"), id=1, label="PERSON", tags=("t",), note="n", detector="d 1"
    )
    one, other = split(both, TEXT.index("and"), given=GIVEN)
    assert (one.id, one.text, one.status, one.note) == (1, "Ada Bell", Status.CORRECTED, "n")
    assert other == Entity(
        **at("and Bo Marsh"), label="PERSON", name="and Bo Marsh", tags=("t",), status=Status.ADDED
    )


def test_split_a_figure_leaves_the_number_where_it_is() -> None:
    both = replace(TWELVE, **at("12 people, and two of the 30 soldiers"))
    one, other = split(both, TEXT.index("and two"), given=GIVEN)
    assert one == replace(both, **at("12 people"), status=Status.CORRECTED)
    assert isinstance(other, CasualtyFigure)
    assert (other.id, other.text, other.count.best) == (None, "and two of the 30 soldiers", 2)
    assert (other.category, other.victim_type) == ("killed", None)
    behind, number = split(replace(TWELVE, **at("least 12 people")), TEXT.index("12"), given=GIVEN)
    assert (behind.id, behind.text, number.id, number.text) == (None, "least", 2, "12 people")


def test_split_a_quote_keeps_marks_and_speaker_in_both() -> None:
    one, other = split(SLEPT, TEXT.index("They"), given=GIVEN)
    assert isinstance(one, Quote) and isinstance(other, Quote)
    assert one.text == "“we lost at least 12 people, and two of the 30 soldiers."
    assert other.text == "They slept,”"
    assert (other.speaker, other.cue, other.speaker_name) == (
        SLEPT.speaker,
        SLEPT.cue,
        "Ada Bell",
    )


@pytest.mark.parametrize(
    ("annotation", "offset", "reason"),
    [
        (BELL, BELL.start, "Put the cursor inside “Bell”"),
        (BELL, BELL.end, "Put the cursor inside"),
        (replace(BELL, **at(" Bell")), BELL.start, "nothing on one side"),
        (TWELVE, TEXT.index("12") + 1, "inside the figure's number"),
    ],
)
def test_what_cannot_be_split(annotation: Annotation, offset: int, reason: str) -> None:
    with pytest.raises(CannotReshape, match=reason):
        split(annotation, offset, given=GIVEN)


# Merging


def test_merge_names() -> None:
    ada = Entity(**at("Ada"), id=1, label="PERSON", name="Ada", tags=("a",), note="x")
    bell = Entity(**at("Bell"), id=4, label="ORG", name="Bell", tags=("b", "a"), note="y")
    assert merged([ada, bell], given=GIVEN) == replace(
        ada,
        **at("Ada Bell"),
        name="Ada Bell",
        status=Status.CORRECTED,
        tags=("a", "b"),
        note="x; y",
    )


def test_merge_figures_keeps_the_number() -> None:
    least = CasualtyFigure(**at("at least"), id=5, category="injured")
    after = merged([least, TWELVE], given=GIVEN)
    assert isinstance(after, CasualtyFigure)
    assert (after.id, after.category, after.text) == (2, "injured", "at least 12 people")
    assert after.count == Count(low=12, best=12)


def test_merge_quotes_fills_in_who_says_it() -> None:
    first = Quote(**at("“we lost"), id=5, type="mixed")
    slept = replace(SLEPT, **at("They slept,”"))
    after = merged([first, slept], given=GIVEN)
    assert after == replace(SLEPT, id=5, type="mixed", status=Status.CORRECTED)


def test_what_cannot_be_merged() -> None:
    with pytest.raises(CannotReshape, match="Ada Bell says one of them, Bo Marsh another"):
        merged([SLEPT, replace(SLEPT, id=6, speaker_name="Bo Marsh")], given=GIVEN)
    given = Given(text="Ada\nBell")
    one = Entity(start=0, end=3, text="Ada", label="PERSON")
    with pytest.raises(CannotReshape, match="The next name is in another paragraph"):
        merged([one, replace(one, start=4, end=8, text="Bell")], given=given)


# Whatever the borders

WORDS = st.lists(
    st.sampled_from(("Ada", "Bell", "12", "dozens", "of", "people", ",", "“", "”", "\n", " ", "é")),
    min_size=2,
    max_size=20,
).map("".join)


def annotations(text: str) -> st.SearchStrategy[Annotation]:
    return st.tuples(st.integers(0, len(text) - 1), st.integers(1, 12), st.integers(0, 2)).map(
        lambda drawn: _made(text, drawn[0], min(len(text), drawn[0] + drawn[1]), drawn[2])
    )


def _made(text: str, start: int, end: int, layer: int) -> Annotation:
    span: dict[str, Any] = {"start": start, "end": end, "text": text[start:end], "id": 1}
    made: tuple[Annotation, ...] = (
        Entity(**span, label="PERSON", name=text[start:end].strip() or None),
        Quote(**span, type="direct", utterance=Span.cut(text, 0, len(text))),
        CasualtyFigure(**span, category="killed"),
    )
    return made[layer]


@given(WORDS, st.data())
def test_offsets_are_never_wrong(text: str, data: st.DataObject) -> None:
    before = data.draw(annotations(text))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    given = Given(text=text, vague_rule=VagueRule.DEFAULT)
    try:
        after = reshaped(before, start, end, given=given)
        again = reshaped(after, before.start, before.end, given=given)
    except CannotReshape:
        assume(False)
    check(after, text)
    assert (after.start, after.end) == (start, end)
    check(again, text)
    assert again.text == before.text


@given(WORDS, st.data())
def test_parts_lie_in_the_whole_apart_from_each_other(text: str, data: st.DataObject) -> None:
    before = data.draw(annotations(text))
    try:
        one, other = split(before, data.draw(st.integers(0, len(text))), given=Given(text=text))
    except CannotReshape:
        assume(False)
    for part in (one, other):
        check(part, text)
    assert before.start <= one.start < one.end <= other.start < other.end <= before.end
    assert {one.id, other.id} == {1, None}
