"""What all articles have of a name."""

import pytest

from annotations.model import Article, CasualtyFigure, Detector, Entity, Quote, QuoteType
from annotations.review import Change, reject
from annotations.store import Store
from annotations.store.names import NameGroup
from annotations.store.names.profiles import Passage, PassageKind, Profile
from tests import zalm

TEXT = "Mara Dell spoke in Zalm. “It rained,” Dell said. Two died in Zalm."


@pytest.fixture
def store(empty: Store) -> Store:
    """Two articles with the same text, a month apart."""
    zalm.put_into(empty, TEXT, zalm.found_in(TEXT))
    return empty


def test_a_person_has_quotes_and_months(store: Store) -> None:
    assert store.profiles.all(NameGroup.PERSON) == [
        Profile(
            name="Mara Dell",
            group=NameGroup.PERSON,
            articles=2,
            mentions=2,
            quotes=2,
            figures=0,
            months=(("2016-10", 1), ("2016-11", 1)),
        )
    ]


def test_a_place_has_the_figures_that_lie_there(store: Store) -> None:
    (zalm,) = store.profiles.all(NameGroup.PLACE)
    assert (zalm.name, zalm.figures, zalm.quotes) == ("Zalm", 2, 0)


def test_passages_come_newest_article_first_and_in_the_order_of_the_text(store: Store) -> None:
    found = store.profiles.passages("Mara Dell", NameGroup.PERSON)
    assert [(each.article_id, each.kind, each.start) for each in found] == [
        ("b", PassageKind.MENTION, 0),
        ("b", PassageKind.QUOTE, 25),
        ("a", PassageKind.MENTION, 0),
        ("a", PassageKind.QUOTE, 25),
    ]
    assert found[1] == Passage(
        kind=PassageKind.QUOTE,
        annotation_id=store.annotations.of("b")[2].id or 0,
        article_id="b",
        title="Rain b",
        source=None,
        published="2016-11-02",
        start=25,
        end=37,
        text="“It rained,”",
    )


def test_a_mention_is_shown_with_what_stands_around_it(store: Store) -> None:
    found = store.profiles.passages("Zalm", NameGroup.PLACE)
    assert [each.text for each in found[:2]] == [TEXT, "killed: Two"]


def test_what_was_merged_counts_for_the_name_it_was_merged_into(store: Store) -> None:
    article = Article(id="c", text="M. Dell slept.")
    store.articles.add_one(article)
    dell = Entity(start=0, end=7, text="M. Dell", label="PERSON", name="M. Dell")
    said = Quote(start=8, end=13, text="slept", type=QuoteType.INDIRECT, speaker_name="M. Dell")
    store.runs.record("c", Detector(name="finder", version="1"), [dell, said])
    store.names.merge("M. Dell", "Mara Dell")
    (profile,) = store.profiles.all(NameGroup.PERSON)
    assert (profile.articles, profile.quotes) == (3, 3)
    assert len(store.profiles.passages("Mara Dell", NameGroup.PERSON)) == 6


def test_what_was_rejected_does_not_count(store: Store) -> None:
    for article_id in ("a", "b"):
        for each in store.annotations.of(article_id):
            if isinstance(each, Quote | CasualtyFigure):
                change = Change(before=each, after=reject(each))
                store.edits.annotations(article_id, "reject", [change])
    assert store.profiles.all(NameGroup.PERSON)[0].quotes == 0
    assert store.profiles.all(NameGroup.PLACE)[0].figures == 0
    kinds = {each.kind for each in store.profiles.passages("Mara Dell", NameGroup.PERSON)}
    assert kinds == {PassageKind.MENTION}


def test_groups_are_apart(store: Store) -> None:
    assert store.profiles.all(NameGroup.ORGANISATION) == []
    assert store.profiles.passages("Mara Dell", NameGroup.PLACE) == []


def test_a_mention_stands_among_whole_words(store: Store) -> None:
    before = "The long exchange across the valley had gone on for many an hour when "
    text = f"{before}Ada Quill spoke, and nobody who had been there could afterwards remember it."
    start = len(before)
    store.articles.add_one(Article(id="q", text=text))
    quill = Entity(start=start, end=start + 9, text="Ada Quill", label="PERSON", name="Ada Quill")
    store.runs.record("q", Detector(name="finder", version="1"), [quill])
    (passage,) = store.profiles.passages("Ada Quill", NameGroup.PERSON)
    assert passage.text == (
        "across the valley had gone on for many an hour when Ada Quill"
        " spoke, and nobody who had been there could afterwards"
    )
