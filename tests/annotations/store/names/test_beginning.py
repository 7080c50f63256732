"""The names that somebody may be typing."""

from collections.abc import Callable

import pytest

from annotations.store import Store
from annotations.store.names import NameGroup

Tell = Callable[..., None]


def begun(store: Store, words: str, group: NameGroup | None = None) -> list[tuple[str, str, int]]:
    found = store.names.beginning(words, group=group)
    return [(each.name, each.group, each.articles) for each in found]


@pytest.fixture
def library(empty: Store, tell: Tell) -> Store:
    tell("a", "Mara Dell", "Mara Dell", "Ivo Márquez")
    tell("b", "Mara Dell")
    tell("c", "Marl", label="GPE")
    tell("d", "Marl", label="LOC")
    tell("e", "Marl", label="ORG")
    tell("f", "Marl", label="EVENT")
    return empty


def test_those_in_most_articles_first(library: Store) -> None:
    assert begun(library, "mar") == [
        ("Mara Dell", "person", 2),
        ("Marl", "place", 2),
        ("Ivo Márquez", "person", 1),
        ("Marl", "organisation", 1),
        ("Marl", "other", 1),
    ]


@pytest.mark.parametrize("words", ["dell ma", "MARA", "mara dell"])
def test_every_word_has_to_begin_one(library: Store, words: str) -> None:
    assert begun(library, words) == [("Mara Dell", "person", 2)]


@pytest.mark.parametrize("words", ["", " ", "ell", "mara x", '"', "(*"])
def test_nothing_else_is_found(library: Store, words: str) -> None:
    assert begun(library, words) == []


def test_of_one_group_and_no_more_than_asked_for(library: Store) -> None:
    assert begun(library, "mar", NameGroup.PLACE) == [("Marl", "place", 2)]
    assert len(library.names.beginning("mar", limit=3)) == 3


def test_a_merged_name_leads_to_what_it_counts_as(library: Store) -> None:
    library.names.merge("Ivo Márquez", "Mara Dell", force=True)
    assert begun(library, "ivo") == [("Mara Dell", "person", 2)]
    assert begun(library, "mara") == [("Mara Dell", "person", 2)]


def test_a_name_that_is_another_in_one_article(library: Store) -> None:
    library.names.split_in("Mara Dell", "b")
    assert begun(library, "mara") == [
        ("Mara Dell", "person", 1),
        ("Mara Dell (b)", "person", 1),
    ]
    assert begun(library, "dell b") == [("Mara Dell (b)", "person", 1)]


@pytest.mark.parametrize("group", NameGroup)
def test_counts_are_those_of_the_index(library: Store, group: NameGroup) -> None:
    library.names.split_in("Mara Dell", "b")
    library.names.merge("Ivo Márquez", "Mara Dell (b)")
    listed = [(each.name, each.group, each.articles) for each in library.names.find(group=group)]
    assert sorted(begun(library, "m", group)) == sorted(listed)
