"""Which of the names that are alike are suggested, and in which direction."""

import pytest

from annotations.store.names import NameGroup
from annotations.store.names.spelling import spelling
from annotations.store.names.suggesting import alike

PAIRS = [
    ({"Bashar Assad": "a", "Bashar al-Assad": "bc"}, [("Bashar Assad", "Bashar al-Assad")]),
    ({"Bashar Assad": "ab", "Bashar al-Assad": "c"}, [("Bashar al-Assad", "Bashar Assad")]),
    ({"Bashar Assad": "a", "Bashar al-Assad": "b"}, [("Bashar Assad", "Bashar al-Assad")]),
    ({"Bashar Assad": "a", "Bashar al-Assad": "ab"}, []),
    ({"J. Hill": "abc", "John Hill": "d"}, [("J. Hill", "John Hill")]),
    ({"J. Hill": "a", "John Hill": "b", "Jane Hill": "c"}, []),
    ({"J. Hill": "ac", "John Hill": "b", "Jane Hill": "c"}, [("J. Hill", "John Hill")]),
    ({"John Hill": "a", "John F. Hill": "b", "John Q. Hill": "c"}, []),
    (
        {"Ahmad Khan": "abc", "Ahmed Khan": "de", "AHMAD KHAN": "f"},
        [("AHMAD KHAN", "Ahmad Khan"), ("Ahmed Khan", "Ahmad Khan")],
    ),
    ({"Clinton": "a", "Bill Clinton": "b", "Hillary Clinton": "c"}, []),
    ({"Yusuf Khan": "a", "Y. Khan": "b"}, [("Y. Khan", "Yusuf Khan")]),
    ({"Chris Hill": "a", "C. Hill": "b"}, [("C. Hill", "Chris Hill")]),
    ({"George Hill": "a", "G. Hill": "b"}, [("G. Hill", "George Hill")]),
    ({"": "a", "—": "b"}, []),
]


@pytest.mark.parametrize(("articles", "expected"), PAIRS)
def test_suggestions(articles: dict[str, str], expected: list[tuple[str, str]]) -> None:
    spellings = {name: spelling(name, NameGroup.PERSON) for name in articles}
    found = alike(spellings, articles, told_apart=())
    assert sorted((each.name, each.into) for each in found) == expected


def test_what_was_told_apart_is_left_out() -> None:
    articles = {"Ahmad Khan": "a", "Ahmed Khan": "b"}
    spellings = {name: spelling(name, NameGroup.PERSON) for name in articles}
    assert alike(spellings, articles, told_apart=[frozenset(articles)]) == []
