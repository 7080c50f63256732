"""Articles as documents of spaCy: which tokens a stretch is widened to, and what is a name."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from annotations.detect.docbin_docs import Told, blank_english, doc_of

ENGLISH = blank_english()
GROUPS = (
    *("entities", "quotes", "casualties"),
    *("entities_rejected", "quotes_rejected", "casualties_rejected"),
    "parts",
)


def mark(text: str, words: str, label: str) -> dict[str, Any]:
    start = text.index(words)
    end = start + len(words)
    return {"start": start, "end": end, "label": label, "id": "", "record": {"label": label}}


def made(text: str, *, missing: bool = False, **groups: list[dict[str, Any]]) -> tuple[Doc, Told]:
    request = {"text": text, "article_id": "a", "article": {}, "cats": {}, "missing": missing}
    return doc_of(ENGLISH, request | {"groups": {name: groups.get(name, []) for name in GROUPS}})


def texts(doc: Doc, group: str) -> list[str]:
    return [span.text for span in doc.spans[group]]


@pytest.mark.parametrize(
    ("words", "widened"),
    [
        ("Dell", "Dell"),
        ("ell", "Dell"),
        ("Mara De", "Mara Dell"),
        ("Mara ", "Mara"),
        (" Dell", "Dell"),
        (" ", "Mara"),
        ("'s", "'s"),
        ("Dell'", "Dell's"),
        ("\n", "\n\n"),
        ("😊", "😊"),
        ("left\n\nthe 😊.", "left\n\nthe 😊."),
    ],
)
def test_a_stretch_is_widened_to_the_tokens_that_it_has_something_of(
    words: str, widened: str
) -> None:
    text = "Mara Dell's team left\n\nthe 😊."
    doc, told = made(text, quotes=[mark(text, words, "QUOTE_DIRECT")])
    assert doc.text == text
    assert texts(doc, "quotes") == texts(doc, "sc") == [widened]
    assert told["widened"] == (words != widened)


def test_names_that_overlap_are_left_out_but_for_the_longest() -> None:
    text = "The Bank of Lindow in Lindow"
    names = ["Lindow", "Bank of Lindow", "Bank"]
    doc, told = made(text, entities=[mark(text, each, "ORG") for each in names])
    assert [ent.text for ent in doc.ents] == ["Bank of Lindow"]
    assert texts(doc, "entities") == names
    assert told == {"widened": 0, "overlapping": 2}


def test_names_neither_begin_nor_end_with_blank_space() -> None:
    text = "Calder\n\nForce  \n\n"
    names = [mark(text, "\n\nForce  ", "ORG"), mark(text, "\n\n", "LAW")]
    doc, told = made(text, entities=names)
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Force", "ORG")]
    records = doc.spans["entities"].attrs["closeread"]
    assert [each.get("ent") for each in records] == [[8, 13, "ORG"], None]
    assert told["blank"] == 1


def test_what_is_no_name_is_outside_or_unknown() -> None:
    text = "Mara Dell left."
    for missing, unmarked in ((False, "O"), (True, "")):
        doc, _ = made(text, missing=missing, entities=[mark(text, "Mara Dell", "PERSON")])
        assert [token.ent_iob_ for token in doc] == ["B", "I", unmarked, unmarked]


def test_a_rejected_name_is_apart_unless_it_contradicts_another() -> None:
    text = "Mara Dell left Lindow."
    doc, _ = made(
        text,
        entities=[mark(text, "Mara Dell", "PERSON")],
        entities_rejected=[mark(text, "Mara Del", "PERSON"), mark(text, "Lindow", "PERSON")],
    )
    assert texts(doc, "entities_rejected") == ["Lindow"]
    assert texts(doc, "sc") == ["Mara Dell"]
    places = [each["at"] for each in doc.spans["entities_rejected"].attrs["closeread"]]
    assert places == [None, [15, 21, "PERSON"]]


@st.composite
def stretches(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(st.text(alphabet="ab .'\n😊é\N{COMBINING ACUTE ACCENT}ق-", min_size=1, max_size=30))
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@given(stretches())
@settings(max_examples=100)
def test_what_is_widened_has_all_that_it_had_but_blanks(stretch: tuple[str, int, int]) -> None:
    text, start, end = stretch
    whole = {"start": start, "end": end, "label": "ORG", "id": "", "record": {"label": "ORG"}}
    doc, told = made(text, entities=[whole])
    (span,) = doc.spans["entities"]
    assert doc.text == text
    kept = set(range(span.start_char, span.end_char))
    assert all(text[place] == " " for place in set(range(start, end)) - kept)
    assert bool(told["widened"]) == ((span.start_char, span.end_char) != (start, end))
