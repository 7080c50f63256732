"""Which annotations are equal."""

import pytest

from annotations.equality import Equality, Shared, equality
from annotations.model import Annotation, CasualtyFigure, Entity, Layer, Quote, Status


def name(text: str, label: str = "GPE", **fields: object) -> Entity:
    return Entity(start=0, end=len(text), text=text, label=label, **fields)  # type: ignore[arg-type]


def quote(speaker_name: str | None, kind: str = "direct") -> Quote:
    return Quote(start=0, end=4, text="“No”", type=kind, speaker_name=speaker_name)


def figure(text: str, category: str = "killed") -> CasualtyFigure:
    return CasualtyFigure(start=0, end=len(text), text=text, category=category)


def fits(one: Annotation, other: Annotation, **options: bool) -> bool:
    found = equality(one, **options)
    assert found is not None and found.fits(one)
    return found.fits(other)


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        (name("Lindow"), name("Lindow"), True),
        (name("Lindow"), name("Lindow", name="Lindow Bay"), True),
        (name("Lindow"), name("lindow"), False),
        (name("Lindow"), name("Lindow", label="ORG"), False),
        (name("Lindow", status=Status.ADDED), name("Lindow", status=Status.ACCEPTED), True),
        (name("Lindow"), name("Lindow", status=Status.REJECTED), False),
        (quote("Mara Dell"), quote("Mara Dell", "indirect"), True),
        (quote("Mara Dell"), quote("Max Dell"), False),
        (quote("Mara Dell"), name("Mara Dell", "PERSON", name="Mara Dell"), False),
        (figure("two men"), figure("two men"), True),
        (figure("two men"), figure("two men", "injured"), False),
        (figure("two men"), figure("Two men"), False),
        (figure("two men"), name("two men"), False),
    ],
)
def test_equal_as_usual(one: Annotation, other: Annotation, equal: bool) -> None:
    assert fits(one, other) is equal


def test_equal_by_canonical_name() -> None:
    calder = name("Calder", "PERSON", name="Ines Calder")
    assert fits(calder, name("Mayor Calder", "PERSON", name="Ines Calder"), by_name=True)
    assert not fits(calder, name("Calder", "PERSON", name="Tom Calder"), by_name=True)


def test_what_has_no_canonical_name_is_told_by_its_words() -> None:
    found = equality(name("Lindow"), by_name=True)
    assert found == Equality(layer=Layer.ENTITIES, shared=Shared.WORDS, value="Lindow", kind="GPE")


def test_kind_counts_only_if_it_is_to() -> None:
    assert fits(name("Lindow"), name("Lindow", "ORG"), of_kind=False)
    assert fits(figure("two men"), figure("two men", "injured"), of_kind=False)
    assert not fits(quote("Mara Dell"), quote("Mara Dell", "indirect"), of_kind=True)


def test_nothing_is_equal_to_a_quote_of_somebody_unnamed() -> None:
    assert equality(quote(None)) is None
