from annotations.measure.differences import Difference, differences
from annotations.model import Entity, Status

TEXT = "Ana Ruiz of Oldport told the Post."


def entity(text: str, label: str, **fields: object) -> Entity:
    start = TEXT.index(text)
    return Entity(start=start, end=start + len(text), text=text, label=label, **fields)  # type: ignore[arg-type]


PERSON, PLACE, PAPER = entity("Ana Ruiz", "PERSON"), entity("Oldport", "GPE"), entity("Post", "ORG")


def test_what_is_the_same_is_no_difference() -> None:
    assert differences([PERSON, PLACE], [PLACE, PERSON], mutual=True) == []


def test_in_reading_order_with_what_differs() -> None:
    other = entity("Oldport", "ORG")
    shorter = entity("Ruiz", "PERSON")
    found = differences([PERSON, PLACE], [PAPER, other, shorter], mutual=True)
    assert found == [
        Difference(PERSON, shorter),
        Difference(PLACE, other, ("label",)),
        Difference(None, PAPER),
    ]
    assert [each.is_of_stretch for each in found] == [True, False, False]
    assert [each.at for each in found] == [(0, 8), (12, 19), (29, 33)]


def test_a_name_that_only_one_gives() -> None:
    named = entity("Oldport", "GPE", name="Old Port")
    assert differences([PLACE], [named], mutual=True) == [Difference(PLACE, named, ("name",))]
    assert differences([named], [PLACE], mutual=True) == [Difference(named, PLACE, ("name",))]
    assert differences([PLACE], [named], mutual=False) == []


def test_what_was_rejected_is_not_there() -> None:
    rejected = entity("Oldport", "GPE", status=Status.REJECTED)
    assert differences([PLACE], [rejected], mutual=True) == [Difference(PLACE, None)]
