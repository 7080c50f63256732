"""What is bound to quotes and figures, once these come, go, move or have other speakers."""

from dataclasses import replace

from annotations.claims import place
from annotations.following import can_be_followed, followers, leading
from annotations.model import Annotation, CasualtyFigure, Entity, Quote, Span, Status
from annotations.review import Change

TEXT = "“Two died,” he said, “in Oldport,” and left, “at dawn.”"


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


ALL, TWO_OF_THEM = cut(TEXT), cut("“Two died,” he said, “in Oldport,”")
FIRST = quote("“Two died,”", 1, utterance=ALL, speaker=cut("he"), speaker_name="Bo Lind")
MIDDLE = quote("“in Oldport,”", 2, utterance=ALL)
LAST = quote("“at dawn.”", 3, utterance=ALL)
OUTER = quote(TEXT, 4)
TWO = CasualtyFigure(
    start=1, end=4, text="Two", id=5, category="killed", claimed_in=place(FIRST), claimed_by="he"
)


def after(change: Change, *others: Annotation) -> list[Annotation | None]:
    return [each.after for each in followers([change], others)]


def gone(one: Annotation) -> Change:
    return Change(before=one, after=replace(one, status=Status.REJECTED))


def test_two_parts_that_are_left_are_an_utterance_as_far_as_they_reach() -> None:
    left = after(gone(LAST), FIRST, MIDDLE)
    assert left == [replace(each, utterance=TWO_OF_THEM) for each in (FIRST, MIDDLE)]


def test_a_part_that_is_left_alone_is_of_no_utterance() -> None:
    assert after(Change(before=MIDDLE, after=None), FIRST) == [replace(FIRST, utterance=None)]
    both = [gone(MIDDLE), gone(LAST)]
    assert [each.after for each in followers(both, [FIRST])] == [replace(FIRST, utterance=None)]


def test_a_part_that_comes_back_is_of_its_utterance_again() -> None:
    alone = replace(FIRST, utterance=None)
    back = Change(before=gone(MIDDLE).after, after=MIDDLE)
    assert after(back, alone) == [FIRST]


def test_a_figure_whose_quote_goes_is_claimed_in_the_next_or_none() -> None:
    assert after(gone(FIRST), TWO, OUTER) == [replace(TWO, claimed_in=place(OUTER))]
    assert after(gone(FIRST), TWO) == [replace(TWO, claimed_in=None)]


def test_a_figure_with_a_quote_around_it_from_now_on_is_claimed_in_it() -> None:
    loose = replace(TWO, claimed_in=None, claimed_by=None)
    added = Change(before=None, after=FIRST)
    (now,) = after(added, loose)
    assert now == replace(TWO, claimed_by="Bo Lind")
    assert after(added, replace(loose, start=0, end=0)) == [replace(now, start=0, end=0)]
    assert after(added, replace(TWO, claimed_in=place(OUTER))) == []


def test_who_claims_a_figure_follows_the_speaker_it_was_told_from() -> None:
    spoken = Change(before=FIRST, after=replace(FIRST, speaker=None, speaker_name="Ann Lee"))
    for before in ("he", "Bo Lind", None):
        assert after(spoken, replace(TWO, claimed_by=before)) == [
            replace(TWO, claimed_by="Ann Lee")
        ]
    assert after(spoken, replace(TWO, claimed_by="the army")) == []
    assert after(spoken, replace(TWO, claimed_in=place(OUTER))) == []


def test_nothing_follows_what_says_nothing_new() -> None:
    accepted = replace(FIRST, status=Status.ACCEPTED, speaker=None)
    assert not can_be_followed(Change(before=FIRST, after=accepted))
    assert not can_be_followed(Change(before=TWO, after=None))
    town = Entity(start=25, end=32, text="Oldport", label="GPE")
    assert not can_be_followed(Change(before=town, after=None))
    assert after(Change(before=FIRST, after=accepted), TWO, MIDDLE) == []


def test_what_others_follow_leads() -> None:
    left = replace(MIDDLE, utterance=None, annotator="ana")
    unclaimed = replace(TWO, claimed_in=None)
    follow = [Change(before=MIDDLE, after=left), Change(before=TWO, after=unclaimed)]
    assert leading([gone(FIRST), *follow]) == [gone(FIRST)]
    assert leading(follow) == follow
    spoken = Change(before=FIRST, after=replace(FIRST, utterance=None, speaker_name="Ann Lee"))
    assert leading([spoken, *follow]) == [spoken]
    added = Change(before=None, after=FIRST)
    assert leading([*follow, added]) == [added]
