"""Quotes of short articles, parsed by the default pipeline."""

from collections.abc import Callable

import pytest

from annotations.model import Quote

Quotes = Callable[[str], list[Quote]]


def _summary(quote: Quote) -> tuple[str, str, str | None, str | None]:
    speaker = quote.speaker.text if quote.speaker else None
    return quote.text, quote.type, speaker, quote.cue.text if quote.cue else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“The bridge is closed,” Mayor Ingrid Solberg said.",
            ("“The bridge is closed,”", "direct", "Mayor Ingrid Solberg", "said"),
        ),
        (
            "“The bridge is closed,” said Ingrid Solberg, the mayor.",
            ("“The bridge is closed,”", "direct", "Ingrid Solberg, the mayor", "said"),
        ),
        (
            'The mayor said: "The bridge is closed."',
            ('"The bridge is closed."', "direct", "The mayor", "said"),
        ),
        (
            "The mayor said that the bridge was closed.",
            ("that the bridge was closed", "indirect", "The mayor", "said"),
        ),
        (
            "The bridge was closed, the mayor said.",
            ("The bridge was closed", "indirect", "the mayor", "said"),
        ),
        (
            "According to the mayor, the bridge was closed.",
            ("the bridge was closed", "indirect", "the mayor", "According to"),
        ),
        (
            "The mayor said the bridge was “a danger to everyone” and had to close.",
            (
                "the bridge was “a danger to everyone” and had to close",
                "mixed",
                "The mayor",
                "said",
            ),
        ),
    ],
)
def test_one_quote(
    quotes: Quotes, text: str, expected: tuple[str, str, str | None, str | None]
) -> None:
    assert [_summary(each) for each in quotes(text)] == [expected]


def test_an_interposed_verb_splits_what_is_said(quotes: Quotes) -> None:
    found = quotes("The bridge, the mayor said, was closed by the storm.")
    assert [each.text for each in found] == ["The bridge", "was closed by the storm"]


def test_the_next_quotation_of_a_paragraph_has_the_same_speaker(quotes: Quotes) -> None:
    found = quotes("“It was dark,” Ingrid Solberg said. “We could not see the road at all.”")
    assert [each.speaker_name for each in found] == ["Ingrid Solberg", "Ingrid Solberg"]


def test_a_quotation_that_goes_on_in_the_next_paragraph(quotes: Quotes) -> None:
    found = quotes(
        "“It was dark,” Ingrid Solberg said. “We could not see.\n\n“Then the lights came back on.”"
    )
    assert [each.speaker_name for each in found] == ["Ingrid Solberg"] * 3


def test_a_signature_after_a_dash(quotes: Quotes) -> None:
    (quote,) = quotes("“Best ferry ride of my whole life.” — Ingrid Solberg")
    assert quote.speaker_name == "Ingrid Solberg"
    assert quote.cue is None


def test_words_held_at_arms_length_are_no_quote(quotes: Quotes) -> None:
    assert quotes("A “humanitarian” pause began on Monday.") == []


def test_a_statement_that_nobody_claims_is_a_quote_without_speaker(quotes: Quotes) -> None:
    (quote,) = quotes("Rain fell all night.\n\n“We have never seen a flood like this before.”")
    assert quote.speaker is None and quote.speaker_name is None


def test_surnames_and_pronouns_get_the_full_name(quotes: Quotes) -> None:
    found = quotes(
        "“The ferry is late,” Ingrid Solberg told passengers on Monday.\n\n"
        "Ms. Solberg said that the engine had failed.\n\n"
        "“Nobody was on board,” she added."
    )
    assert [each.speaker_name for each in found] == ["Ingrid Solberg"] * 3


def test_a_pronoun_of_the_other_gender_stays_without_a_name(quotes: Quotes) -> None:
    found = quotes("Mrs. Solberg arrived late.\n\n“Nobody was on board,” he said.")
    assert [each.speaker_name for each in found] == [None]
