"""Texts in tokens and sentences, from a process of its own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.detect.tokenising import Tokeniser
from annotations.detect.tokens import english, tokens_of
from annotations.errors import DetectorDied
from annotations.formats.format import Tokens

TEXT = "KHARKIV 😊 At least 12 died.  “No,” she said.\n\nMr. Dell\tleft."


def words(text: str, tokens: Tokens) -> list[list[str]]:
    return [
        [text[each.start : each.end] for each in tokens.tokens[first:end]]
        for first, end in tokens.sentences
    ]


def test_a_text_in_sentences_and_tokens() -> None:
    with Tokeniser() as tokenise:
        tokens = tokenise(TEXT)
        assert words(TEXT, tokens) == [
            ["KHARKIV", "😊", "At", "least", "12", "died", "."],
            ["“", "No", ",", "”", "she", "said", "."],
            ["Mr.", "Dell", "left", "."],
        ]
        assert [each.space for each in tokens.tokens[:7]] == [True] * 5 + [False, True]
        assert tokenise("") == Tokens(tokens=(), sentences=())


def test_a_process_that_has_ended_is_told() -> None:
    tokenise = Tokeniser()
    tokenise("One.")
    assert tokenise._process is not None
    tokenise._process.kill()
    tokenise._process.wait()
    with pytest.raises(DetectorDied):
        tokenise("Two.")
    tokenise.close()
    tokenise.close()


ENGLISH = english()


@given(st.text(max_size=60))
@settings(max_examples=50)
def test_every_character_that_is_not_blank_is_in_one_token(text: str) -> None:
    answer = tokens_of(ENGLISH, text)
    covered = [place for start, end, _ in answer["tokens"] for place in range(start, end)]
    assert covered == sorted(set(covered))
    assert all(text[place].isspace() for place in set(range(len(text))) - set(covered))
    parts = [place for first, end in answer["sentences"] for place in range(first, end)]
    assert parts == list(range(len(answer["tokens"])))
