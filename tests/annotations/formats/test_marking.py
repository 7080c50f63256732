"""The three layers as marks and links, and back."""

from dataclasses import replace

from annotations.errors import RecordShapeError
from annotations.formats import AnnotatedArticle
from annotations.formats.marking import (
    Link,
    Mark,
    Marking,
    annotations_from,
    marking_of,
    values_of,
)
from annotations.model import CasualtyFigure, Count, Entity, Quote


def outline(annotated: AnnotatedArticle) -> tuple[list[tuple[str, str]], list[Link]]:
    marking = marking_of(annotated.annotations)
    text = annotated.article.text
    marks = [(each.label, text[each.start : each.end]) for each in marking.marks]
    return marks, list(marking.links)


def test_annotations_are_marks_and_their_parts_are_linked(annotated: AnnotatedArticle) -> None:
    assert outline(annotated) == (
        [
            ("PERSON", "Mara Dell"),
            ("QUOTE_DIRECT", "“We wait,\nall of us”"),
            ("FIGURE_KILLED", "At least 12 soldiers"),
            ("SPEAKER", "Mara Dell"),
            ("CUE", "said"),
            ("UTTERANCE", "“We wait,\nall of us”, said Mara Dell"),
            ("NUMBER", "12"),
            ("CLAIMED_IN", "😊 Pause"),
            ("PART_OF", "12 soldiers"),
        ],
        [
            Link("SPEAKER", 1, 3),
            Link("CUE", 1, 4),
            Link("UTTERANCE", 1, 5),
            Link("NUMBER", 2, 6),
            Link("CLAIMED_IN", 2, 7),
            Link("PART_OF", 2, 8),
        ],
    )


def test_quotes_share_the_mark_of_a_speaker(annotated: AnnotatedArticle) -> None:
    quote = annotated.annotations[1]
    marking = marking_of([quote, replace(quote, end=quote.end - 1, text=quote.text[:-1])])
    assert [each.label for each in marking.marks].count("SPEAKER") == 1
    assert [link.source for link in marking.links if link.label == "SPEAKER"] == [0, 1]


def test_what_is_left_are_values_that_say_something() -> None:
    name = Entity(start=0, end=2, text="UN", label="ORG", name="United Nations")
    assert values_of(name) == {"name": "United Nations", "status": "suggested"}
    figure = CasualtyFigure(start=0, end=1, text="2", category="killed", negated=True)
    assert values_of(figure) == {"status": "suggested", "negated": True}


def test_nothing_at_all_is_a_number_that_says_something() -> None:
    figure = CasualtyFigure(
        start=0, end=1, text="0", category="killed", count=Count(low=0, high=0), latitude=0.0
    )
    assert values_of(figure) == {
        "status": "suggested",
        "count_low": 0,
        "count_high": 0,
        "latitude": 0.0,
    }


def test_the_round_trip_gives_everything_back(annotated: AnnotatedArticle) -> None:
    marking = marking_of(annotated.annotations)
    read = Marking(tuple(replace(each, annotation=None) for each in marking.marks), marking.links)
    assert annotations_from(annotated.article.text, read) == list(annotated.annotations)


def test_defaults_fill_what_is_not_said() -> None:
    mark = Mark(start=0, end=4, label="GPE")
    (found,) = annotations_from("Rome", Marking((mark,), ()), defaults={"status": "added"})
    assert isinstance(found, Entity)
    assert found.status == "added"


def test_what_cannot_be_read_is_named() -> None:
    marks = (
        Mark(start=0, end=4, label="FIGURE_LOST"),
        Mark(start=5, end=9, label="SPEAKER"),
        Mark(start=5, end=9, label="GPE", values={"name": 5}),
    )
    found = annotations_from("Rome Oslo", Marking(marks, ()))
    assert all(isinstance(each, RecordShapeError) for each in found)
    assert [str(each) for each in found] == [
        "FIGURE_LOST at [0, 4) 'Rome': 'FIGURE_LOST' is no label that closeread knows",
        "GPE at [5, 9) 'Oslo': a record in 'entities' is malformed ('name' cannot be of type int)",
        "SPEAKER at [5, 9) 'Oslo' belongs to nothing",
    ]


def test_a_link_to_what_its_source_cannot_have_is_left_aside() -> None:
    marks = (Mark(start=0, end=4, label="QUOTE_DIRECT"), Mark(start=5, end=9, label="NUMBER"))
    (found,) = annotations_from("Rome Oslo", Marking(marks, (Link("NUMBER", 0, 1),)))
    assert isinstance(found, Quote)
