"""Merges and splits: what they do, when they are refused, and what they outlive."""

import sqlite3
from collections.abc import Callable

import pytest

from annotations.errors import (
    AmbiguousName,
    NamesError,
    NamesStandApart,
    NoSuchArticle,
    NoSuchName,
    StoreReadOnly,
)
from annotations.model import Article, Detector, Entity
from annotations.store import Store
from annotations.store.names import Merge, NameGroup, Split

Tell = Callable[..., None]
OpenStore = Callable[..., Store]


def listed(store: Store) -> dict[str, int]:
    """The names with how many articles they are in."""
    return {each.name: each.articles for each in store.names.find()}


@pytest.fixture
def assads(empty: Store, tell: Tell) -> Store:
    tell("a", "Bashar al-Assad")
    tell("b", "Bashar Assad")
    tell("c", "Bachar el-Assad")
    return empty


@pytest.fixture
def smiths(empty: Store, tell: Tell) -> Store:
    for article_id in "xyz":
        tell(article_id, "John Smith")
    return empty


def test_merged_names_are_one_entry(assads: Store) -> None:
    done = assads.names.merge("Bashar Assad", "Bashar al-Assad")
    assert done == Merge(name="Bashar Assad", into="Bashar al-Assad", group=NameGroup.PERSON)
    assert listed(assads) == {"Bashar al-Assad": 2, "Bachar el-Assad": 1}
    assert assads.names.find()[0].also == ("Bashar Assad",)


def test_annotations_stay_as_they_are(assads: Store) -> None:
    before = assads.annotations.of("b"), assads.annotations.revision("b")
    assads.names.merge("Bashar Assad", "Bashar al-Assad")
    assads.names.split_in("Bashar Assad", "b")
    after = assads.annotations.of("b"), assads.annotations.revision("b")
    assert after == before


def test_a_merge_holds_for_articles_added_later(assads: Store, tell: Tell) -> None:
    assads.names.merge("Bashar Assad", "Bashar al-Assad")
    tell("d", "Bashar Assad")
    assert listed(assads) == {"Bashar al-Assad": 3, "Bachar el-Assad": 1}


def test_what_was_merged_before_goes_along_and_comes_back(assads: Store) -> None:
    assads.names.merge("Bachar el-Assad", "Bashar Assad")
    assads.names.merge("Bashar Assad", "Bashar al-Assad")
    assert listed(assads) == {"Bashar al-Assad": 3}
    assert assads.names.find()[0].also == ("Bachar el-Assad", "Bashar Assad")
    assads.names.split("Bashar Assad")
    assert listed(assads) == {"Bashar Assad": 2, "Bashar al-Assad": 1}


def test_a_merge_into_a_merged_name_is_one_into_what_it_counts_as(assads: Store) -> None:
    assads.names.merge("Bashar Assad", "Bashar al-Assad")
    assert assads.names.merge("Bachar el-Assad", "Bashar Assad").into == "Bashar al-Assad"
    assads.names.split("Bashar Assad")
    assert listed(assads) == {"Bashar al-Assad": 2, "Bashar Assad": 1}


@pytest.mark.parametrize(
    ("name", "into", "message"),
    [
        ("Bashar al-Assad", "Bashar Assad", "'Bashar Assad' was merged into 'Bashar al-Assad' alr"),
        ("Bashar Assad", "Bachar el-Assad", "Split 'Bashar Assad' first, or merge 'Bashar al-A"),
        ("Bashar Assad", "Bashar Assad", "is one name"),
    ],
)
@pytest.mark.parametrize("force", [False, True])
def test_no_circle_and_no_second_merge(
    assads: Store, name: str, into: str, message: str, force: bool
) -> None:
    assads.names.merge("Bashar Assad", "Bashar al-Assad")
    before = listed(assads)
    with pytest.raises(NamesError, match=message):
        assads.names.merge(name, into, force=force)
    assert listed(assads) == before


def test_the_same_merge_again_is_refused(assads: Store) -> None:
    assads.names.merge("Bashar Assad", "Bashar al-Assad")
    with pytest.raises(NamesError, match="'Bashar Assad' was merged into 'Bashar al-Assad' alr"):
        assads.names.merge("Bashar Assad", "Bashar al-Assad")


def test_names_that_stand_apart_are_merged_only_with_force(empty: Store, tell: Tell) -> None:
    tell("a", "Bill Clinton", "Hillary Clinton")
    tell("b", "Hillary Clinton")
    with pytest.raises(NamesStandApart, match=r"stand apart in article 'a'.* --force"):
        empty.names.merge("Bill Clinton", "Hillary Clinton")
    assert listed(empty) == {"Hillary Clinton": 2, "Bill Clinton": 1}
    empty.names.merge("Bill Clinton", "Hillary Clinton", force=True)
    assert listed(empty) == {"Hillary Clinton": 2}
    empty.names.split("Bill Clinton")
    assert listed(empty) == {"Hillary Clinton": 2, "Bill Clinton": 1}


