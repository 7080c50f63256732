import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.measure.pairing import is_exact, paired
from annotations.model import Annotation, Entity

TEXT = "abcdefghijklmnopqrst"


def entity(start: int, end: int, label: str = "ORG") -> Entity:
    return Entity(start=start, end=end, text=TEXT[start:end], label=label)


ENTITIES = st.lists(
    st.tuples(st.integers(0, 15), st.integers(1, 5), st.sampled_from(["ORG", "GPE"])).map(
        lambda each: entity(each[0], each[0] + each[1], each[2])
    ),
    max_size=8,
)


def spans(pairs: tuple[tuple[Annotation, Annotation], ...]) -> list[tuple[int, int, int, int]]:
    return [(one.start, one.end, other.start, other.end) for one, other in pairs]


@pytest.mark.parametrize(
    ("reference", "other", "expected"),
    [
        ([(0, 4)], [(0, 4)], [(0, 4, 0, 4)]),
        ([(0, 4)], [(4, 8)], []),
        ([(0, 4)], [(3, 8)], [(0, 4, 3, 8)]),
        ([(0, 8)], [(0, 3), (2, 8)], [(0, 8, 2, 8)]),
        ([(0, 4), (2, 6)], [(2, 6)], [(2, 6, 2, 6)]),
        ([(0, 4), (4, 8)], [(0, 8)], [(0, 4, 0, 8)]),
    ],
    ids=["same", "adjacent", "one shared", "most shared", "exact first", "earlier of equals"],
)
def test_pairs(
    reference: list[tuple[int, int]],
    other: list[tuple[int, int]],
    expected: list[tuple[int, int, int, int]],
) -> None:
    first, second = [entity(*each) for each in reference], [entity(*each) for each in other]
    assert spans(paired(first, second, same_kind=True).pairs) == expected


def test_kinds_part_only_if_asked_for() -> None:
    first, second = [entity(0, 4, "ORG")], [entity(0, 4, "GPE")]
    assert not paired(first, second, same_kind=True).pairs
    assert len(paired(first, second, same_kind=False).pairs) == 1


@given(ENTITIES, ENTITIES)
def test_each_is_paired_once_or_left_over(first: list[Entity], second: list[Entity]) -> None:
    pairing = paired(first, second, same_kind=True)
    ones = [*(one for one, _ in pairing.pairs), *pairing.missed]
    others = [*(other for _, other in pairing.pairs), *pairing.spurious]
    assert sorted(map(repr, ones)) == sorted(map(repr, first))
    assert sorted(map(repr, others)) == sorted(map(repr, second))
    assert all(one.start < other.end and other.start < one.end for one, other in pairing.pairs)


@given(ENTITIES)
def test_against_itself_all_is_exact(entities: list[Entity]) -> None:
    pairing = paired(entities, entities, same_kind=True)
    assert all(is_exact(*pair) for pair in pairing.pairs)
    assert not pairing.missed and not pairing.spurious
