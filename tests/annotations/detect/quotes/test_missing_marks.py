"""Quotations over several paragraphs, and with a mark too few."""

import pytest

from annotations.detect.quotes.marks import Region, pair


def _quoted(text: str) -> list[str]:
    return [text[region.start : region.end] for region in pair(text)]


def test_a_quotation_goes_on_over_paragraphs() -> None:
    assert pair("“One.\n\n“Two.”") == [
        Region(start=0, end=5, closed=False),
        Region(start=7, end=13, closed=True),
    ]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"One. \n\nNo more of it.', ['"One.']),
        ("He said: “The road is open.\nNobody came.", ["“The road is open."]),
        ("“We won, she said. “It was good.”", ["“We won, she said.", "“It was good.”"]),
        ('"We won, she said. "It was good."', ['"We won, she said.', '"It was good."']),
        ("““Go,” she said.", ["“Go,”"]),
    ],
)
def test_without_a_closing_mark(text: str, quoted: list[str]) -> None:
    assert _quoted(text) == quoted


def test_a_paragraph_that_one_mark_begins_holds_those_of_another_kind() -> None:
    text = '"They call it “the pit” and laugh.'
    assert pair(f'{text}\n"Nobody stays."')[0] == Region(start=0, end=len(text), closed=False)


def test_a_stray_mark_amid_a_sentence_holds_a_clause() -> None:
    text = "The “bridge is closed, said Ingrid Solberg, who called it “a danger”."
    assert _quoted(text) == ["“bridge is closed,", "“a danger”"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("The road is open,” she said. “Come.”", ["The road is open,”", "“Come.”"]),
        ('  The road is open," she said.', ['The road is open,"']),
        ("The road is open” she said.", []),
        ("Loose ” marks » here.", []),
        (f"{'The road is open. ' * 30}Come.”", []),
        ("“Go.” The road is open,” she said.", ["“Go.”"]),
    ],
)
def test_without_an_opening_mark(text: str, quoted: list[str]) -> None:
    assert _quoted(text) == quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He cried “ and left.", []),
        ("He cried “ Go now! ”", ["“ Go now! ”"]),
        ("“Go now. “", ["“Go now. “"]),
    ],
)
def test_marks_apart_from_the_words(text: str, quoted: list[str]) -> None:
    assert _quoted(text) == quoted


def test_marks_of_two_families_that_cross() -> None:
    assert _quoted("“Go «now” or» never.") == ["“Go «now”"]
