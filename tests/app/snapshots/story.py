"""A small library with all that a screen can show: every layer in every state, and wide letters."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from annotations import review
from annotations.measure.differences import differences
from annotations.model import (
    Annotation,
    Article,
    CasualtyFigure,
    Count,
    Detector,
    Entity,
    Precision,
    Quote,
    Span,
    Status,
)
from annotations.own_rules.lines import parsed
from annotations.review import Change
from annotations.store import Store
from reader.docket import Case, Docket

TEXT = (
    "OLDPORT — The ferry Marta went down off Marrow Point before dawn on Friday with at least "
    "40 people on board, the coast guard said.\n"
    "\n"
    "“We pulled 12 bodies out of the water, and I fear there are more,” said Captain Ines Calder, "
    "who leads the search. Dozens were taken to the hospital in Oldport.\n"
    "\n"
    "A deckhand was killed when he went back for two children, his brother told the radio "
    "station 海の声. The owner denied that anybody had been locked in.\n"
    "\n"
    "“The boat was sound 🚢,” Bo Lind, the owner, said. Calder said that the ferry had carried "
    "twice as many people as it may.\n"
    "\n"
    "Thirty others are missing. In 1998 the Marta lost seven passengers in a storm, at the same "
    "place and in the same month.\n"
    "\n"
    "The search goes on until dark. Divers from the Grey Harbour Trust are expected on Saturday, "
    "if the wind lets them; the mayor asked people to stay off the mole.\n"
)
FERRY = Article(
    id="ferry",
    text=TEXT,
    title="Ferry goes down off Marrow Point",
    source="The Example",
    published="2019-03-08",
    byline=("Una Field",),
)
DETECTOR = Detector(name="example", version="1")
OLDPORT: dict[str, Any] = {
    "latitude": 51.5,
    "longitude": -3.2,
    "geo_precision": Precision.CITY,
    "country": "GB",
}
SEARCH = (
    "The search off Oldport was called off on Sunday. “Nobody could have lived,” Ines Calder "
    "said. The number of the dead is now 31."
)
OTHERS = (
    Article(
        id="search",
        text=SEARCH,
        title="Search for the Marta is called off, and what the families of those on board say",
        source="Coast News Agency",
        published="2019-03-10",
        tags=("ferry", "follow-up"),
    ),
    Article(id="sea", text="海は静かだった。", title="海の声 🌊", published="2019-03-09"),
    Article(id="bus", text="A bus stopped.", title="Bus stops", source="The Example"),
    Article(
        id="vote",
        text="The council of Oldport voted for new boats.",
        title="Council votes for new boats",
        published="2018-11-30",
        note="Read again.",
    ),
)

GUIDELINES = """\
# What counts here

