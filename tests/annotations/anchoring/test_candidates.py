"""Places are offered where the words, or most of them, are; and a person's place is taken."""

from annotations.anchoring.candidates import candidates, put
from annotations.anchoring.spans import Anchors
from annotations.model import CasualtyFigure, Count, Entity, Quote, Span, Status

OLD = "The harbour was closed on Monday. At least 12 sailors were missing, Anna Lind said."
NEW = "The harbour was closed on Monday. At least 14 sailors were missing, the mayor said."


def entity(words: str) -> Entity:
    start = OLD.index(words)
    return Entity(
        start=start,
        end=start + len(words),
        text=words,
        label="PERSON",
        status=Status.ACCEPTED,
    )


def offered(words: str, new: str = NEW) -> list[str]:
    """The places for some words, those that are only alike in brackets."""
    found = candidates(entity(words), Anchors(OLD, new))
    texts = ((new[slice(*each.place)], each.is_exact) for each in found)
    return [text if is_exact else f"({text})" for text, is_exact in texts]


def test_words_with_others_among_them_are_offered() -> None:
    assert offered("At least 12 sailors") == ["(At least 14 sailors)"]
    assert offered("At least 12") == ["(At least 14)"]
    assert offered("12 sailors") == ["(14 sailors)"]


def test_words_that_stand_in_several_places_are_offered_there() -> None:
    assert offered("Anna Lind", "Anna Lind came, then Anna Lind left.") == ["Anna Lind"] * 2


def test_nothing_is_offered_where_nothing_is_like_it() -> None:
    assert offered("Anna Lind", "It rained. It snowed.") == []


def test_what_is_put_elsewhere_is_a_correction_there() -> None:
    after = put(entity("Anna Lind"), (68, 77), Anchors(OLD, NEW))
    assert (after.text, after.status) == ("the mayor", Status.CORRECTED)
    kept = put(entity("Monday"), (26, 32), Anchors(OLD, NEW))
    assert kept == entity("Monday")


def test_a_figure_keeps_its_number_where_that_is() -> None:
    figure = CasualtyFigure(
        start=34,
        end=53,
        text="At least 12 sailors",
        num_start=43,
        num_end=45,
        category="missing",
        count=Count(low=12),
    )
    new = "Missing are 12 sailors at least."
    after = put(figure, (12, 22), Anchors(OLD, new))
    assert isinstance(after, CasualtyFigure)
    assert (after.text, after.num_start, after.num_end) == ("12 sailors", 12, 14)
    gone = put(figure, (34, 53), Anchors(OLD, NEW))
    assert isinstance(gone, CasualtyFigure)
    assert (gone.text, gone.num_start, gone.num_end) == ("At least 14 sailors", None, None)


def test_a_quote_keeps_its_speaker_where_that_is_near() -> None:
    quote = Quote(
        start=34,
        end=66,
        text=OLD[34:66],
        type="indirect",
        speaker=Span.cut(OLD, 68, 77),
        cue=Span.cut(OLD, 78, 82),
    )
    after = put(quote, (34, 66), Anchors(OLD, NEW))
    assert isinstance(after, Quote)
    assert (after.text, after.speaker) == (NEW[34:66], None)
    assert after.cue == Span.cut(NEW, 78, 82)
