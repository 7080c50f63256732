from dataclasses import replace

from annotations.model import CasualtyFigure, Entity, Quote, Span, Status
from annotations.review import Change
from reader.restoring import way_back

TOWN = Entity(start=0, end=7, text="Oldport", label="GPE", id=1)
CORRECTED = replace(TOWN, label="ORG", status=Status.CORRECTED, annotator="ana")


def test_the_way_back_is_one_change() -> None:
    assert way_back(CORRECTED, TOWN, [CORRECTED]) == [Change(before=CORRECTED, after=TOWN)]
    assert way_back(None, TOWN, []) == [Change(before=None, after=TOWN)]
    assert way_back(CORRECTED, None, []) == [Change(before=CORRECTED, after=None)]


def test_where_one_is_already_there_is_no_way() -> None:
    assert way_back(TOWN, TOWN, []) == []
    assert way_back(None, None, []) == []
    assert way_back(CORRECTED, replace(CORRECTED, annotator="ben"), []) == []


def test_what_says_where_it_stands_follows() -> None:
    before = Quote(start=0, end=20, text="“No.” and 12 “yes”..", type="direct", id=1)
    now = replace(before, end=14, text="“No.” and 12 “")
    figure = CasualtyFigure(
        start=10,
        end=12,
        text="12",
        category="killed",
        id=2,
        claimed_in=Span(start=0, end=14, text=now.text),
    )
    followed = replace(figure, claimed_in=Span(start=0, end=20, text=before.text))
    assert way_back(now, before, [now, figure]) == [
        Change(before=now, after=before),
        Change(before=figure, after=followed),
    ]


def test_what_a_restored_quote_holds_is_claimed_in_it_again() -> None:
    quote = Quote(start=0, end=12, text="“12 of them”", type="direct", id=1, speaker_name="Lee")
    rejected = replace(quote, status=Status.REJECTED)
    figure = CasualtyFigure(start=1, end=3, text="12", category="killed", id=2)
    claimed = replace(figure, claimed_by="Lee", claimed_in=Span(start=0, end=12, text=quote.text))
    assert way_back(rejected, quote, [rejected, figure]) == [
        Change(before=rejected, after=quote),
        Change(before=figure, after=claimed),
    ]
