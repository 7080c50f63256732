import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import FilterError
from annotations.filters import Key, parsed, toggled, without_picked, written


@pytest.mark.parametrize(
    "text",
    ["", "rain", '-"air strikes" tag:x', 'source:reuters,"The Mail"', "after:2016-05 is:unrun"],
)
def test_written_as_it_was_typed(text: str) -> None:
    assert written(parsed(text)) == text


@given(st.text(alphabet='ab:-", tagisd2016', max_size=30))
def test_what_is_written_reads_as_the_same(text: str) -> None:
    try:
        query = parsed(text + '"' * (text.count('"') % 2))
    except FilterError:
        return
    assert parsed(written(query)) == query


def test_quotation_marks_are_closed() -> None:
    assert written(parsed('"air stri')) == '"air stri"'
    assert written(parsed('person:"Abu O')) == 'person:"Abu O"'


def test_toggling_adds_and_takes_away() -> None:
    query = toggled(parsed("rain"), Key.PERSON, "Abu Omar")
    assert written(query) == 'rain person:"Abu Omar"'
    assert written(toggled(query, Key.PERSON, "Abu Omar")) == "rain"
    assert written(toggled(query, Key.ON, "2016-05")) == 'rain person:"Abu Omar" on:2016-05'
    assert written(toggled(query, Key.IS, "unrun")) == 'rain person:"Abu Omar" is:unrun'


@pytest.mark.parametrize(
    ("before", "key", "value", "after"),
    [
        ('rain source:"Mail"', Key.SOURCE, "The Post", 'rain source:"Mail","The Post"'),
        ('source:"Mail","The Post" rain', Key.SOURCE, "Mail", 'source:"The Post" rain'),
        ('source:"mail"', Key.SOURCE, "Mail", ""),
        ("source:mail", Key.SOURCE, "Mail", 'source:mail source:"Mail"'),
        ('-source:"Mail"', Key.SOURCE, "Post", '-source:"Mail" source:"Post"'),
        ("is:unrun", Key.IS, "begun", "is:unrun,begun"),
        ("is:deleted", Key.IS, "begun", "is:deleted is:begun"),
        ("on:2016", Key.ON, "2016-05", "on:2016-05"),
        ("on:2016-05,2016-06,2015", Key.ON, "2016", "on:2015,2016"),
    ],
)
def test_other_values_of_a_key_are_alternatives(
    before: str, key: Key, value: str, after: str
) -> None:
    assert written(toggled(parsed(before), key, value)) == after


def test_a_query_without_its_whole_values() -> None:
    query = parsed('rain source:"Mail","Post" source:m -tag:"x" on:2016')
    assert written(without_picked(query, Key.SOURCE)) == 'rain source:m -tag:"x" on:2016'
    assert written(without_picked(query, Key.ON)) == 'rain source:"Mail","Post" source:m -tag:"x"'
    assert without_picked(query, Key.TAG) == query


def test_quotation_marks_in_a_value_are_left_out() -> None:
    assert written(toggled(parsed(""), Key.PERSON, 'Ali "Tiger" Haq')) == 'person:"Ali Tiger Haq"'
