from dataclasses import replace

from annotations.measure.differences import between
from annotations.measure.disagreements import Settled, Verdict
from annotations.model import CasualtyFigure, Count, Entity, Quote, Span, Status
from annotations.review import Change, Marks
from annotations.store.article_changes import DeletionChange, MarksChange
from annotations.store.log import AnyChange
from annotations.store.settled import Settling
from reader.differences import differences, in_one_line, stated

TOWN = Entity(start=0, end=7, text="Oldport", label="GPE", detector="finder 1", rule="head")
QUOTE = Quote(start=0, end=5, text="“No.”", type="direct", speaker_name="Ines Calder")
FIGURE = CasualtyFigure(
    start=0, end=6, text="12 men", category="killed", count=Count(low=12, best=12)
)


def told(change: AnyChange) -> list[tuple[str, str]]:
    return [(each.field, str(each)) for each in differences(change)]


def test_fields_before_and_after_in_words() -> None:
    after = replace(
        *(TOWN,),
        label="ORG",
        name="Port",
        status=Status.CORRECTED,
        annotator="ana",
        tags=("x", "y"),
    )
    assert told(Change(before=TOWN, after=after)) == [
        ("label", "GPE → ORG"),
        ("name", "Port"),
        ("status", "suggested → corrected by ana"),
        ("tags", "x, y"),
    ]
    assert told(Change(before=after, after=replace(after, name=None, tags=()))) == [
        ("name", "Port → nothing"),
        ("tags", "x, y → nothing"),
    ]


def test_borders_are_told_by_the_words_between_them() -> None:
    after = replace(TOWN, end=14, text="Oldport Quayside")
    assert told(Change(before=TOWN, after=after)) == [("text", "“Oldport” → “Oldport Quayside”")]
    assert told(Change(before=TOWN, after=replace(TOWN, start=1200, end=1207))) == [
        ("place", "0 → 1,200")
    ]


def test_quotes_and_figures() -> None:
    speaker = Span(start=10, end=13, text="she")
    after = replace(QUOTE, type="mixed", speaker_name="Bo Lind", speaker=speaker)
    assert told(Change(before=QUOTE, after=after)) == [
        ("quote", "direct → mixed"),
        ("said by", "Ines Calder → Bo Lind"),
        ("speaker", "none → “she”"),
    ]
    figure = replace(FIGURE, category="injured", count=Count(low=10, high=14, best=12))
    assert told(Change(before=FIGURE, after=figure)) == [
        ("figure", "killed → injured"),
        ("count", "at least 12 → 10 to 14, best 12"),
    ]


def test_what_is_added_removed_or_has_no_words() -> None:
    assert told(Change(before=None, after=TOWN)) == [
        ("text", "“Oldport”"),
        ("label", "GPE"),
        ("status", "suggested"),
        ("rule", "head"),
    ]
    assert told(Change(before=TOWN, after=None)) == [("annotation", "there → nothing")]
    assert told(Change(before=TOWN, after=replace(TOWN, detector="finder 2"))) == [
        ("details", "changed")
    ]
    assert stated(TOWN) == differences(Change(before=None, after=TOWN))


def test_tags_and_note_of_an_article_and_its_deletion() -> None:
    before, after = Marks(tags=("x",), note="Why?"), Marks(tags=("x", "y"), note="Be\ncause")
    assert told(MarksChange(before=before, after=after)) == [
        ("tags", "x → x, y"),
        ("note", "Why? → Be cause"),
    ]
    assert told(DeletionChange(deleted=True)) == [("article", "in the library → deleted")]
    assert told(DeletionChange(deleted=False)) == [("article", "deleted → in the library")]


def test_how_a_disagreement_was_settled() -> None:
    difference = between(TOWN, replace(TOWN, label="ORG"), mutual=True)
    first, second = (
        Settled(difference=difference, verdict=verdict, annotations=())
        for verdict in (Verdict.FIRST, Verdict.SECOND)
    )
    assert told(Settling(before=None, after=first)) == [("disagreement", "A")]
    assert told(Settling(before=first, after=second)) == [("disagreement", "A → B")]
    assert told(Settling(before=second, after=None)) == [("disagreement", "B → nothing")]


def test_in_one_line() -> None:
    after = replace(TOWN, label="ORG", status=Status.CORRECTED)
    assert in_one_line(Change(before=TOWN, after=after)) == (
        "label GPE → ORG · status suggested → corrected"
    )
