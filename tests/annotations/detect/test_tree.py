"""Steps through dependency trees, on trees built by hand."""

import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from annotations.detect.tree import children, noun_phrase, subject_of

_ENGLISH = spacy.blank("en").vocab


def _doc(*rows: tuple[str, int, str, str]) -> Doc:
    """A parsed sentence from rows of word, index of its governor, label, part of speech."""
    return Doc(
        _ENGLISH,
        words=[row[0] for row in rows],
        heads=[row[1] for row in rows],
        deps=[row[2] for row in rows],
        pos=[row[3] for row in rows],
    )


def test_a_conjoined_verb_shares_the_subject() -> None:
    doc = _doc(
        ("Okoro", 1, "nsubj", "PROPN"),
        ("smiled", 1, "ROOT", "VERB"),
        ("and", 1, "cc", "CCONJ"),
        ("agreed", 1, "conj", "VERB"),
    )
    subject = subject_of(doc[3])
    assert subject is not None and subject.text == "Okoro"


def test_the_speaker_of_a_passive_is_its_agent_not_its_subject() -> None:
    rows = (
        ("It", 2, "nsubjpass", "PRON"),
        ("was", 2, "auxpass", "AUX"),
        ("announced", 2, "ROOT", "VERB"),
    )
    assert subject_of(_doc(*rows)[2]) is None
    doc = _doc(*rows, ("by", 2, "agent", "ADP"), ("Ministers", 3, "pobj", "NOUN"))
    subject = subject_of(doc[2])
    assert subject is not None and subject.text == "Ministers"


def test_a_relative_clause_after_a_comma_is_no_part_of_the_speaker() -> None:
    doc = _doc(
        ("Okoro", 5, "nsubj", "PROPN"),
        (",", 0, "punct", "PUNCT"),
        ("who", 3, "nsubj", "PRON"),
        ("resigned", 0, "relcl", "VERB"),
        (",", 0, "punct", "PUNCT"),
        ("said", 5, "ROOT", "VERB"),
    )
    assert noun_phrase(doc[0], without=doc[5]) == (0, 1)


def test_of_very_many_children_only_those_close_by_are_looked_at() -> None:
    count = 5000
    doc = Doc(
        Vocab(), words=["x"] * count, heads=[0] * count, deps=["ROOT"] + ["dep"] * (count - 1)
    )
    assert 0 < len(list(children(doc[0]))) < 100
