"""Hyphens at the ends of lines."""

import pytest

from annotations.sources.documents.pdf.hyphens import joined, words_of

WORDS = words_of(
    [
        "The co-op and a ceasefire and the cease-works and coworkers and anti-tank mines today.",
        "x re-sign x resign x resign x",
    ]
)


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("the inves-", "tigation", "the investigation"),
        ("near Al-", "Shabaab posts", "near Al-Shabaab posts"),
        ("Jean-", "Pierre", "Jean-Pierre"),
        ("a 12-", "year-old", "a 12-year-old"),
        ("a 12-year-", "old boy", "a 12-year-old boy"),
        ("COVID-", "19", "COVID-19"),
        ("the co-", "operation of", "the co-operation of"),
        ("the co-", "lumn of", "the column of"),
        ("the cease-", "fire held", "the ceasefire held"),
        ("non-", "governmental", "non-governmental"),
        ("anti-", "government", "anti-government"),
        ("anti-", "cipated", "anticipated"),
        ("self-", "defence", "self-defence"),
        ("the so-", "called", "the so-called"),
        ("the so-", "lution", "the solution"),
        ("Iran-", "backed", "Iran-backed"),
        ("they ar-", "range", "they arrange"),
        ("twenty-", "three", "twenty-three"),
        ("they re-", "sign", "they resign"),
        ("the air-", "craft", "the aircraft"),
        ("NA-", "TO forces", "NATO forces"),
        ("UN-", "led talks", "UN-led talks"),
        ("soft\u00ad", "ware", "software"),
        ("well-organ\u2010", "ised", "well-organised"),
        ("two words", "more", "two words more"),
        ("he left –", "and came", "he left – and came"),
        ("he left—", "and came", "he left—and came"),
        ("2014–", "2016", "2014–2016"),
        ("and/", "or", "and/or"),
        ("killed -", "some", "killed - some"),
        ("pre- and post-", "war", "pre- and post-war"),
    ],
)
def test_joined(before: str, after: str, line: str) -> None:
    assert joined(before, after, WORDS) == line


def test_what_the_document_shows_decides() -> None:
    assert joined("cease-", "fire", words_of(["a cease-fire is"])) == "cease-fire"
    assert joined("cease-", "fire", words_of(["a ceasefire is"])) == "ceasefire"
    assert joined("well\u2010", "known", words_of(["the well‐known man"])) == "well‐known"
