"""Moving an end of an annotation: literal texts, and that nothing is torn or left outside."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Annotation, CasualtyFigure, Entity, Layer, Quote
from reader.borders import End, Step, moved
from reader.layout import Layout

TEXT = "Mayor Ada Bell’s aides.\n\n“We lost 12,000 tents,” she said 👨‍👩‍👧 then."
FAMILY = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}"
TEXTS = st.lists(
    st.sampled_from(
        [
            *("a", "word", "Bell’s", "12,000", "e\N{COMBINING ACUTE ACCENT}", FAMILY, "海"),
            *("“", "”", ",", "\N{COMBINING TILDE}", " ", "  ", "\n", "\n\n"),
        ]
    ),
    min_size=1,
    max_size=20,
).map("".join)


def annotation(text: str, start: int, end: int, layer: Layer = Layer.ENTITIES) -> Annotation:
    span: dict[str, Any] = {"start": start, "end": end, "text": text[start:end]}
    match layer:
        case Layer.ENTITIES:
            return Entity(**span, label="PERSON")
        case Layer.QUOTES:
            return Quote(**span, type="direct")
    return CasualtyFigure(**span, category="killed")


def after(
    words: str, end: End, step: int, *, by: Step = "word", times: int = 1, quote: bool = False
) -> tuple[str, int]:
    start = TEXT.index(words)
    layer = Layer.QUOTES if quote else Layer.ENTITIES
    one = annotation(TEXT, start, start + len(words), layer)
    at = Layout(TEXT, 80).cluster_at
    span, done = moved(TEXT, one, end, step, by=by, cluster_at=at, times=times)
    return TEXT[slice(*span)], done


@pytest.mark.parametrize(
    ("words", "end", "step", "times", "expected"),
    [
        ("Ada", "end", 1, 1, ("Ada Bell", 1)),
        ("Ada Bell’s", "end", -1, 1, ("Ada Bell", 1)),
        ("Ada Bell", "end", 1, 1, ("Ada Bell’s aides", 1)),
        ("Ada Bell’s", "end", 1, 3, ("Ada Bell’s aides", 1)),
        ("Ada Bell’s aides", "end", 1, 1, ("Ada Bell’s aides", 0)),
        ("Mayor Ada Bell", "end", -1, 1, ("Mayor Ada", 1)),
        ("Mayor Ada Bell", "end", -1, 9, ("Mayor", 2)),
        ("Mayor", "end", -1, 1, ("Mayor", 0)),
        ("Ada Bell", "start", -1, 1, ("Mayor Ada Bell", 1)),
        ("Mayor Ada Bell", "start", -1, 1, ("Mayor Ada Bell", 0)),
        ("Mayor Ada Bell", "start", 1, 2, ("Bell", 2)),
        ("Mayor Ada Bell", "start", 1, 3, ("Bell", 2)),
        ("000 tents", "start", -1, 1, ("12,000 tents", 1)),
    ],
)
def test_by_words(words: str, end: End, step: int, times: int, expected: tuple[str, int]) -> None:
    assert after(words, end, step, times=times) == expected


@pytest.mark.parametrize(
    ("words", "end", "step", "expected"),
    [
        ("“We lost 12,000", "end", 1, "“We lost 12,000 tents,”"),
        ("We lost 12,000", "end", 1, "We lost 12,000 tents"),
        ("We lost", "start", -1, "“We lost"),
        ("lost 12,000", "start", -1, "“We lost 12,000"),
        ("“We lost 12,000 tents,” she", "end", -1, "“We lost 12,000 tents,”"),
        ("“We lost 12,000 tents,”", "end", -1, "“We lost 12,000"),
        ("“We lost", "start", 1, "lost"),
    ],
)
def test_words_of_quotes_bring_their_marks(words: str, end: End, step: int, expected: str) -> None:
    assert after(words, end, step, quote=True) == (expected, 1)


@pytest.mark.parametrize(
    ("text", "words", "times", "expected"),
    [
        ("He said all is lost. She left.", "all is", 1, "all is lost"),
        ("He said all is lost; she left.", "all is", 1, "all is lost"),
        ("All is lost, he said", "All is", 1, "All is lost"),
        ("“All is lost”, he said", "“All is", 1, "“All is lost”"),
        ("“All is lost.” He left", "“All is", 1, "“All is lost.”"),
        ("“All is lost.”—He left", "“All is", 1, "“All is lost.”"),
        ('"All is lost," he said', '"All is', 1, '"All is lost,"'),
        ('"All" is lost," he said', '"All" is', 1, '"All" is lost'),
        ("“She said ‘no’,” he said", "“She said", 1, "“She said ‘no’,”"),
        ("‘They don’t know’, he said", "‘They don’t", 1, "‘They don’t know’"),
        ("„Alles verloren“, sagte er", "„Alles", 1, "„Alles verloren“"),
        ("that it was “a disaster” for all", "it was “a", 1, "it was “a disaster”"),
        ("prices rose by 50%, he said", "prices rose by", 1, "prices rose by 50%"),
        ("“All is lost.\n\n“And more", "“All is", 1, "“All is lost."),
        ("“All is lost.\n\n“And more", "“All is", 9, "“All is lost."),
        ("all is lost\n\nA heading", "all", 9, "all is lost"),
        ("it fell at 05:50 on Friday", "it fell at", 1, "it fell at 05:50"),
    ],
)
def test_a_quote_ends_with_a_word_and_with_marks_that_are_its_own(
    text: str, words: str, times: int, expected: str
) -> None:
    assert grown(text, words, "end", 1, times=times) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("OLDPORT – A bridge fell", "bridge fell", "A bridge fell"),
        ("OLDPORT – A bridge fell", "A bridge fell", "OLDPORT – A bridge fell"),
        ("A heading\n\nAll is lost", "All is", "All is"),
        ("he put it at $5 million", "5 million", "$5 million"),
        ("‘“No more”, he said’", "more", "‘“No more"),
    ],
)
def test_a_quote_begins_with_a_word_and_its_opening_marks(
    text: str, words: str, expected: str
) -> None:
    assert grown(text, words, "start", -1) == expected


def grown(text: str, words: str, end: End, step: int, *, times: int = 1) -> str:
    """What a quote covers after one of its ends was moved by words."""
    start = text.index(words)
    quote = annotation(text, start, start + len(words), Layer.QUOTES)
    at = Layout(text, 80).cluster_at
    span, _ = moved(text, quote, end, step, by="word", cluster_at=at, times=times)
    return text[slice(*span)]


def test_by_characters_a_quote_goes_on_in_the_next_paragraph() -> None:
    assert after("aides.", "end", 1, by="character", quote=True) == ("aides.\n\n“", 1)
    assert after("“We", "start", -1, by="character", quote=True) == (".\n\n“We", 1)


@pytest.mark.parametrize(
    ("words", "end", "step", "times", "expected"),
    [
        ("Ada", "end", 1, 1, "Ada B"),
        ("Ada B", "end", -1, 1, "Ada"),
        ("Ada", "start", -1, 1, "r Ada"),
        ("r Ada", "start", 1, 1, "Ada"),
        ("Ada", "start", 1, 9, "a"),
        ("said", "end", 1, 1, "said 👨‍👩‍👧"),
        ("then", "start", -1, 1, "👨‍👩‍👧 then"),
        ("aides", "end", 1, 9, "aides."),
    ],
)
def test_by_characters(words: str, end: End, step: int, times: int, expected: str) -> None:
    assert after(words, end, step, by="character", times=times)[0] == expected


@given(
    TEXTS,
    st.data(),
    st.sampled_from(("start", "end")),
    st.sampled_from((1, -1)),
    st.sampled_from(("word", "character")),
    st.sampled_from(tuple(Layer)),
)
def test_never_torn_never_outside_never_empty(
    text: str, data: st.DataObject, end: End, step: int, by: Step, layer: Layer
) -> None:
    at = Layout(text, 12).cluster_at
    starts = sorted({at(offset)[0] for offset in range(len(text))})
    start = data.draw(st.sampled_from(starts))
    stops = [each for each in (*starts[1:], len(text)) if each > start]
    one = annotation(text, start, data.draw(st.sampled_from(stops)), layer)
    times = data.draw(st.integers(1, 4))
    span, done = moved(text, one, end, step, by=by, cluster_at=at, times=times)
    assert 0 <= span[0] < span[1] <= len(text)
    assert {*span} - {one.start, one.end} <= {*starts, len(text)}
    assert (span == (one.start, one.end)) == (done == 0)
    moved_end = end == "end"
    assert span[not moved_end] == (one.start, one.end)[not moved_end]
    assert (span[moved_end] - (one.start, one.end)[moved_end]) * step >= 0
    if (by == "word" or layer is not Layer.QUOTES) and "\n" not in one.text:
        assert "\n" not in text[slice(*span)]
