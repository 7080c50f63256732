"""Stretches of an old text are found in a new one where that is certain, and only there."""

from hypothesis import given
from hypothesis import strategies as st

from annotations.anchoring.blocks import are_related, telling_blocks
from annotations.anchoring.spans import Anchors

OLD = (
    "Harbour closed after storm\n\n"
    "Anna Lind said the harbour of Visborg was closed on Monday.\n\n"
    "At least 12 sailors were missing, the coast guard said. Lind spoke in Visborg.\n"
)


def found(old: str, new: str, words: str, *, nth: int = 0) -> str | None:
    """Where the words stand in the new text, marked; null if nowhere for certain."""
    start = -1
    for _ in range(nth + 1):
        start = old.index(words, start + 1)
    stretch = (start, start + len(words))
    place = Anchors(old, new).of([stretch]).get(stretch)
    if place is None:
        return None
    assert new[slice(*place)] == words
    return new[max(0, place[0] - 8) : place[0]] + "[" + words + "]"


def test_in_an_unchanged_text_all_stays() -> None:
    assert found(OLD, OLD, "Visborg", nth=1) == "poke in [Visborg]"


def test_words_move_with_what_comes_before_them() -> None:
    new = OLD.replace("Anna Lind said", "On Tuesday, Anna Lind told reporters")
    assert found(OLD, new, "Anna Lind") == "uesday, [Anna Lind]"
    assert found(OLD, new, "12 sailors") == "t least [12 sailors]"


def test_a_paragraph_that_moved_takes_its_words_along() -> None:
    first, second, third = OLD.split("\n\n")
    new = "\n\n".join((first, third.strip(), second)) + "\n"
    assert found(OLD, new, "Visborg", nth=0) == "bour of [Visborg]"
    assert found(OLD, new, "12 sailors") == "t least [12 sailors]"


def test_what_is_gone_is_nowhere() -> None:
    new = OLD.replace("At least 12 sailors were missing", "At least 14 sailors are missing")
    assert found(OLD, new, "12 sailors") is None


def test_words_in_another_sentence_are_not_taken_for_it() -> None:
    new = OLD.replace("Lind spoke in Visborg.", "The mayor came later.") + "Visborg is a town.\n"
    assert found(OLD, new, "Visborg", nth=1) is None


def test_between_two_places_that_are_as_good_none_is_chosen() -> None:
    old = "A storm came over the coast in May. Lind left. Nobody else was seen by the guard."
    new = "A storm came over the coast in May. So Lind, Lind! Nobody else was seen by the guard."
    assert found(old, new, "Lind") is None


def test_a_part_of_a_word_is_no_place_for_a_word() -> None:
    old = "A storm came over the coast of the Iran that we know. Nobody was seen by the guard."
    new = "A storm came over the coast of the Iranians. Nobody was seen by the guard."
    assert found(old, new, "Iran") is None


def test_once_before_and_once_after_between_the_same_neighbours_is_certain() -> None:
    old = "A storm came over the coast in May. Lind left. Nobody else was seen by the guard."
    new = (
        "A storm came over the coast in May. But who knew Lind? Nobody else was seen by the guard."
    )
    assert found(old, new, "Lind") == "ho knew [Lind]"


def test_texts_of_different_articles_are_not_related() -> None:
    other = "The council voted for a new school in the north of the city, which opens next year.\n"
    assert are_related(OLD, OLD.replace("12", "14"))
    assert are_related(OLD, OLD * 5)
    assert not are_related(OLD, other)
    assert not are_related("Rain.", "Snow.")


WORDS = st.sampled_from(
    [
        "Lind",
        "said",
        "that",
        "the",
        "harbour",
        "was",
        "closed",
        ".",
        "\n\n",
        ",",
        "12",
        "sailors",
        "ab",
        "a",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and the same after some random edits."""
    old = new = draw(TEXTS)
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(new)))
        end = draw(st.integers(start, min(len(new), start + 30)))
        new = new[:start] + draw(st.one_of(st.just(""), TEXTS)) + new[end:]
    return old, new


@given(texts=edited(), data=st.data())
def test_whatever_is_found_is_the_same_words_and_nothing_is_found_twice(
    texts: tuple[str, str], data: st.DataObject
) -> None:
    old, new = texts
    pairs = st.tuples(st.integers(0, len(old)), st.integers(0, len(old)))
    drawn = data.draw(st.lists(pairs, max_size=20))
    stretches = {(min(pair), max(pair)) for pair in drawn if pair[0] != pair[1]}
    places = Anchors(old, new).of(stretches)
    assert places.keys() <= stretches
    for stretch, place in places.items():
        assert new[slice(*place)] == old[slice(*stretch)]
    assert len(set(places.values())) == len(places)


@given(texts=edited())
def test_blocks_are_equal_in_both_and_in_order(texts: tuple[str, str]) -> None:
    ends = (0, 0)
    for block in telling_blocks(*texts):
        old, new = block.old + block.length, block.new + block.length
        assert texts[0][block.old : old] == texts[1][block.new : new]
        assert block.old >= ends[0] and block.new >= ends[1]
        ends = (old, new)
    if texts[0] == texts[1] and len(texts[0]) >= 16:
        assert telling_blocks(*texts) == [(0, 0, len(texts[0]))]
