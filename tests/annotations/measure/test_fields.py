import pytest

from annotations.measure.fields import Agreed, compare, differing, folded
from annotations.model import CasualtyFigure, Count, Entity, Layer, Quote, Span

TEXT = "At least 12 people died in Oldport, said Ana Ruiz."


def span(text: str) -> Span:
    start = TEXT.index(text)
    return Span.cut(TEXT, start, start + len(text))


def figure(**fields: object) -> CasualtyFigure:
    usual = {"category": "killed", "count": Count(low=12, best=12), "qualifier": "at_least"}
    covered = span("At least 12 people")
    return CasualtyFigure(
        start=covered.start,
        end=covered.end,
        text=covered.text,
        **(usual | fields),  # type: ignore[arg-type]
    )


def quote(**fields: object) -> Quote:
    covered = span("At least 12 people died in Oldport")
    return Quote(
        start=covered.start,
        end=covered.end,
        text=covered.text,
        **({"type": "indirect"} | fields),  # type: ignore[arg-type]
    )


def test_what_the_reference_does_not_say_is_not_counted() -> None:
    assert compare([figure()], [figure(place="Oldport")]) == {
        (Layer.CASUALTIES, "category"): Agreed(1, 1),
        (Layer.CASUALTIES, "count"): Agreed(1, 1),
        (Layer.CASUALTIES, "qualifier"): Agreed(1, 1),
    }


def test_flags_count_where_one_side_raises_them() -> None:
    counted = compare([figure(subset=True)], [figure(negated=True)])
    assert counted[Layer.CASUALTIES, "subset"] == Agreed(0, 1)
    assert counted[Layer.CASUALTIES, "negated"] == Agreed(0, 1)
    assert (Layer.CASUALTIES, "hypothetical") not in counted


def test_speakers_overlap_and_names_go_by_their_words() -> None:
    reference = quote(speaker=span("Ana Ruiz"), cue=span("said"), speaker_name="Ana Ruiz")
    other = quote(speaker=span("Ruiz"), speaker_name="ana  ruiz")
    counted = compare([reference], [other])
    assert counted[Layer.QUOTES, "speaker"] == Agreed(1, 1)
    assert counted[Layer.QUOTES, "cue"] == Agreed(0, 1)
    assert counted[Layer.QUOTES, "speaker_name"] == Agreed(1, 1)


def test_a_wrong_label_is_a_field_that_differs() -> None:
    covered = span("Oldport")
    one = Entity(start=covered.start, end=covered.end, text=covered.text, label="GPE")
    assert list(differing(one, one.of_kind("ORG"))) == ["label"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("The  Red Cross", "red cross"),
        ("an elder", "elder"),
        ("the", "the"),
        ("A", "a"),
        ("Theatre", "theatre"),
        (None, None),
    ],
)
def test_what_does_not_count_in_words(value: str | None, expected: str | None) -> None:
    assert folded(value) == expected
