from typing import Any

from annotations.model import Annotation, CasualtyFigure, Entity, Quote
from reader.annotation_index import AnnotationIndex
from reader.kin import Kin, kin_of, label_of_name, voices
from reader.switches import Switch


def at(number: int, text: str = "x") -> Any:
    return {"id": number, "start": number, "end": number + 1, "text": text}


def quote(number: int, speaker: str | None) -> Quote:
    return Quote(**at(number), type="direct", speaker_name=speaker)


def name(number: int, text: str, called: str | None = None, label: str = "PERSON") -> Entity:
    return Entity(**at(number, text), label=label, name=called)


def index_of(*annotations: Annotation) -> AnnotationIndex:
    index = AnnotationIndex()
    for each in annotations:
        index.put(each)
    return index


def all_of(index: AnnotationIndex, kin: Kin | None) -> list[int]:
    """The positions of all annotations that share something."""
    return [position for position in range(len(index)) if kin_of(index, position) == kin]


def test_quotes_of_one_speaker_belong_together() -> None:
    index = index_of(quote(1, "Ann Lee"), quote(2, "Bo Lind"), quote(3, "Ann Lee"))
    assert kin_of(index, 0) == (Switch.QUOTES, "Ann Lee")
    assert all_of(index, kin_of(index, 0)) == [0, 2]


def test_mentions_of_one_name_belong_together_however_they_are_written() -> None:
    index = index_of(name(1, "Ann Lee"), name(2, "Lee", "Ann Lee"), name(3, "Lindow"))
    assert all_of(index, kin_of(index, 1)) == [0, 1]


def test_a_speaker_and_who_is_called_like_that_are_two_things() -> None:
    index = index_of(quote(1, "Ann Lee"), name(2, "Ann Lee"))
    assert all_of(index, kin_of(index, 0)) == [0]
    assert all_of(index, kin_of(index, 1)) == [1]


def test_quotes_of_nobody_numbers_and_figures_stand_alone() -> None:
    index = index_of(
        quote(1, None),
        quote(2, ""),
        name(3, "12", label="CARDINAL"),
        CasualtyFigure(**at(4), category="killed"),
    )
    assert [kin_of(index, position) for position in range(4)] == [None] * 4
    assert kin_of(index, None) is None


def test_speakers_are_numbered_in_the_order_of_their_first_quotes() -> None:
    speakers = ("Bo Lind", None, "Ann Lee", "Bo Lind")
    said = (quote(number, speaker) for number, speaker in enumerate(speakers, start=2))
    index = index_of(name(1, "Cy Dunn"), *said)
    assert voices(index) == {"Bo Lind": 1, "Ann Lee": 2}


def test_a_name_is_of_what_most_of_its_mentions_are() -> None:
    index = index_of(
        name(1, "Lind", label="LOC"), name(2, "Lind"), name(3, "Mr Lind", "Lind"), name(4, "Hill")
    )
    assert label_of_name(index, "Lind") == "PERSON"
    assert label_of_name(index, "Dell") is None
    assert label_of_name(index_of(quote(1, "Lind")), "Lind") is None
