"""Where sentences begin, and which ones a stretch stands in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.sentences import around, next_sentence, starts_of

TEXT = "One came. “Two left.” Mr. Orr stayed.\n\n  Three died\nhere. Four fled"


def test_starts() -> None:
    assert [TEXT[each:].split()[0] for each in starts_of(TEXT)] == [
        "One",
        "“Two",
        "Mr.",
        "Three",
        "here.",
        "Four",
    ]
    assert starts_of(" \n ") == []


@given(st.text(alphabet='aA. \n"?”1'))
def test_starts_are_those_that_motions_stop_at(text: str) -> None:
    found, at = [], next_sentence(text, 0, beyond=0)
    while at < len(text):
        found.append(at)
        at = next_sentence(text, at, beyond=at + 1)
    assert starts_of(text) == found


@pytest.mark.parametrize(
    ("words", "more", "found"),
    [
        ("One", 0, "One came."),
        ("left.” Mr. Orr", 0, "“Two left.” Mr. Orr stayed."),
        ("Orr", 0, "Mr. Orr stayed."),
        ("died\nhere", 0, "Three died\nhere."),
        ("here", 1, "Three died\nhere. Four fled"),
        ("came", 9, TEXT),
    ],
)
def test_around(words: str, more: int, found: str) -> None:
    start = TEXT.index(words)
    first, last = around(TEXT, starts_of(TEXT), start, start + len(words), more=more)
    assert TEXT[first:last].strip() == found


@given(st.text(alphabet="aA. \n", min_size=1), st.data())
def test_a_stretch_is_within_what_is_around_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    first, last = around(text, starts_of(text), start, end)
    assert 0 <= first <= start < end <= last <= len(text)
