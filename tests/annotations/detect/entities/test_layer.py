"""The entity layer on documents with given entities."""

from spacy.tokens import Doc
from spacy.vocab import Vocab

from annotations.detect.entities.layer import find_entities


def test_mentions_are_trimmed_and_grouped_under_a_name() -> None:
    doc = Doc(
        Vocab(),
        words=["Eva", "Lind", "met", "Mr", "Lind", "'s", "aides", "on", "Tuesday"],
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