def test_names_stand_apart_through_what_was_merged_into_them(empty: Store, tell: Tell) -> None:
    tell("a", "W. J. Clinton", "Hillary Clinton")
    tell("b", "Bill Clinton")
    tell("c", "Hillary Rodham Clinton")
    empty.names.merge("W. J. Clinton", "Bill Clinton")
    empty.names.merge("Hillary Clinton", "Hillary Rodham Clinton")
    with pytest.raises(NamesStandApart, match="in article 'a'"):
        empty.names.merge("Bill Clinton", "Hillary Rodham Clinton")


def test_all_articles_in_which_names_stand_apart_are_counted(empty: Store, tell: Tell) -> None:
    for article_id in "abc":
        tell(article_id, "Mara Dell", "Ivo Dell")
    with pytest.raises(NamesStandApart, match=r"in article 'a' and 2 more\."):
        empty.names.merge("Mara Dell", "Ivo Dell")


def test_in_a_later_article_that_tells_them_apart_a_merge_does_not_hold(
    empty: Store, tell: Tell
) -> None:
    tell("a", "Clinton")
    tell("b", "Bill Clinton")
    empty.names.merge("Clinton", "Bill Clinton")
    tell("c", "Bill Clinton", "Hillary Clinton", "Clinton")
    assert listed(empty) == {"Bill Clinton": 3, "Clinton": 1, "Hillary Clinton": 1}
    empty.names.merge("Clinton", "Bill Clinton", force=True)
    assert listed(empty) == {"Bill Clinton": 3, "Hillary Clinton": 1}
    empty.names.split("Clinton")
    assert listed(empty) == {"Bill Clinton": 2, "Clinton": 2, "Hillary Clinton": 1}


def test_what_was_rejected_does_not_stand_in_an_article(empty: Store, tell: Tell) -> None:
    tell("a", "Mara Dell", "Dell")
    empty._connection.execute("UPDATE annotations SET status = 'rejected' WHERE name = 'Dell'")
    tell("b", "Dell")
    empty.names.merge("Dell", "Mara Dell")
    assert listed(empty) == {"Mara Dell": 2}


def test_in_one_article_a_name_is_somebody_else(smiths: Store) -> None:
    done = smiths.names.split_in("John Smith", "x")
    assert done == Split(
        name="John Smith", meant="John Smith (x)", group=NameGroup.PERSON, article_id="x"
    )
    assert listed(smiths) == {"John Smith": 2, "John Smith (x)": 1}


def test_who_is_somebody_else_can_be_the_same_in_two_articles(smiths: Store) -> None:
    smiths.names.split_in("John Smith", "x")
    smiths.names.split_in("John Smith", "y")
    smiths.names.merge("John Smith (x)", "John Smith (y)")
    assert listed(smiths) == {"John Smith (y)": 2, "John Smith": 1}


def test_merging_back_undoes_a_split_and_splitting_again_does_it_again(smiths: Store) -> None:
    smiths.names.split_in("John Smith", "x")
    smiths.names.merge("John Smith (x)", "John Smith")
    assert listed(smiths) == {"John Smith": 3}
    smiths.names.split_in("John Smith", "x")
    assert listed(smiths) == {"John Smith": 2, "John Smith (x)": 1}
    with pytest.raises(NamesError, match="counts as 'John Smith \\(x\\)' already"):
        smiths.names.split_in("John Smith", "x")


def test_a_name_is_split_where_another_counts_as_it(assads: Store) -> None:
    assads.names.merge("Bashar Assad", "Bashar al-Assad")
    assads.names.split_in("Bashar al-Assad", "b")
    assert listed(assads) == {
        "Bashar al-Assad": 1,
        "Bashar al-Assad (b)": 1,
        "Bachar el-Assad": 1,
    }


def test_a_merged_name_is_somebody_else_in_one_article_only(assads: Store, tell: Tell) -> None:
    tell("d", "Bashar Assad")
    assads.names.merge("Bashar Assad", "Bashar al-Assad")
    assads.names.split_in("Bashar Assad", "d")
    assert listed(assads) == {"Bashar al-Assad": 2, "Bachar el-Assad": 1, "Bashar Assad (d)": 1}


def test_names_that_are_not_there(assads: Store, tell: Tell) -> None:
    tell("d", "Lindow", label="GPE")
    with pytest.raises(NoSuchName, match="There is no name 'Asad' in the store"):
        assads.names.merge("Bashar Assad", "Asad")
    with pytest.raises(NoSuchName, match=r"'Lindow' \(person\)"):
        assads.names.merge("Lindow", "Bashar Assad", group=NameGroup.PERSON)
    with pytest.raises(NamesError, match=r"'Lindow' \(place\) and 'Bashar Assad' \(person\) are"):
        assads.names.merge("Lindow", "Bashar Assad")
    with pytest.raises(NoSuchName):
        assads.names.split("Asad")
    with pytest.raises(NamesError, match="was not merged"):
        assads.names.split("Bashar Assad")
    with pytest.raises(NoSuchArticle):
        assads.names.split_in("Bashar Assad", "nowhere")
    with pytest.raises(NamesError, match="'Bashar Assad' does not stand in article 'a'"):
        assads.names.split_in("Bashar Assad", "a")


