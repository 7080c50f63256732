import pytest

from annotations.errors import FilterError
from annotations.filters import EVERYTHING, Condition, Key, Query, Value, Word, parsed

STATES = (
    "unrun, foreign, new, unreviewed, begun, later, reviewed, excluded, unplaced, copy, deleted"
)


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("", ()),
        ("  ", ()),
        ("rain", (Word("rain"),)),
        ('rain "air strikes"', (Word("rain"), Word("air strikes", phrase=True))),
        ('"air strik', (Word("air strik"),)),
        ('-rain -"air strikes"', (Word("rain", negated=True), Word("air strikes", True, True))),
        ("source:reuters", (Condition(Key.SOURCE, (Value("reuters"),)),)),
        ("Source:Reuters", (Condition(Key.SOURCE, (Value("Reuters"),)),)),
        ('person:"Abu Omar"', (Condition(Key.PERSON, (Value("Abu Omar", whole=True),)),)),
        ('person:"Abu O', (Condition(Key.PERSON, (Value("Abu O"),)),)),
        ("-tag:done", (Condition(Key.TAG, (Value("done"),), negated=True),)),
        (
            'source:reuters,"The Mail" rain',
            (Condition(Key.SOURCE, (Value("reuters"), Value("The Mail", True))), Word("rain")),
        ),
        ("source:a,", (Condition(Key.SOURCE, (Value("a"),)),)),
        ("after:2016-05", (Condition(Key.AFTER, (Value("2016-05"),)),)),
        ('before:"2016-06-10"', (Condition(Key.BEFORE, (Value("2016-06-10"),)),)),
        ("on:2016", (Condition(Key.ON, (Value("2016"),)),)),
        ("is:Unrun has:figures", (
            Condition(Key.IS, (Value("unrun"),)), Condition(Key.HAS, (Value("figures"),)),
        )),
        ("place:al-Bab", (Condition(Key.PLACE, (Value("al-Bab"),)),)),
        ("at 12:30", (Word("at"), Word("12:30"))),
        ('"note: this"', (Word("note: this", phrase=True),)),
        ("a\0b", (Word("a"), Word("b"))),
    ],
)  # fmt: skip
def test_what_is_typed(typed: str, terms: tuple[Word | Condition, ...]) -> None:
    assert parsed(typed) == Query(terms)


@pytest.mark.parametrize("typed", ["source:", 'tag:""', "is: ", "-", '""', "before:", "person:,"])
def test_what_is_not_finished_asks_for_nothing_yet(typed: str) -> None:
    assert parsed(typed).conditions == ()


def test_empty_query_is_everything() -> None:
    assert parsed("") == EVERYTHING


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [("sourze:x", "source"), ("tags:x", "tag"), ("persons:x", "person"), ("beforr:2016", "before"),
     ("zzz:x", "")],
)  # fmt: skip
def test_unknown_key_names_the_nearest(typed: str, nearest: str) -> None:
    with pytest.raises(FilterError, match=f"There is no filter “{typed.split(':')[0]}:”") as error:
        parsed(typed)
    assert f"Did you mean “{nearest}" in error.value.hint


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        (
            "is:reviewwed",
            f"“is:reviewwed” is none of {STATES}.",
            "Did you mean “is:reviewed”?",
        ),
        (
            "is:foo",
            f"“is:foo” is none of {STATES}.",
            "",
        ),
        (
            "has:quote",
            "“has:quote” is none of names, quotes, figures, tags, note, copies.",
            "Did you mean “has:quotes”?",
        ),
        ("after:may", "“after:may” is no date.", "Write a day, a month or a year: 2016-05-31."),
        ("on:2016-13", "“on:2016-13” is no date.", ""),
        ("before:2016-02-30", "“before:2016-02-30” is no date.", ""),
        ("before:20", "“before:20” is no date.", ""),
    ],
)
def test_unknown_value_says_what_there_is(typed: str, message: str, hint: str) -> None:
    with pytest.raises(FilterError) as error:
        parsed(typed)
    assert error.value.message == message
    assert hint in error.value.hint
    assert hint or "mean" not in error.value.hint


def test_words_that_have_to_be_there() -> None:
    query = parsed("rain -snow tag:x")
    assert query.words == (Word("rain"), Word("snow", negated=True))
    assert query.sought == (Word("rain"),)
    assert query.conditions == (Condition(Key.TAG, (Value("x"),)),)
