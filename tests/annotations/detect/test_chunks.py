"""Where long texts are cut before they are parsed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.detect.chunks import chunks, word_runs

_TEXTS = st.text(st.sampled_from("ab. \n“”"), max_size=400)


@given(_TEXTS, st.integers(2, 50))
def test_chunks_are_the_whole_text_and_none_is_too_long(text: str, length: int) -> None:
    spans = list(chunks(text, length=length))
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(0 < end - start <= length for start, end in spans)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("one. two\nthree.\n\nfour five six", "one. two\nthree.\n\n"),
        ("one two three.\nfour five six seven", "one two three.\n"),
        ("one two three. Four five six seven", "one two three. "),
        ("one two three four five six seven", "one two three four "),
        ("x" * 40, "x" * 20),
    ],
)
def test_a_chunk_ends_at_the_best_border_of_its_second_half(text: str, first: str) -> None:
    start, end = next(iter(chunks(text, length=20)))
    assert text[start:end] == first


@given(st.text(st.sampled_from("ab \n'"), max_size=700))
def test_word_runs_are_the_whole_text(text: str) -> None:
    assert "".join(text[start:end] for start, end, _ in word_runs(text)) == text


def test_only_overlong_words_are_taken_apart() -> None:
    text = "see " + "x" * 200 + " there"
    assert [(end - start, plain) for start, end, plain in word_runs(text)] == [
        (4, True),
        (150, False),
        (50, False),
        (6, True),
    ]
