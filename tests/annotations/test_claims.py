"""Which quote a figure is claimed in, and by whom."""

from dataclasses import replace

from annotations.claims import claimant, claimed, innermost, place, within_quote
from annotations.model import CasualtyFigure, Quote, Span

TEXT = "“Lee said 12 died,” he said."
OUTER = Quote(start=0, end=19, text=TEXT[:19], type="direct", speaker=Span.cut(TEXT, 20, 22))
INNER = Quote(start=10, end=17, text="12 died", type="indirect", speaker_name="Lee,  of Oldport")
TWELVE = CasualtyFigure(start=10, end=12, text="12", category="killed")


def test_the_innermost_quote_that_holds_it() -> None:
    assert innermost([OUTER, INNER], 10, 12) == INNER
    assert innermost([OUTER, INNER], 9, 12) == OUTER
    assert innermost([OUTER, INNER], 9, 20) is None


def test_the_speaker_by_name_else_in_words() -> None:
    assert claimant(INNER) == "Lee"
    assert claimant(OUTER) == "he"
    assert claimant(replace(INNER, speaker_name=None)) is None
    assert claimant(None) is None


def test_a_figure_is_claimed_where_it_stands_by_who_speaks() -> None:
    after = claimed(TWELVE, [OUTER, INNER])
    assert (after.claimed_in, after.claimed_by) == (place(INNER), "Lee")


def test_who_claims_it_already_does_so_still() -> None:
    after = claimed(replace(TWELVE, claimed_by="the army"), [OUTER])
    assert (after.claimed_in, after.claimed_by) == (place(OUTER), "the army")


def test_a_quote_that_still_holds_it_stays() -> None:
    figure = replace(TWELVE, claimed_in=place(OUTER), claimed_by=None)
    assert claimed(figure, [OUTER, INNER]) == figure


def test_out_of_its_quote_it_is_claimed_in_the_next_or_none() -> None:
    wider = replace(TWELVE, start=5, text="said 12", claimed_in=place(INNER))
    assert within_quote(wider, [OUTER, INNER]).claimed_in == place(OUTER)
    assert within_quote(wider, [INNER]).claimed_in is None
    assert within_quote(wider, [OUTER]).claimed_by is None
