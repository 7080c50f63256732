"""The entity layer on documents with given entities, without a tagger or a parser."""

from itertools import pairwise

import pytest
import spacy
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from annotations.detect.entities.layer import find_entities
from annotations.detect.own_names import OwnNames
from annotations.model import Confidence


def recognised(text: str, **labels: str) -> Doc:
    """A text tokenised, in which each of the words given has a label wherever it stands."""
    nlp = spacy.blank("en")
    if labels:
        patterns = [{"label": label, "pattern": word} for word, label in labels.items()]
        nlp.add_pipe("entity_ruler").add_patterns(patterns)  # type: ignore[attr-defined]
    return nlp(text)


def labels(doc: Doc, **options: OwnNames) -> list[tuple[str, str]]:
    return [(each.text, each.label) for each in find_entities(doc, **options)]


def test_mentions_are_trimmed_and_grouped_under_a_name() -> None:
    doc = Doc(
        Vocab(),
        words=["Eva", "Lind", "met", "Ms", "Lind", "'s", "aides", "on", "Tuesday"],
        spaces=[True, True, True, True, False, True, True, True, False],
        ents=["B-PERSON", "I-PERSON", "O", "O", "B-PERSON", "I-PERSON", "O", "O", "B-DATE"],
    )
    assert [(each.text, each.label, each.name) for each in find_entities(doc)] == [
        ("Eva Lind", "PERSON", "Eva Lind"),
        ("Lind", "PERSON", "Eva Lind"),
        ("Tuesday", "DATE", None),
    ]


def test_an_entity_of_nothing_but_marks_is_dropped() -> None:
    doc = Doc(Vocab(), words=["”", "Rain"], ents=["B-ORG", "O"])
    assert find_entities(doc) == []


def test_unknown_labels_are_kept() -> None:
    doc = Doc(Vocab(), words=["Lyon"], ents=["B-LIEU"])
    assert [each.label for each in find_entities(doc)] == ["LIEU"]


def test_labels_of_a_pipeline_are_read_as_a_person_says() -> None:
    doc = recognised("Ingrid Solberg slept in Zalm.", Zalm="LIEU")
    own = OwnNames(labels={"LIEU": "GPE"})
    assert ("Zalm", "GPE") in labels(doc, own=own)


def test_a_string_has_one_label_in_an_article() -> None:
    doc = Doc(
        Vocab(),
        words=["in", "Zalm", ",", "near", "Zalm", ",", "from", "Zalm", ".", "Zalm", "fell", "."],
        ents=["O", "B-GPE", "O", "O", "B-GPE", "O", "O", "B-ORG", "O", "B-NORP", "O", "O"],
    )
    assert labels(doc) == [("Zalm", "GPE")] * 4


def test_what_the_recogniser_missed_elsewhere_is_added() -> None:
    doc = Doc(
        Vocab(),
        words=["Eva", "Lind", "spoke", ".", "On", "the", "pier", "Lind", "sang", "."],
        ents=["B-PERSON", "I-PERSON"] + ["O"] * 8,
    )
    found = find_entities(doc)
    assert [(each.text, each.name, each.rule) for each in found] == [
        ("Eva Lind", "Eva Lind", "recognised"),
        ("Lind", "Eva Lind", "repeated"),
    ]


def test_names_in_addresses_are_left_alone() -> None:
    assert (
        labels(recognised("See https://example.org/Egypt-wins and write to iraq@example.org."))
        == []
    )


def test_a_persons_own_list_beats_all_else() -> None:
    doc = recognised("Hamas met the Tarn Front in Paris.", Paris="GPE")
    own = OwnNames(names={"Tarn Front": "ORG", "Paris": "PERSON", "Hamas": "EVENT"})
    found = find_entities(doc, own=own)
    assert [(each.text, each.label, each.rule) for each in found] == [
        ("Hamas", "EVENT", "own-name"),
        ("Tarn Front", "ORG", "own-name"),
        ("Paris", "PERSON", "own-name"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Iranian-Saudi talks", [("Iranian", "NORP"), ("Saudi", "NORP")]),
        ("the non-Muslim vote", [("Muslim", "NORP")]),
        ("They drove to Mazar-i-Sharif.", [("Mazar-i-Sharif", "GPE")]),
        ("TEHRAN — Shops closed.", [("TEHRAN", "GPE")]),
        ("Oslo, 12 May – Shops closed.", [("Oslo", "GPE")]),
    ],
)
def test_names_that_need_no_recogniser(text: str, found: list[tuple[str, str]]) -> None:
    assert labels(recognised(text)) == found


def test_a_known_name_that_is_a_word_among_capitals_is_none() -> None:
    assert labels(recognised("A CAR BOMB fell.")) == []
    assert labels(recognised("Troops of CAR fled.")) == [("CAR", "GPE")]


def test_a_name_cut_at_a_particle_is_made_whole() -> None:
    doc = recognised("Ursula von der Tarn met Staffan de Zalm.")
    doc.ents = (Span(doc, 0, 2, label="PERSON"), Span(doc, 6, 8, label="PERSON"))
    assert labels(doc) == [("Ursula von der Tarn", "PERSON"), ("Staffan de Zalm", "PERSON")]


def test_a_full_name_is_not_torn_by_a_town_in_it() -> None:
    assert labels(recognised("Florence Tarnova sang.", Florence="GPE")) == [
        ("Florence Tarnova", "PERSON")
    ]


def test_what_is_named_before_the_full_name_is_no_surname() -> None:
    text = "The kelp harvest failed.\nFord said sales rose. Later, Harrison Ford, 77, came to Ford."
    doc = recognised(text, **{"Ford": "ORG", "Harrison": "PERSON"})
    assert ("Ford", "ORG") in labels(doc)
    after = "The kelp harvest failed.\nHarrison Ford, 77, came. Ford said sales rose."
    doc = recognised(after, **{"Ford": "ORG", "Harrison": "PERSON"})
    assert ("Ford", "PERSON") in labels(doc)


def test_a_narrow_verdict_is_of_low_confidence() -> None:
    doc = Doc(Vocab(), words=["Zalm", "fell"], ents=["B-ORG", "O"])
    (found,) = find_entities(doc)
    assert found.confidence is Confidence.LOW


def test_mentions_do_not_overlap_and_cover_their_text() -> None:
    text = "Eva Lind of the World Kelp Council (WKC) flew to Paris, Texas. The WKC's Lind slept."
    found = find_entities(recognised(text, **{"Eva Lind": "PERSON", "World Kelp Council": "ORG"}))
    assert all(text[each.start : each.end] == each.text for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert {each.text: each.name for each in found}["WKC"] == "World Kelp Council"
