"""The reader of marked texts."""

from pathlib import Path

import pytest

from annotations.model import Quote, Span
from tests.annotations.detect.quotes.marked import (
    Expected,
    Marked,
    read_articles,
    read_marked,
    read_sentences,
)

TEXT = "It is shut, she said, and it stays shut."
HEAD, SPEAKER = Span(start=0, end=11, text="It is shut,"), Span(start=12, end=15, text="she")
CUE = Span(start=16, end=20, text="said")


def quote(
    start: int = 0,
    end: int = 11,
    *,
    type: str = "indirect",  # noqa: A002
    speaker: Span | None = SPEAKER,
    cue: Span | None = CUE,
    name: str | None = None,
    utterance: Span | None = None,
) -> Quote:
    """A quote of `TEXT`."""
    return Quote(
        start=start,
        end=end,
        text=TEXT[start:end],
        type=type,
        speaker=speaker,
        cue=cue,
        speaker_name=name,
        utterance=utterance,
    )


def only(marked: str) -> Expected:
    """The one quote of a marked text."""
    (expected,) = read_marked(marked).quotes
    return expected


def test_a_text_without_braces_expects_nothing() -> None:
    assert read_marked("A | bar, and nobody speaks.") == Marked(
        text="A | bar, and nobody speaks.", quotes=()
    )


def test_a_brace_says_what_is_compared() -> None:
    marked = read_marked(
        "{It is shut,|indirect|by she|cue said|name Ada Lund} she said, and it stays shut."
    )
    fields: dict[str, Span | str | None] = {
        "type": "indirect",
        "speaker": SPEAKER,
        "cue": CUE,
        "speaker_name": "Ada Lund",
        "utterance": None,
    }
    assert marked == Marked(text=TEXT, quotes=(Expected(span=HEAD, fields=fields, optional=False),))


def test_cue_and_name_are_compared_only_where_they_are_given() -> None:
    assert only("{It is shut,|indirect|by she} she said.").fields.keys() == {
        "type",
        "speaker",
        "utterance",
    }


def test_a_speaker_that_is_left_out_must_be_null() -> None:
    assert only("{It is shut,|indirect} she said.").fields["speaker"] is None


@pytest.mark.parametrize(("mark", "field"), [("cue -", "cue"), ("name -", "speaker_name")])
def test_a_stroke_stands_for_null(mark: str, field: str) -> None:
    fields = only("{It is shut,|indirect|" + mark + "} she said.").fields
    assert field in fields
    assert fields[field] is None


@pytest.mark.parametrize(
    ("marked", "start"),
    [
        ("He, said he, {is he|indirect|by he}, he.", 9),
        ("The {he|indirect|by he} then, he.", 13),
        ("he said {so|indirect|by he}, he said", 12),
    ],
)
def test_a_speaker_is_the_nearest_whole_word_outside_of_the_content(
    marked: str, start: int
) -> None:
    assert only(marked).fields["speaker"] == Span(start=start, end=start + 2, text="he")


def test_parts_of_one_utterance_share_its_span() -> None:
    marked = read_marked("{One,|indirect|part a} she said, {two|indirect|part a}; {six|indirect}.")
    one = Span(start=0, end=18, text="One, she said, two")
    assert [each.fields["utterance"] for each in marked.quotes] == [one, one, None]


def test_a_quote_may_stand_in_a_quote() -> None:
    marked = read_marked("{that he said {no|indirect}|indirect}")
    assert [each.span.text for each in marked.quotes] == ["that he said no", "no"]


@pytest.mark.parametrize(
    "marked",
    [
        "{It is shut",
        "It is shut|indirect}",
        "{It is shut|spoken}",
        "{It is shut|indirect|by Ada}",
        "{It is shut|indirect|of Ada} Ada",
        "{It is shut|indirect|part a}",
    ],
)
def test_what_is_marked_wrongly_is_refused(marked: str) -> None:
    with pytest.raises((AssertionError, ValueError)):
        read_marked(marked)


MARKED = read_marked("{It is shut,|indirect|by she|cue said|name -} she said, and it stays shut.")


@pytest.mark.parametrize(
    ("found", "faults"),
    [
        ([quote()], []),
        ([], ["missing: 'It is shut,' indirect"]),
        (
            [quote(0, 10)],
            ["missing: 'It is shut,' indirect", "too much: 'It is shut' indirect"],
        ),
        ([quote(), quote()], ["too much: 'It is shut,' indirect"]),
        ([quote(), quote(22, 39)], ["too much: 'and it stays shut' indirect"]),
        ([quote(type="mixed")], ["'It is shut,': type mixed instead of indirect"]),
        ([quote(speaker=None)], ["'It is shut,': speaker None instead of 'she' at 12"]),
        ([quote(cue=SPEAKER)], ["'It is shut,': cue 'she' at 12 instead of 'said' at 16"]),
        ([quote(name="Ada")], ["'It is shut,': speaker_name Ada instead of None"]),
        ([quote(utterance=HEAD)], ["'It is shut,': utterance 'It is shut,' at 0 instead of None"]),
    ],
)
def test_faults_say_what_is_missing_wrong_and_too_much(
    found: list[Quote], faults: list[str]
) -> None:
    assert MARKED.faults(found) == faults


OPTIONAL = read_marked("{It is|?direct} shut, she said, {and it stays shut|indirect|by she}.")
SECOND = quote(22, 39)


@pytest.mark.parametrize(
    ("found", "faults"),
    [
        ([SECOND], []),
        ([quote(), SECOND], []),
        ([quote(0, 5), quote(6, 10), SECOND], ["too much: 'shut' indirect"]),
        ([quote(0, 5), quote(), SECOND], ["too much: 'It is shut,' indirect"]),
        ([quote(0, 39)], ["missing: 'and it stays shut' indirect"]),
    ],
)
def test_an_optional_quote_is_never_missed_and_absorbs_one(
    found: list[Quote], faults: list[str]
) -> None:
    assert OPTIONAL.faults(found) == faults


def test_a_file_of_sentences_holds_one_a_line(tmp_path: Path) -> None:
    file = tmp_path / "some.txt"
    file.write_text("# What these are.\n\nOne.\n{Two|indirect}.\n", encoding="utf-8")
    assert [each.text for each in read_sentences(file)] == ["One.", "Two."]


def test_a_file_of_articles_introduces_each(tmp_path: Path) -> None:
    file = tmp_path / "some.txt"
    file.write_text(
        "=== a first\nOne.\n\nTwo.\n\n=== a second\n{Six|indirect}.\n", encoding="utf-8"
    )
    articles = read_articles(file)
    assert {title: each.text for title, each in articles.items()} == {
        "a first": "One.\n\nTwo.",
        "a second": "Six.",
    }


@pytest.mark.parametrize("text", ["One.\n=== a first\nTwo.\n", "=== one\nA.\n=== one\nB.\n"])
def test_articles_that_are_not_introduced_are_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "some.txt"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(AssertionError):
        read_articles(file)
