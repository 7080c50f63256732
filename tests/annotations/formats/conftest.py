"""An annotated article with something of everything."""

import pytest

from annotations.formats import AnnotatedArticle
from annotations.model import (
    Article,
    CasualtyFigure,
    Confidence,
    Count,
    Entity,
    Quote,
    Span,
    Status,
)

TEXT = "😊 Pause\n\n“We wait,\nall of us”, said Mara Dell. At least 12 soldiers died."


def span(words: str) -> Span:
    """Where these words stand in the text."""
    start = TEXT.index(words)
    return Span.cut(TEXT, start, start + len(words))


@pytest.fixture
def annotated() -> AnnotatedArticle:
    """One annotation a layer, with every field filled somewhere."""
    quote, name, figure = (
        span("“We wait,\nall of us”"),
        span("Mara Dell"),
        span("At least 12 soldiers"),
    )
    return AnnotatedArticle(
        article=Article(
            id="a-1",
            text=TEXT,
            title='The "pause", day 1',
            source="The Lindow Courier",
            url="https://example.org/1",
            published="2016-10-20",
            byline=("Jo Lane", "Ed Rook"),
            language="en",
            tags=("aid", "air strikes"),
            note="First.\nSecond.",
        ),
        annotations=(
            Entity(
                start=name.start,
                end=name.end,
                text=name.text,
                label="PERSON",
                name="Mara Dell",
                status=Status.ACCEPTED,
                id=3,
                tags=("mayor", "check"),
                note="=1+1",
                annotator="ana",
                detector="md 3.7.1",
            ),
            Quote(
                start=quote.start,
                end=quote.end,
                text=quote.text,
                type="direct",
                speaker=name,
                cue=span("said"),
                speaker_name="Mara Dell",
                speaker_rule="full-name",
                utterance=span("“We wait,\nall of us”, said Mara Dell"),
                rule="tail",
                confidence=Confidence.MEDIUM,
            ),
            CasualtyFigure(
                start=figure.start,
                end=figure.end,
                text=figure.text,
                num_start=span("12").start,
                num_end=span("12").end,
                category="killed",
                count=Count(low=12, best=12),
                qualifier="at_least",
                victim_type="soldier",
                victim_group="Calder",
                place="Lindow",
                date="Tuesday",
                date_iso="2016-10-18",
                claimed_by="the army",
                claimed_in=span("😊 Pause"),
                part_of=span("12 soldiers"),
                cumulative=True,
                historical=True,
                rate="a day",
                implicit=True,
                vague_rule="acled",
                rule="passive",
                confidence=Confidence.HIGH,
                status=Status.REJECTED,
            ),
        ),
    )
