"""Quotes that go on from the one before them, and are said in one go with it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Quote, Span, Status
from annotations.offsets import check
from annotations.review import Change
from reader.continuing import continued, goes_on, is_joined, parted

TEXT = (
    "“Rain fell,” the mayor said, “and then hail.” She paused. “Then snow,” she said. “Enough.\n"
    "\n"
    "“Go home.”\n"
    "\n"
    "“Now.”"
)


def cut(words: str) -> Span:
    return Span.cut(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


def quote(words: str, number: int, **known: object) -> Quote:
    span = cut(words)
    return Quote(
        start=span.start,
        end=span.end,
        text=words,
        id=number,
        **{"type": "direct", **known},  # type: ignore[arg-type]
    )


RAIN = quote("“Rain fell,”", 1, speaker=cut("the mayor"), cue=cut("said"), speaker_name="Ann Lee")
HAIL = quote("“and then hail.”", 2, speaker_rule="pronoun")
SNOW = quote("“Then snow,”", 3, cue=Span.cut(TEXT, 75, 79), status=Status.ADDED)
ENOUGH = quote("“Enough.", 4)
HOME = quote("“Go home.”", 5)
NOW = quote("“Now.”", 6)
WHOLE = Span.cut(TEXT, RAIN.start, HAIL.end)


def after(changes: Sequence[Change]) -> dict[int | None, Quote]:
    return {each.after.id: each.after for each in changes if isinstance(each.after, Quote)}


@pytest.mark.parametrize(
    ("one", "following", "expected"),
    [
        (RAIN, HAIL, True),  # in one sentence
        (HAIL, SNOW, False),  # a sentence of its own between them
        (SNOW, ENOUGH, True),  # only who says it between them
        (replace(SNOW, cue=None), ENOUGH, False),  # a sentence that says nobody does
        (ENOUGH, HOME, True),  # not closed before the next paragraph
        (HOME, NOW, False),
        (replace(HOME, end=HOME.end - 2), replace(HOME, start=HOME.end - 2), True),
        (SNOW, HOME, False),  # another paragraph
        (HAIL, RAIN, False),
        (RAIN, replace(RAIN, id=9), False),
    ],
)
def test_what_can_be_said_in_one_go(one: Quote, following: Quote, expected: bool) -> None:
    assert goes_on(one, following, TEXT) is expected


def test_an_abbreviation_ends_no_sentence() -> None:
    text = "“No,” said Dr. Lee and Mr. Roe, “yes.”"
    one = Quote(start=0, end=5, text="“No,”", type="direct")
    last = text.index("“yes")
    assert goes_on(one, replace(one, start=last, end=len(text), text="“yes.”"), text)


def test_the_second_half_has_speaker_name_and_cue_and_both_one_utterance() -> None:
    assert after(continued([HAIL], RAIN, around=[], text=TEXT)) == {
        1: replace(RAIN, utterance=WHOLE),
        2: replace(
            HAIL,
            speaker=RAIN.speaker,
            speaker_name="Ann Lee",
            speaker_rule=None,
            cue=RAIN.cue,
            utterance=WHOLE,
            status=Status.CORRECTED,
        ),
    }


def test_what_cannot_be_in_one_go_has_the_speaker_and_keeps_its_cue() -> None:
    told = after(continued([SNOW], RAIN, around=[], text=TEXT))
    assert told == {3: replace(SNOW, speaker=RAIN.speaker, speaker_name="Ann Lee")}
    (home,) = after(continued([HOME], SNOW, around=[], text=TEXT)).values()
    assert home.cue == SNOW.cue


def test_several_go_on_one_from_the_other() -> None:
    told = after(continued([SNOW, ENOUGH, HOME], HAIL, around=[], text=TEXT))
    utterance = Span.cut(TEXT, SNOW.start, HOME.end)
    assert {each.utterance for each in told.values()} == {utterance}
    assert [*told] == [3, 4, 5]


def test_the_rest_of_an_utterance_goes_along() -> None:
    later = Span.cut(TEXT, ENOUGH.start, HOME.end)
    enough, home = replace(ENOUGH, utterance=later), replace(HOME, utterance=later)
    told = after(continued([enough], SNOW, around=[home], text=TEXT))
    utterance = Span.cut(TEXT, SNOW.start, HOME.end)
    assert told == {
        3: replace(SNOW, utterance=utterance),
        4: replace(enough, cue=SNOW.cue, utterance=utterance, status=Status.CORRECTED),
        5: replace(home, cue=SNOW.cue, utterance=utterance, status=Status.CORRECTED),
    }


def test_what_goes_on_already_is_confirmed_then_parted_then_joined() -> None:
    told = after(continued([HAIL], RAIN, around=[], text=TEXT))
    rain, hail = told.values()
    suggested = replace(hail, status=Status.SUGGESTED)
    assert is_joined(hail, rain)
    assert after(continued([suggested], rain, around=[], text=TEXT)) == {
        2: replace(hail, status=Status.ACCEPTED)
    }
    assert continued([hail], rain, around=[], text=TEXT) == []
    apart = after(parted(hail, around=[rain], text=TEXT))
    assert apart == {1: RAIN, 2: replace(hail, utterance=None)}
    again = continued([replace(hail, utterance=None)], RAIN, around=[], text=TEXT)
    assert after(again) == {1: rain, 2: hail}


def test_of_three_parts_two_stay_together() -> None:
    utterance = Span.cut(TEXT, SNOW.start, HOME.end)
    three = [replace(each, utterance=utterance) for each in (SNOW, ENOUGH, HOME)]
    rest = Span.cut(TEXT, ENOUGH.start, HOME.end)
    assert after(parted(three[1], around=three, text=TEXT)) == {
        3: SNOW,
        4: replace(ENOUGH, utterance=rest, status=Status.CORRECTED),
        5: replace(HOME, utterance=rest, status=Status.CORRECTED),
    }


WORDS = st.lists(
    st.sampled_from(("“We", "go,”", "said", "he.", "“Stay", "Mr.", "\n", " ", "é")),
    min_size=6,
    max_size=20,
).map(" ".join)


@given(WORDS, st.data())
def test_joined_and_parted_again_all_is_as_it_was(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), min_size=6, max_size=6)))
    one, before, quote = (
        Quote(
            start=start,
            end=end,
            text=text[start:end],
            id=start + 1,
            type="direct",
            speaker_name="Lee",
            status=Status.ADDED,
        )
        for start, end in zip(cuts[::2], cuts[1::2], strict=True)
    )
    known = {each.id: each for each in (one, before, quote)}
    for following, earlier in ((before, one), (quote, before)):
        around = known.values()
        told = continued([known[following.id]], known[earlier.id], around=around, text=text)
        known |= after(told)
    for each in known.values():
        check(each, text)
        whole = each.utterance
        assert whole is None or whole.start <= each.start < each.end <= whole.end
    for following in (quote, before):
        if known[following.id].utterance is not None:
            known |= after(parted(known[following.id], around=known.values(), text=text))
    assert list(known.values()) == [one, before, quote]
