"""The words before a number that say how exactly it is meant."""

import pytest

from annotations.detect.casualties.numbers import find

_AT_LEAST = [
    *("at least", "at the very least", "no fewer than", "no less than", "not less than"),
    *("a minimum of", "upwards of", "as few as"),
]
_MORE_THAN = [
    *("more than", "well over", "over", "above", "just over", "in excess of", "exceeding"),
    *("far more than", "a little over"),
]
_UP_TO = [
    *("up to", "as many as", "a maximum of", "at most", "no more than", "not more than"),
]
_LESS_THAN = ["fewer than", "less than", "under", "well below", "short of", "slightly under"]
_POINT = {
    "nearly": ["nearly", "almost", "close to", "approaching", "just under", "just short of"],
    "about": [
        *("about", "around", "some", "roughly", "approximately", "an estimated", "estimated at"),
        *("in the region of", "circa", "ca.", "somewhere around", "perhaps"),
    ],
    "only": ["only", "just", "exactly", "precisely", "fully", "a mere"],
    "total": ["a total of", "a record", "a combined", "all", "all of the", "all the", "all those"],
    "another": ["another", "a further", "an additional", "an extra", "additional", "yet another"],
    "the": ["the", "these", "those"],
}
_WORDS: list[tuple[str, str, int | None, int | None]] = [
    *((words, "at_least", 12, None) for words in _AT_LEAST),
    *((words, "more_than", 12, None) for words in _MORE_THAN),
    *((words, "up_to", None, 12) for words in _UP_TO),
    *((words, "less_than", None, 12) for words in _LESS_THAN),
    *((words, name, 12, 12) for name, each in _POINT.items() for words in each),
]


@pytest.mark.parametrize(("words", "name", "low", "high"), _WORDS)
def test_what_a_qualifier_does(words: str, name: str, low: int | None, high: int | None) -> None:
    text = f"Then {words} 12 people came."
    (number,) = find(text)
    assert number.qualifiers == (name,)
    assert number.qualifier == name
    assert text[number.phrase_start : number.end] == f"{words} 12"
    assert text[number.start : number.end] == "12"
    assert (number.count.low, number.count.high, number.count.best) == (low, high, 12)


@pytest.mark.parametrize(
    ("phrase", "names", "bounds"),
    [
        ("at least another 12", ("at_least", "another"), (12, None, 12)),
        ("a total of at least 40", ("total", "at_least"), (40, None, 40)),
        ("no fewer than some 40", ("at_least", "about"), (40, None, 40)),
        ("a total of at least some 40", ("total", "at_least", "about"), (40, None, 40)),
        ("some 12 or 13", ("about",), (12, 13, 13)),
        ("somewhere between 20 and 30", ("about",), (20, 30, 25)),
        ("at least 10 to 15", ("at_least",), (10, None, 12)),
        ("up to 10 or 12", ("up_to",), (None, 12, 12)),
        ("more than a dozen", ("more_than",), (12, None, 12)),
        ("over a hundred", ("more_than",), (100, None, 100)),
        ("nearly two dozen", ("nearly",), (24, 24, 24)),
        ("some dozen", ("about",), (12, 12, 12)),
        ("some 20 or so", ("about", "about"), (20, 20, 20)),
        ("up to several hundred", ("up_to",), (300, None, 300)),
        ("another 12 or more", ("another", "at_least"), (12, None, 12)),
        ("~12", ("about",), (12, 12, 12)),
        ("well-over 12", ("more_than",), (12, None, 12)),
    ],
)
def test_qualifiers_together(
    phrase: str,
    names: tuple[str, ...],
    bounds: tuple[int | None, int | None, int | None],
) -> None:
    text = f"Then {phrase} people came."
    (number,) = find(text)
    assert number.qualifiers == names
    assert text[number.phrase_start : number.end] == phrase
    assert (number.count.low, number.count.high, number.count.best) == bounds


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the toll ticked up to 41", ()),
        ("they handed over 41", ()),
        ("a car ran over 12 of them", ()),
        ("it brought about 12 deaths", ()),
        ("they talked about the 12", ("the",)),
        ("at least\n\n12 people", ()),
        ("at least, 12 people", ()),
        ("possibly 12", ()),  # a doubt
        ("killed at least\n12 people", ("at_least",)),
    ],
)
def test_words_before_a_number_that_belong_elsewhere(text: str, names: tuple[str, ...]) -> None:
    (number,) = find(text)
    assert number.qualifiers == names


def test_a_qualifier_never_reaches_into_the_number_before() -> None:
    text = "a dozen or more about 12"
    first, second = find(text)
    assert text[first.start : first.end] == "a dozen or more"
    assert text[second.phrase_start : second.end] == "about 12"
