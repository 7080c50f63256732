"""What the index lists, before and after decisions."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from annotations.model import Entity
from annotations.review import Change, reject, relabel
from annotations.store import Store
from annotations.store.names import Likeness, Name, NameGroup, Suggestion

Tell = Callable[..., None]


def listed(store: Store, words: str = "") -> list[tuple[str, int, int]]:
    return [(each.name, each.articles, each.mentions) for each in store.names.find(words)]


def test_a_name_is_one_entry_in_all_articles(empty: Store, tell: Tell) -> None:
    tell("a", "Mara Dell", "Mara Dell", "Ivo Lind", published="2016-10-28T09:00:00Z")
    tell("b", "Mara Dell", published="2016-10-02")
    tell("c", "Mara Dell")
    assert empty.names.find() == [
        Name(
            name="Mara Dell",
            group=NameGroup.PERSON,
            articles=3,
            mentions=4,
            first_published="2016-10-02",
            last_published="2016-10-28",
        ),
        Name(
            name="Ivo Lind",
            group=NameGroup.PERSON,
            articles=1,
            mentions=1,
            first_published="2016-10-28",
            last_published="2016-10-28",
        ),
    ]


def test_spellings_are_entries_of_their_own(empty: Store, tell: Tell) -> None:
    tell("a", "José Lind")
    tell("b", "Jose Lind")
    tell("c", "JOSÉ LIND")
    assert sorted(name for name, *_ in listed(empty)) == ["JOSÉ LIND", "Jose Lind", "José Lind"]


@pytest.mark.parametrize(
    ("label", "group"),
    [
        ("PERSON", "person"),
        ("ORG", "organisation"),
        ("GPE", "place"),
        ("LOC", "place"),
        ("FAC", "place"),
        ("NORP", "people"),
        ("EVENT", "other"),
        ("MISC", "other"),
    ],
)
def test_labels_make_groups(empty: Store, tell: Tell, label: str, group: str) -> None:
    tell("a", "Jordan", label=label)
    tell("b", "Jordan", label="LAW" if group == "other" else label)
    ((name,), other) = empty.names.find(group=NameGroup(group)), set(NameGroup) - {group}
    assert (name.group, name.articles) == (group, 2)
    assert not any(empty.names.find(group=each) for each in other)


def test_one_name_of_two_groups_is_two(empty: Store, tell: Tell) -> None:
    tell("a", "Washington")
    tell("b", "Washington", label="GPE")
    tell("c", "Washington", label="LOC")
    found = [(each.group, each.articles) for each in empty.names.find()]
    assert found == [("place", 2), ("person", 1)]


def test_numbers_dates_and_what_was_rejected_are_not_in_it(store: Store, entity: Entity) -> None:
    number = replace(entity, start=36, end=38, text="12", label="CARDINAL", name=None)
    dell = replace(entity, id=None)
    added = store.edits.annotations(
        "a-1", "add", [Change(before=None, after=each) for each in (number, dell)]
    )
    assert listed(store) == [("Mara Dell", 1, 1)]
    of_dell = added.changes[1].after
    assert of_dell is not None
    store.edits.annotations("a-1", "reject", [Change(before=of_dell, after=reject(of_dell))])
    assert listed(store) == []
    store.edits.undo()
    assert listed(store) == [("Mara Dell", 1, 1)]


def test_a_corrected_label_changes_the_group(detected: Store) -> None:
    dell = detected.annotations.of("a-1")[0]
    detected.edits.annotations("a-1", "e", [Change(before=dell, after=relabel(dell, "ORG"))])
    assert [each.group for each in detected.names.find()] == ["organisation"]


def test_words_find_parts_of_names_and_of_what_was_merged(empty: Store, tell: Tell) -> None:
    tell("a", "Bashar al-Assad", "Núria Lind")
    tell("b", "Bachar Assad")
    empty.names.merge("Bachar Assad", "Bashar al-Assad")
    assert listed(empty, "assad BASH") == [("Bashar al-Assad", 2, 2)]
    assert listed(empty, "bachar") == [("Bashar al-Assad", 2, 2)]
    assert listed(empty, "nuria") == [("Núria Lind", 1, 1)]
    assert listed(empty, "bashar lind") == []


def test_suggestions_say_which_and_why(empty: Store, tell: Tell) -> None:
    tell("a", "Bashar al-Assad")
    tell("b", "Bashar al-Assad")
    tell("c", "Bashar Assad")
    tell("d", "Al-Shabaab", label="ORG")
    tell("e", "al Shabab", label="ORG")
    assert empty.names.suggestions() == [
        Suggestion(
            name="Bashar Assad",
            into="Bashar al-Assad",
            group=NameGroup.PERSON,
            why=Likeness.SPELLING,
            articles=1,
            into_articles=2,
        ),
        Suggestion(
            name="al Shabab",
            into="Al-Shabaab",
            group=NameGroup.ORGANISATION,
            why=Likeness.TRANSLITERATION,
            articles=1,
            into_articles=1,
        ),
    ]
    assert [each.name for each in empty.names.suggestions(group=NameGroup.PERSON)] == [
        "Bashar Assad"
    ]


@pytest.mark.parametrize(
    "articles",
    [
        {"a": ["Bill Clinton", "Hillary Clinton"]},
        {"a": ["Bill Clinton"], "b": ["Hillary Clinton"], "c": ["Clinton"]},
        {"a": ["Ahmad Khan", "Ahmed Khan"], "b": ["Ahmad Khan"], "c": ["Ahmed Khan"]},
    ],
)
def test_a_surname_or_one_article_suggests_nothing(
    empty: Store, tell: Tell, articles: dict[str, list[str]]
) -> None:
    for article_id, names in articles.items():
        tell(article_id, *names)
    assert empty.names.suggestions() == []


def test_names_that_meet_through_a_merge_are_not_suggested(empty: Store, tell: Tell) -> None:
    tell("a", "A. R. Khan", "Ahmed Khan")
    tell("b", "Ahmad Rashid Khan")
    empty.names.merge("A. R. Khan", "Ahmad Rashid Khan")
    assert empty.names.suggestions() == []
    empty.names.split("A. R. Khan")
    assert [(each.name, each.into) for each in empty.names.suggestions()] == [
        ("Ahmed Khan", "Ahmad Rashid Khan")
    ]


def test_what_is_merged_or_was_split_is_suggested_no_more(empty: Store, tell: Tell) -> None:
    tell("a", "Ahmad Khan")
    tell("b", "Ahmed Khan")
    assert len(empty.names.suggestions()) == 1
    empty.names.merge("Ahmed Khan", "Ahmad Khan")
    assert empty.names.suggestions() == []
    empty.names.split("Ahmed Khan")
    assert empty.names.suggestions() == []


def test_the_index_is_read_from_an_index(empty: Store) -> None:
    plan = empty._connection.rows("EXPLAIN QUERY PLAN SELECT * FROM names")
    of_annotations = [line for *_, line in plan if " annotations " in line or " n " in line]
    assert "SEARCH annotations USING COVERING INDEX annotations_name (name>?)" in of_annotations
    assert not [line for line in of_annotations if line.startswith("SCAN")]


def test_names_are_known_as_what_was_decided(empty: Store, tell: Tell) -> None:
    tell("a", "M. Dell", "Ivo Lind")
    tell("b", "Mara Dell", "M. Dell")
    tell("c", "M. Dell", label="ORG")
    tell("d", "Ivo Lind", "M. Dell")
    assert empty.names.known_as() == {}
    empty.names.merge("M. Dell", "Ivo Lind", group=NameGroup.PERSON, force=True)
    empty.names.split("M. Dell")
    assert empty.names.known_as() == {}
    empty.names.merge("M. Dell", "Mara Dell", group=NameGroup.PERSON, force=True)
    empty.names.split_in("Ivo Lind", "d")
    as_dell = {("PERSON", "M. Dell"): "Mara Dell"}
    assert empty.names.known_as() == {
        "a": as_dell,
        "b": as_dell,
        "d": as_dell | {("PERSON", "Ivo Lind"): "Ivo Lind (d)"},
    }


def test_the_first_mention_is_that_of_the_earliest_article(empty: Store, tell: Tell) -> None:
    tell("undated", "Mara Dell")
    tell("late", "Mara Dell", published="2020-01-01")
    tell("early", "Ivo Lind", "Mara Dell", "Mara Dell", published="2016-10-28")
    tell("place", "Mara Dell", label="GPE", published="2000-01-01")
    second = empty.annotations.of("early")[1]
    assert empty.names.first_mention("Mara Dell", NameGroup.PERSON) == ("early", second.id)
    assert empty.names.first_mention("Nobody", NameGroup.PERSON) is None


def test_the_first_mention_can_be_of_a_name_that_was_merged(empty: Store, tell: Tell) -> None:
    tell("early", "M Dell", published="2016-10-28")
    tell("late", "Mara Dell", published="2020-01-01")
    empty.names.merge("M Dell", "Mara Dell")
    first = empty.names.first_mention("Mara Dell", NameGroup.PERSON)
    assert first == ("early", empty.annotations.of("early")[0].id)


def test_the_first_mention_of_a_name_that_is_meant_in_one_article_only(
    empty: Store, tell: Tell
) -> None:
    tell("a", "Mara Dell", published="2016-10-28")
    tell("b", "Mara Dell", published="2017-10-28")
    empty.names.split_in("Mara Dell", "b")
    first = empty.names.first_mention("Mara Dell (b)", NameGroup.PERSON)
    assert first == ("b", empty.annotations.of("b")[0].id)


def test_names_are_begun_at_any_word_quickly(empty: Store, tell: Tell) -> None:
    tell("a", "Bea Amis", "Ana Brook", "Émile Brook")
    assert empty.names.begun("b") == ["Bea Amis", "Ana Brook", "Émile Brook"]
    assert empty.names.begun("em") == ["Émile Brook"]
    assert empty.names.begun("ana b") == ["Ana Brook"]
    assert empty.names.begun("bro a") == ["Ana Brook"]
    assert empty.names.begun("BROOK emi") == ["Émile Brook"]
    assert empty.names.begun("rook") == []
    assert empty.names.begun('"') == []
    assert empty.names.begun(" ") == []
    assert len(empty.names.begun("b", limit=2)) == 2
