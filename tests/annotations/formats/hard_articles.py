"""Articles on which formats go wrong: what annotation tools are known to break at."""

from collections.abc import Sequence

from annotations.formats import AnnotatedArticle
from annotations.model import (
    Annotation,
    Article,
    CasualtyFigure,
    Confidence,
    Count,
    Entity,
    Layer,
    Precision,
    Quote,
    Span,
    Status,
)

CITY = (
    "KHARIV 😊👩‍🚒 At least 12 people were killed"
    " and 34 injured, mayor Ihor Tere\N{COMBINING ACUTE ACCENT}k"
    " said.\n\n“We heard it\ncoming,” he said, “and “ran”.”\n\n  Two-line\nname & <b>tags</b>;"
    ' a=1, "x", \\n, # T1, \' and | end…'
)
ARABIC = "قال الوزير في حلب: «قُتل ١٢ مدنيًا». Aleppo (حلب) fell quiet.\n"
BARE = "Nothing is marked here."


def at(text: str, words: str, *, nth: int = 0) -> dict[str, object]:
    """Where some words stand, as fields of an annotation."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return {"start": start, "end": start + len(words), "text": words}


def span(text: str, words: str, *, nth: int = 0) -> Span:
    return Span(**at(text, words, nth=nth))  # type: ignore[arg-type]


def entity(text: str, words: str, label: str, *, nth: int = 0, **more: object) -> Entity:
    return Entity(label=label, **at(text, words, nth=nth), **more)  # type: ignore[arg-type]


def quote(text: str, words: str, kind: str, *, nth: int = 0, **more: object) -> Quote:
    return Quote(type=kind, **at(text, words, nth=nth), **more)  # type: ignore[arg-type]


def figure(text: str, words: str, category: str, number: str, **more: object) -> CasualtyFigure:
    where = at(text, words)
    start = text.index(number, int(str(where["start"])))
    place = {"num_start": start, "num_end": start + len(number)}
    return CasualtyFigure(category=category, **where, **place, **more)  # type: ignore[arg-type]


def _city() -> Sequence[Annotation]:
    mayor = "mayor Ihor Tere\N{COMBINING ACUTE ACCENT}k"
    whole = span(CITY, "“We heard it\ncoming,” he said, “and “ran”.”")
    return (
        entity(CITY, "KHARIV", "GPE", name="Khariv", status=Status.ACCEPTED, country="UA"),
        entity(CITY, "👩‍🚒", "PRODUCT", status=Status.REJECTED, note="odd one\nwith lines"),
        entity(CITY, "Ihor Tere\N{COMBINING ACUTE ACCENT}k", "PERSON", name="Ihor Terek", id=41),
        entity(CITY, "Ihor", "PERSON", tags=("role/mayor", "check; this"), annotator="Ana B."),
        entity(CITY, "Two-line\nname", "ORG", status=Status.ADDED, annotator="Ana B."),
        entity(CITY, "name", "ORG", status=Status.CORRECTED, detector="md 3.7.1", rule="r-1"),
        entity(CITY, "& <b>tags</b>", "LAW", note='say "x", it\'s <b>'),
        quote(
            *(CITY, "“We heard it\ncoming,”", "direct"),
            speaker=span(CITY, "he", nth=1),
            cue=span(CITY, "said", nth=1),
            speaker_name="Ihor Terek",
            speaker_rule="pronoun",
            utterance=whole,
            confidence=Confidence.LOW,
        ),
        quote(CITY, "“and “ran”.”", "mixed", utterance=whole, tags=("q",)),
        quote(CITY, "At least 12 people were killed and 34 injured", "indirect"),
        figure(
            *(CITY, "At least 12 people", "killed", "12"),
            count=Count(low=12, best=12),
            qualifier="at_least",
            victim_type="person",
            claimed_by="mayor Ihor Terek",
            claimed_in=span(CITY, "At least 12 people were killed and 34 injured"),
            place="Khariv",
            latitude=49.99,
            longitude=36.23,
            geo_precision=Precision.CITY,
            cumulative=True,
        ),
        figure(
            *(CITY, "34", "injured", "34"),
            count=Count(low=34, high=34, best=34),
            part_of=span(CITY, "12 people"),
            subset=True,
            status=Status.ACCEPTED,
            annotator="Ana B.",
        ),
        entity(CITY, mayor, "NORP", status=Status.ACCEPTED),
    )


def _place(annotation: Annotation) -> tuple[int, int, int]:
    return list(Layer).index(annotation.layer), annotation.start, annotation.end


def hard_articles() -> list[AnnotatedArticle]:
    """All of them, in the order in which an export has them."""
    return [
        AnnotatedArticle(
            article=Article(
                id="urn:hard/1?a=b#c",
                text=CITY,
                title='=SUM("A1"), and more',
                source="The Lindow Courier",
                url="https://example.org/1?a=b&c=d",
                published="2016-10-20T08:00:00+02:00",
                updated="2016-10-21",
                section="World",
                byline=("Jo Lane", "Ed Röök"),
                language="en",
                tags=("aid", "method/air strike"),
                note="First.\nSecond: 50%; “x”.",
                read_from="news.zip › a.html",
                sha256="ab" * 32,
            ),
            annotations=tuple(sorted(_city(), key=_place)),
        ),
        AnnotatedArticle(
            article=Article(id="hard-2", text=ARABIC, title="حلب", language="ar"),
            annotations=(
                entity(ARABIC, "حلب", "GPE", name="Aleppo"),
                entity(ARABIC, "Aleppo", "GPE", name="Aleppo"),
                entity(ARABIC, "(حلب)", "GPE"),
                quote(ARABIC, "«قُتل ١٢ مدنيًا»", "direct", speaker=span(ARABIC, "الوزير")),
                figure(ARABIC, "١٢ مدنيًا", "killed", "١٢", count=Count(best=12), negated=True),
            ),
        ),
        AnnotatedArticle(article=Article(id="hard-3", text=BARE)),
    ]
