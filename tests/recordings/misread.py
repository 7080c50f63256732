"""A sample article, and what a detector made of it: much is right, and thirty things are not."""

from typing import Any

from annotations import sources
from annotations.model import (
    Annotation,
    Article,
    CasualtyFigure,
    Count,
    Detector,
    Entity,
    Quote,
    Span,
)
from annotations.store import Store
from reader.sample import sample_corpus

DETECTOR = Detector(name="made up for a recording", version="1")
FRONT = "aleppo-request-refused.txt"


def article() -> Article:
    """The article that is corrected."""
    corpus = sample_corpus()
    assert corpus is not None
    (front,) = (each for each in sources.read(corpus / FRONT) if isinstance(each, Article))
    return front


def fill(store: Store) -> Article:
    """Put the article into a store with what was found in it."""
    front = article()
    store.articles.add_one(front)
    store.runs.record(front.id, DETECTOR, found(front.text))
    return front


def found(text: str) -> list[Annotation]:
    """What was found."""
    return [*_names(text), *_quotes(text), *_figures(text)]


def _names(text: str) -> list[Annotation]:
    labels = {
        "MOSCOW": "PERSON",
        "Specimen News": "ORG",
        "Russia": "GPE",
        "Syrian": "GPE",
        "General Sergei Rudskoy": "PERSON",
        "Vladimir": "PERSON",
        "Dmitry Peskov": "PERSON",
        "Britain": "GPE",
        "Hanan": "PERSON",
        "Sabouni": "PERSON",
        "Rima Darwish, a seamstress": "PERSON",
        "United Nations": "GPE",
        "Mahmoud Qabbani": "PERSON",
    }
    names = [_name(text, words, label) for words, label in labels.items()]
    alone = text.index("Peskov said more")
    names.append(Entity(start=alone, end=alone + 6, text="Peskov", label="ORG", name="Peskov"))
    at = -1
    while (at := text.find("Aleppo", at + 1)) >= 0:
        names.append(Entity(start=at, end=at + 6, text="Aleppo", label="PERSON", name="Aleppo"))
    return list(names)


def _name(text: str, words: str, label: str) -> Entity:
    return Entity(**_cut(text, words), label=label, name=words)


def _quotes(text: str) -> list[Annotation]:
    rudskoy = Span.cut(text, start := text.index("Sergei Rudskoy"), start + 14)
    told: dict[str, dict[str, Any]] = {
        "“The first line is ours and we are not giving it back,”": {
            "speaker": rudskoy,
            "speaker_name": "Sergei Rudskoy",
        },
        "“We heard the first rocket at breakfast and then nobody counted any more,”": {},
        "“No ambulance could get through,”": {},
        "“so we used a door as a stretcher.”": {},
        "“When I hear an engine I still push them under the table,”": {"type": "indirect"},
        "“Ten days without planes is not peace.”": {},
        "“a pause with a trigger”": {},
    }
    return [
        Quote(**{"type": "direct", **_cut(text, words), **known}) for words, known in told.items()
    ]


def _figures(text: str) -> list[Annotation]:
    return [
        _figure(text, "20 tanks", "killed", 20),
        _figure(text, "15 armoured vehicles", "killed", 15),
        _figure(text, "More than 15 civilians", "killed", 50, qualifier="more_than"),
        _figure(text, "about 100 wounded", "killed", 100, qualifier="about"),
        _figure(text, "five. Neither"[:4], "killed", 5, claimed_by="a war monitor"),
        _figure(text, "three injured students", "injured", 30),
        _figure(text, "some 275,000 people", "displaced", 275_000, qualifier="about"),
        _figure(text, "eight corridors", "freed", 8),
        _figure(text, "more than 280,000 people", "killed", 280, qualifier="more_than"),
    ]


def _figure(text: str, words: str, category: str, number: int, **known: Any) -> CasualtyFigure:
    is_open = known.get("qualifier") == "more_than"
    count = Count(low=number, high=None if is_open else number, best=number)
    return CasualtyFigure(**_cut(text, words), category=category, count=count, **known)


def _cut(text: str, words: str) -> dict[str, Any]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words}
