"""Which words are meant while somebody points at some."""

from dataclasses import replace

from annotations.model import CasualtyFigure, Entity, Quote, Span
from reader.annotation_index import AnnotationIndex
from reader.pointing import Aim, words_at
from reader.reading import Reading

TEXT = "The harbour master met Ana Brook. “Go,” said the harbour master. The harbour masters left."
LAST = TEXT.index("the harbour")
SPEAKER = Aim(is_speaker=True)
BROOK = Entity(start=23, end=32, text="Ana Brook", label="PERSON", id=1)
GO = Quote(
    start=34,
    end=39,
    text="“Go,”",
    type="direct",
    id=2,
    speaker=Span.cut(TEXT, LAST, LAST + 18),
)


def index_of(*found: Entity | Quote | CasualtyFigure) -> AnnotationIndex:
    index = AnnotationIndex()
    for each in found:
        index.put(each)
    return index


def meant(offset: int, *, focus: int | None = None, aim: Aim = SPEAKER) -> str | None:
    index = index_of(BROOK, GO)
    found = words_at(TEXT, offset, index=index, focus=focus, aim=aim)
    return None if found is None else TEXT[slice(*found)]


def test_a_name_as_a_whole_but_never_a_quote() -> None:
    assert meant(24, focus=1) == "Ana Brook"
    assert meant(35, focus=2) == "Go"
    assert meant(35, focus=9) == "Go"
    assert meant(34, focus=2) is None


def test_only_what_is_in_the_annotation_that_it_is_about() -> None:
    assert meant(24, focus=1, aim=Aim(about=1)) == "Ana"


def test_words_for_a_speaker_that_the_article_uses_elsewhere() -> None:
    assert meant(1) == "The harbour master"
    assert meant(5) == "harbour"
    assert meant(1, aim=Aim()) == "The"
    assert meant(TEXT.rindex("The")) == "The"


def test_reading_shows_what_is_pointed_at_only_while_something_is_to_be() -> None:
    reading = Reading(TEXT, index_of(BROOK, replace(GO, speaker=None)))
    reading.go(24)
    assert reading.pointed_at is None
    reading.aim = SPEAKER
    assert reading.pointed_at == (23, 32)
    reading.select(anchor=19)
    assert reading.pointed_at == (19, 25)
