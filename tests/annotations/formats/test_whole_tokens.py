"""Stretches on whole tokens."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from annotations.detect.tokens import english, tokens_of
from annotations.formats.format import Token, Tokens
from annotations.formats.whole_tokens import WholeTokens, apart, spacy_tokens

ENGLISH = english()
TEXT = "Mara  Dell's\n\nteam. "


def tokens_in(text: str) -> tuple[Token, ...]:
    answer = tokens_of(ENGLISH, text)
    tokens = tuple(Token(*each) for each in answer["tokens"])
    return spacy_tokens(text, Tokens(tokens=tokens, sentences=()))


def test_blank_space_has_tokens_of_its_own() -> None:
    assert [(TEXT[each.start : each.end], each.space) for each in tokens_in(TEXT)] == [
        ("Mara", True),
        (" ", False),
        ("Dell", False),
        ("'s", False),
        ("\n\n", False),
        ("team", False),
        (".", True),
    ]


@given(st.text(alphabet="ab .'\n\t\xa0\u2003😊é\N{COMBINING ACUTE ACCENT}ق-", max_size=40))
@settings(max_examples=100)
def test_spacy_makes_the_text_again_of_its_tokens(text: str) -> None:
    tokens = tokens_in(text)
    doc = Doc(
        ENGLISH.vocab,
        words=[text[each.start : each.end] for each in tokens],
        spaces=[each.space for each in tokens],
    )
    assert doc.text == text
    assert [token.idx for token in doc] == [each.start for each in tokens]


@pytest.mark.parametrize(
    ("words", "around"),
    [("Mara", (0, 1)), ("a  D", (0, 3)), (" Dell", (1, 3)), ("ll's", (2, 4)), ("\n", (4, 5))],
)
def test_a_stretch_is_on_the_tokens_that_it_has_something_of(
    words: str, around: tuple[int, int]
) -> None:
    start = TEXT.index(words)
    assert WholeTokens(tokens_in(TEXT)).around(start, start + len(words)) == around


def test_the_blank_after_a_token_is_of_that_token() -> None:
    tokens = WholeTokens(tokens_in("a b"))
    assert tokens.around(1, 2) == (0, 1)
    assert tokens.around(1, 3) == (1, 2)


def test_stretches_apart_are_the_longest() -> None:
    assert apart([(0, 2, 0), (1, 4, 1), (4, 5, 2), (0, 3, 3)]) == [3, 2]
    assert apart([(0, 2, 0), (2, 4, 1)], taken=[(3, 9, 7)]) == [0]
