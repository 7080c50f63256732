"""Two articles that name the same person and the same place, a month apart."""

from collections.abc import Sequence

from annotations.model import (
    Annotation,
    Article,
    CasualtyFigure,
    Category,
    Detector,
    Entity,
    Precision,
    Quote,
    QuoteType,
)
from annotations.store import Store


def found_in(text: str) -> list[Annotation]:
    """A person, a place, what the person says, and a figure at the place."""
    quote, figure = text.index("“"), text.index("Two")
    return [
        Entity(start=0, end=9, text="Mara Dell", label="PERSON", name="Mara Dell"),
        Entity(
            start=19,
            end=23,
            text="Zalm",
            label="GPE",
            name="Zalm",
            latitude=1.0,
            longitude=2.0,
            geo_precision=Precision.CITY,
        ),
        Quote(
            start=quote,
            end=quote + 12,
            text=text[quote : quote + 12],
            type=QuoteType.DIRECT,
            speaker_name="Mara Dell",
        ),
        CasualtyFigure(
            start=figure,
            end=figure + 3,
            text="Two",
            category=Category.KILLED,
            latitude=1.0,
            longitude=2.0,
            geo_precision=Precision.CITY,
        ),
    ]


def put_into(store: Store, text: str, found: Sequence[Annotation]) -> None:
    """Add the text twice, each time with what was found in it."""
    for article_id, published in (("a", "2016-10-28"), ("b", "2016-11-02")):
        store.articles.add_one(
            Article(id=article_id, title=f"Rain {article_id}", text=text, published=published)
        )
        store.runs.record(article_id, Detector(name="finder", version="1"), found)
