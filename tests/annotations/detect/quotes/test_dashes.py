"""Dialogue dashes at the start of paragraphs."""

import pytest

from annotations.detect.quotes.marks import Kind, Region, pair


def _quoted(text: str) -> list[str]:
    return [text[region.start : region.end] for region in pair(text)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        (
            "—Vamos al puerto —dijo Marta—. Llegaremos tarde.\n—No.",
            ["—Vamos al puerto", "Llegaremos tarde.", "—No."],
        ),
        (
            "— We go now, — said Marta. — The road is open.\n— When?",
            ["— We go now,", "— The road is open.", "— When?"],
        ),
        (
            "– Czy most stoi? – zapytała Marta.\n\n– Stoi.",
            ["– Czy most stoi?", "– Stoi."],
        ),
        ("―Is it closed?\nShe looked up.\n―It is.", ["―Is it closed?", "―It is."]),
        ("- Is it closed? - asked Marta.\n- It is.", ["- Is it closed?", "- It is."]),
        ("—¿Y el puente?\n—Está cerrado.", ["—¿Y el puente?", "—Está cerrado."]),
        (
            "— The bridge — the old one — is closed!\n— I know.",
            ["— The bridge — the old one — is closed!", "— I know."],
        ),
        (
            '—They call it "the pit", sir.\n—Who does?',
            ['—They call it "the pit", sir.', "—Who does?"],
        ),
    ],
)
def test_dialogue(text: str, quoted: list[str]) -> None:
    assert _quoted(text) == quoted
    assert {region.kind for region in pair(text)} == {Kind.DASH}


@pytest.mark.parametrize(
    "text",
    [
        "GENEVA — Will the talks go on?\nOSLO — Nobody knows.",
        "The bridge is closed.\n— Ingrid Solberg",
        "— Ingrid Solberg\n— Marta Lind",
        "— Is it closed?\nThe mayor did not know.",
        "— Two people died.\n— Ten were hurt.",
        "- Bread\n- Is there milk?",
        "- Is it closed?\nShe looked up.\n- It is.",
        "— Is it closed?\nOne.\nTwo.\nThree.\n— It is.",
        "— Is it closed?\n– It is.",
    ],
)
def test_lists_datelines_asides_and_signatures(text: str) -> None:
    assert pair(text) == []


def test_a_dash_before_a_quotation_leaves_the_marks_their_due() -> None:
    assert _quoted("— “Is it closed?”\n— “It is.”") == ["“Is it closed?”", "“It is.”"]


def test_speech_after_a_dash_needs_no_mark_to_end() -> None:
    assert pair("—No? \n—No.") == [
        Region(start=0, end=4, closed=True, kind=Kind.DASH),
        Region(start=6, end=10, closed=True, kind=Kind.DASH),
    ]
