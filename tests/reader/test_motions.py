from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import motions

PIECES = [
    *("Calder", "left", "Mr.", "U.S.", "J.", "12", ".", "!", "?”", "…", "“We", "(She", "。"),
    *(" ", "  ", "\n", "\n\n", "\u00a0"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def sentences(text: str, *names: str) -> list[str]:
    """The text cut where the motion stops; it does not inside any of the names."""
    inside = {
        at for name in names for at in range(text.index(name) + 1, text.index(name) + len(name))
    }
    stops = [0]
    while stops[-1] < len(text):
        at = stops[-1]
        stops.append(motions.next_sentence(text, at, beyond=at + 1, is_inside=inside.__contains__))
    return [text[first:last].strip() for first, last in pairwise(stops)]


@pytest.mark.parametrize(
    "expected",
    [
        ["He left.", "She stayed."],
        ["He left?", "Why!", "12 died… ", "None knew."],
        ["“We lost him.”", "Calder wept.", "“Why? she asked.”"],
        ["(It rained.)", "[Then it stopped.]", "— So they say."],
        ["Mr. Calder met Gen. Ruiz vs. Lt. Col. Vance.", "Both left."],
        ["J. Calder of the U.S. Army left.", "He wept."],
        ["It cost 3.5 million on Sept. 11.", "Prices rose."],
        ["see example.org for more, e.g. this.", "Éva left."],
        ["他走了。", "她留下了！", "为什么？"],
        ["The title has no stop", "The text has."],
    ],
    ids=lambda expected: expected[0],
)
def test_sentences(expected: list[str]) -> None:
    is_title = not expected[0].endswith(tuple(".!?”)。"))
    between = "" if expected[0].endswith("。") else "\n\n" if is_title else " "
    assert sentences(between.join(map(str.strip, expected))) == [each.strip() for each in expected]


def test_no_sentence_begins_inside_a_name() -> None:
    text = "He joined Yahoo! Japan. It grew."
    assert sentences(text) == ["He joined Yahoo!", "Japan.", "It grew."]
    assert sentences(text, "Yahoo! Japan") == ["He joined Yahoo! Japan.", "It grew."]


def test_sentences_backwards_begin_with_the_one_around_the_cursor() -> None:
    text = "One left. Two left.\n\n“Three left.” Four."
    starts = [text.index(word) for word in ("One", "Two", "“", "Four")]
    at, stops = len(text), []
    while at:
        at = motions.previous_sentence(text, at)
        stops.append(at)
    assert stops == starts[::-1]
    assert motions.previous_sentence(text, text.index("hree")) == text.index("“")


def test_sentence_ends_take_in_what_closes_them() -> None:
    text = "“We lost.” He left. \n\nShe"
    ends = [text.index("”"), text.index("left.") + 4, len(text) - 1]
    at, stops = 0, []
    while at < len(text):
        at = motions.sentence_end(text, at, beyond=at + 1)
        stops.append(at)
    assert stops == [*ends, len(text)]


@given(TEXTS, st.integers(0, 60))
def test_motions_go_forwards_and_backwards_and_never_leave_the_text(text: str, offset: int) -> None:
    at = min(offset, len(text))
    for forwards in (motions.next_word, motions.next_sentence, motions.sentence_end):
        assert at < forwards(text, at, beyond=at + 1) <= len(text) or at == len(text)
    assert at <= motions.next_paragraph(text, at) <= len(text)
    for backwards in (
        motions.previous_word,
        motions.previous_sentence,
        motions.previous_paragraph,
    ):
        assert 0 <= backwards(text, at) < at or at == 0


@given(TEXTS, st.integers(0, 60))
def test_there_and_back_ends_at_or_before_where_one_began(text: str, offset: int) -> None:
    at = min(offset, len(text))
    there = motions.next_sentence(text, at, beyond=at + 1)
    assert motions.previous_sentence(text, there) <= at
    there = motions.next_paragraph(text, at)
    assert motions.previous_paragraph(text, there) <= at


@given(TEXTS, st.integers(0, 60))
def test_a_sentence_begins_at_the_start_or_where_no_word_goes_on(text: str, offset: int) -> None:
    at = min(offset, len(text))
    there = motions.next_sentence(text, at, beyond=at + 1)
    if there < len(text):
        assert not text[there].isspace()
        assert text[there - 1].isspace() or text[there - 1] in "。！？」』”’）"
    back = motions.previous_sentence(text, at)
    assert back == 0 or text[back - 1].isspace() or text[back - 1] in "。！？」』”’）"


@given(TEXTS)
def test_sentences_are_the_same_both_ways(text: str) -> None:
    down, at = [], 0
    while (at := motions.next_sentence(text, at, beyond=at + 1)) < len(text):
        down.append(at)
    up, at = [], len(text)
    while (at := motions.previous_sentence(text, at)) > 0:
        up.append(at)
    assert [each for each in up[::-1] if each > 0] == down or not text.strip()


def test_runs_of_stops_and_blanks_do_not_take_forever() -> None:
    text = "a" + "." * 200_000 + " " * 200_000 + "\n"
    assert motions.next_sentence(text, 0, beyond=1) == len(text)
