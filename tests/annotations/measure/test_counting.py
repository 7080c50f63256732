from annotations.measure.counting import ALL, NUMBERS, added, count
from annotations.measure.tallies import Score, Tally, exact, overlapping, partial
from annotations.model import Annotation, Entity, Layer, Quote, Status

TEXT = "Ana Ruiz of Oldport told the Post on Monday that it rained."


def entity(text: str, label: str, status: Status = Status.ADDED) -> Entity:
    start = TEXT.index(text)
    return Entity(start=start, end=start + len(text), text=text, label=label, status=status)


REFERENCE: list[Annotation] = [
    entity("Ana Ruiz", "PERSON"),
    entity("Oldport", "GPE"),
    entity("the Post", "ORG"),
    entity("Monday", "DATE"),
]
OTHER: list[Annotation] = [
    entity("Ruiz", "PERSON"),
    entity("Oldport", "GPE"),
    entity("Post", "PERSON"),
    entity("Monday", "DATE"),
    entity("rained", "EVENT", Status.REJECTED),
]


def test_counts_by_label_and_of_all_names() -> None:
    assert count(REFERENCE, OTHER) == {
        (Layer.ENTITIES, ALL): Tally(3, 3, 1, 2),
        (Layer.ENTITIES, NUMBERS): Tally(1, 1, 1, 1),
        (Layer.ENTITIES, "PERSON"): Tally(1, 2, 0, 1),
        (Layer.ENTITIES, "GPE"): Tally(1, 1, 1, 1),
        (Layer.ENTITIES, "ORG"): Tally(1, 0, 0, 0),
        (Layer.ENTITIES, "DATE"): Tally(1, 1, 1, 1),
    }


def test_articles_add_up() -> None:
    one = count(REFERENCE, OTHER)
    twice = added([one, one])
    assert twice[Layer.ENTITIES, ALL] == Tally(6, 6, 2, 4)


def test_layers_are_apart() -> None:
    said = Quote(start=48, end=58, text="it rained.", type="indirect")
    counted = count([said], OTHER[:1])
    assert counted[Layer.QUOTES, ALL] == Tally(1, 0, 0, 0)
    assert counted[Layer.ENTITIES, ALL] == Tally(0, 1, 0, 0)


def test_scores() -> None:
    tally = Tally(expected=4, found=5, exact=2, overlapping=3)
    assert exact(tally) == Score(precision=0.4, recall=0.5, f1=4 / 9)
    assert overlapping(tally) == Score(precision=0.6, recall=0.75, f1=6 / 9)
    assert partial(tally) == Score(precision=0.5, recall=0.625, f1=5 / 9)


def test_nothing_to_divide_by() -> None:
    assert exact(Tally()) == Score(precision=None, recall=None, f1=None)
    assert exact(Tally(expected=2)) == Score(precision=None, recall=0, f1=0)