Mark what the text says. See [the codebook](https://example.org/codebook) for the rest.

## Figures

- *at least 40*: low 40, **best 40**.
- A toll that rises is two figures:

| Text | Figures |
|---|---|
| from 34 to 37 | 34, 37 |
| 34 to 37 | 34 to 37, as one toll |

## Quotes

1. Let the second part take its speaker from the first.
2. When in doubt, tag it `check/speaker`.
"""


def revise(path: Path) -> None:
    """Give the first article a new text, in which something that was decided on is told otherwise.

    Everything that waited is accepted before.
    """
    text = FERRY.text.replace("at least 40 people", "at least 44 people").replace(
        "Captain Ines Calder, who leads the search", "the coast guard's captain"
    )
    with Store.open(path, annotator="ben") as store:
        key = store.articles.key(FERRY.id)
        store.bulk.decide([key], "accept", review.if_undecided(review.accept))
        store.articles.add_one(replace(FERRY, text=f"UPDATED ON SUNDAY.\n\n{text}"))


def copy(path: Path) -> None:
    """Let two other outlets print the first article, one with another beginning, one cut."""
    first, *rest = FERRY.text.split("\n\n")
    with Store.open(path, annotator="you") as store:
        for article in (
            Article(
                id="copy-herald",
                text="\n\n".join(("A ferry has sunk off the coast.", *rest)),
                title="Ferry sinks, many feared dead",
                source="Oldport Herald",
                published="2019-03-08",
            ),
            Article(
                id="copy-mail",
                text="\n\n".join((first, *rest[:3])),
                title="At sea",
                source="Morning Mail",
                published="2019-03-09",
            ),
        ):
            store.articles.add_one(article)
        store.copies.catch_up()


def disputed(path: Path) -> Docket:
    """What another annotator makes of what was decided on in the first article, against the store.

    A label, a boundary, something that only one has on either side, and fields of a figure.
    """
    with Store.open(path) as store:
        first = store.annotations.of(FERRY.id, statuses=review.DECIDED)
    second = [*filter(None, map(_seen_otherwise, first)), _place("Oldport")]
    found = differences(first, second, mutual=True)
    cases = [Case.of(FERRY.id, each) for each in found]
    return Docket(cases, names=("ana.db", "ben.db"), in_place=True)


def _seen_otherwise(annotation: Annotation) -> Annotation | None:
    match annotation:
        case Entity(text="OLDPORT"):
            return replace(annotation, label="ORG", name="Oldport FC")
        case Entity(text="海の声"):
            return None
        case Quote(text="“The boat was sound 🚢,”"):
            return replace(annotation, end=annotation.end - 2, text=annotation.text[:-2])
        case CasualtyFigure(text="12 bodies"):
            return replace(annotation, category="casualties", claimed_by=None)
    return annotation


def fill(path: Path) -> None:
    """Make the store, and decide on some of what was found in the first article."""
    with Store.open(path, annotator="you") as store:
        for article in (FERRY, *OTHERS):
            store.articles.add_one(article)
        store.runs.record("ferry", DETECTOR, found())
        store.runs.record("search", DETECTOR, _found_in_search())
        store.runs.record("vote", DETECTOR, [_place("Oldport", OTHERS[-1].text)])
        store.runs.record("sea", DETECTOR, [])
        store.saved_filters.save("to review", "is:unreviewed")
        store.saved_filters.save("at sea", 'place:oldport "ferry"')
        _decide(store)
        _teach(store)


def _teach(store: Store) -> None:
    """Rules on words that no article of the story has, so that nothing else changes."""
    example = "The [Upper Tarn] rose again, and the Tarn valley is under water."
    for line in (
        "label: Upper Tarn -> LOC",
        "never PERSON: Grey",
        "name: Mr Harker -> Edwin Harker",
        "label: Upper Tarn -> GPE",
    ):
        store.own_rules.make(replace(parsed(line), example=example))
    store.own_rules.switch(2, on=False)


def found() -> list[Annotation]:
    """What the detector found in the first article: all kinds, some inside others."""
    return [
        _place("OLDPORT"),
        Entity(**_cut("Marta"), label="ORG", name="Marta"),
        Entity(**_cut("Friday"), label="DATE"),
        _figure("at least 40 people", "40", "casualties", Count(low=40, best=40)),
        Entity(**_cut("Marrow Point"), label="PERSON", name="Marrow Point"),
        _quote(
            "“We pulled 12 bodies out of the water, and I fear there are more,”",
            "Ines Calder",
            saying="said Captain",
        ),
        _figure("12 bodies", "12", "killed", Count(low=12, high=12, best=12), by="Ines Calder"),
        Entity(**_cut("Ines Calder"), label="PERSON", name="Ines Calder"),
        _figure("Dozens", "Dozens", "injured", Count(low=24, best=24), vague_rule="default"),
        _place("Oldport"),
        replace(_figure("A deckhand", None, "killed", Count(low=1, high=1, best=1)), implicit=True),
        _quote("that anybody had been locked in", None, saying="denied that"),
        _quote("“The boat was sound 🚢,”", "Bo Lind"),
        Entity(**_cut("Bo Lind"), label="PERSON", name="Bo Lind"),
        _quote("that the ferry had carried twice as many people as it may", "Ines Calder"),
        _figure("Thirty others", "Thirty", "missing", Count(low=30, high=30, best=30)),
        _figure("seven passengers", "seven", "killed", Count(low=7, high=7, best=7)),
        Entity(**_cut("Grey Harbour Trust"), label="ORG", name="Grey Harbour Trust"),
    ]


def _decide(store: Store) -> None:
    """Accept, correct, add and reject, one at least of each layer; a tag and a note."""
    of = {each.text: each for each in store.annotations.of("ferry")}
    boats = Entity(**_cut("海の声"), label="ORG", name="海の声", status=Status.ADDED)
    sound = of["“The boat was sound 🚢,”"]
    doubted = replace(sound.of_kind("mixed"), note="Ask him again.", tags=("doubtful",))
    for before, after in (
        (of["OLDPORT"], review.accept(of["OLDPORT"])),
        (of["at least 40 people"], review.accept(of["at least 40 people"])),
        (of["12 bodies"], review.accept(of["12 bodies"])),
        (of["Marrow Point"], review.relabel(of["Marrow Point"], "LOC")),
        (of["seven passengers"], review.reject(of["seven passengers"])),
        (sound, review.corrected(doubted)),
        (None, boats),
    ):
        change = Change(before=before, after=after)
        store.edits.annotations("ferry", "decide", [change])


def _found_in_search() -> list[Annotation]:
    return [
        _place("Oldport", SEARCH),
        _quote("“Nobody could have lived,”", "Ines Calder", text=SEARCH),
        Entity(**_cut("Ines Calder", text=SEARCH), label="PERSON", name="Ines Calder"),
        _figure("31", "31", "killed", Count(low=31, high=31, best=31), text=SEARCH),
    ]


def _cut(part: str, text: str = TEXT) -> dict[str, Any]:
    """Where a part of a text stands first."""
    start = text.index(part)
    return {"start": start, "end": start + len(part), "text": part}


def _place(part: str, text: str = TEXT) -> Entity:
    return Entity(**_cut(part, text), label="GPE", name="Oldport", **OLDPORT)


def _quote(part: str, speaker: str | None, *, saying: str = "", text: str = TEXT) -> Quote:
    """A quote whose cue is the first word of `saying`."""
    start = text.index(saying)
    return Quote(
        **_cut(part, text),
        type="direct" if part.startswith("“") else "indirect",
        cue=Span.cut(text, start, start + len(saying.split()[0])) if saying else None,
        speaker_name=speaker,
    )


def _figure(
    part: str,
    number: str | None,
    category: str,
    count: Count,
    *,
    by: str | None = None,
    text: str = TEXT,
    vague_rule: str | None = None,
) -> CasualtyFigure:
    cut = _cut(part, text)
    start = None if number is None else text.index(number, cut["start"])
    return CasualtyFigure(
        **cut,
        num_start=start,
        num_end=None if start is None or number is None else start + len(number),
        category=category,
        count=count,
        qualifier="at_least" if part.startswith("at least") else None,
        claimed_by=by,
        vague_rule=vague_rule,
        place="Oldport",
        **OLDPORT,
    )