def test_splitting_the_wrong_end_says_which_to_split(assads: Store) -> None:
    assads.names.merge("Bashar Assad", "Bashar al-Assad")
    with pytest.raises(NamesError, match="Merged into it were 'Bashar Assad': split these"):
        assads.names.split("Bashar al-Assad")


def test_names_of_several_groups(empty: Store, tell: Tell) -> None:
    for number, label in enumerate(("PERSON", "GPE", "ORG")):
        tell(f"a{number}", "Washington", label=label)
        tell(f"b{number}", "Wash.", label=label)
    with pytest.raises(AmbiguousName, match="several groups: organisation, person, place"):
        empty.names.merge("Wash.", "Washington")
    empty.names.merge("Wash.", "Washington", group=NameGroup.PLACE)
    empty.names.merge("Wash.", "Washington", group=NameGroup.PERSON)
    with pytest.raises(AmbiguousName, match="several groups: person, place"):
        empty.names.split("Wash.")
    assert empty.names.split("Wash.", group=NameGroup.PERSON).group is NameGroup.PERSON
    assert empty.names.split("Wash.").group is NameGroup.PLACE
    assert empty.names.split_in("Wash.", "b2").group is NameGroup.ORGANISATION


def test_who_decided_and_who_took_it_back_is_kept(assads: Store, open_store: OpenStore) -> None:
    assads.names.merge("Bashar Assad", "Bashar al-Assad")
    assads.names.split_in("Bachar el-Assad", "c")
    open_store(annotator="ben").names.split("Bashar Assad")
    columns = "name, merged_into, annotator, undone_by, at <= undone_at"
    assert assads._connection.rows(f"SELECT {columns} FROM name_merges") == [
        ("Bashar Assad", "Bashar al-Assad", "ana", "ben", 1)
    ]
    columns = "name, meant, annotator, at IS NOT NULL"
    assert assads._connection.rows(f"SELECT {columns} FROM name_splits") == [
        ("Bachar el-Assad", "Bachar el-Assad (c)", "ana", 1)
    ]


def test_decisions_outlive_another_run_of_the_detector(smiths: Store, tell: Tell) -> None:
    tell("w", "Jon Smith")
    smiths.names.merge("Jon Smith", "John Smith")
    smiths.names.split_in("John Smith", "x")
    before = listed(smiths)
    detector = Detector(name="finder", version="2")
    for article_id, name in (("w", "Jon Smith"), ("x", "John Smith")):
        smiths.runs.record(article_id, detector, [])
        found = Entity(start=0, end=len(name), text=name, label="PERSON", name=name)
        smiths.runs.record(article_id, detector, [found])
    assert listed(smiths) == before == {"John Smith": 3, "John Smith (x)": 1}


def test_decisions_outlive_an_import(smiths: Store, tell: Tell) -> None:
    tell("w", "Jon Smith")
    smiths.names.merge("Jon Smith", "John Smith")
    smiths.names.split_in("John Smith", "x")
    before = listed(smiths)
    for article_id in "wx":
        smiths.imports.merge(smiths.articles.get(article_id), smiths.annotations.of(article_id))
    assert listed(smiths) == before
    found = Entity(start=0, end=9, text="Jon Smith", label="PERSON", name="Jon Smith")
    smiths.imports.merge(Article(id="v", text="Jon Smith"), [found])
    assert listed(smiths) == before | {"John Smith": 4}


def test_a_store_that_cannot_be_written_is_left_as_it_is(
    assads: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assads._connection, "read_only", True)
    with pytest.raises(StoreReadOnly):
        assads.names.merge("Bashar Assad", "Bashar al-Assad")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE name_merges SET merged_into = name",
        "UPDATE name_merges SET grouping = 'thing'",
        "UPDATE name_merges SET undone_at = 'now'",
        "INSERT INTO name_merges (grouping, name, merged_into, forced, annotator, at)"
        " SELECT grouping, name, 'Another', 0, annotator, at FROM name_merges",
        "UPDATE name_splits SET meant = name",
        "UPDATE name_splits SET article = 99",
    ],
)
def test_constraints_hold_for_other_tools(assads: Store, statement: str) -> None:
    assads.names.merge("Bashar Assad", "Bashar al-Assad")
    assads.names.split_in("Bachar el-Assad", "c")
    assads._connection.raw.execute("BEGIN")
    with pytest.raises(sqlite3.IntegrityError):
        assads._connection.raw.execute(statement)
