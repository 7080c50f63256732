from array import array

import pytest

from annotations.copies.folding import Folding, folded

GROUPS = {1: 1, 4: 1, 6: 1, 2: 2, 5: 2}
"""1 with 4 and 6, and 2 with 5."""


@pytest.mark.parametrize(
    ("keys", "folding", "shown", "hidden"),
    [
        ([3, 4, 5, 1, 6, 2], Folding(), [3, 4, 5, 1, 6, 2], {}),
        ([3, 4, 5, 1, 6, 2], Folding(every=True), [3, 1, 2], {1: [4, 6], 2: [5]}),
        ([3, 4, 5, 6], Folding(every=True), [3, 4, 5], {4: [6]}),
        ([3, 4, 5, 1], Folding(others=frozenset({1})), [3, 1, 5], {1: [4]}),
        ([4, 5, 1, 2], Folding(every=True, others=frozenset({1})), [1, 4, 2], {2: [5]}),
        ([], Folding(every=True), [], {}),
    ],
)
def test_one_row_stands_for_a_group_where_the_first_of_it_stood(
    keys: list[int], folding: Folding, shown: list[int], hidden: dict[int, list[int]]
) -> None:
    fold = folded(array("q", keys), GROUPS, folding)
    assert list(fold.keys) == shown
    assert fold.hidden == hidden


def test_what_is_unfolded_stands_below_the_row_that_stood_for_it() -> None:
    fold = folded(array("q", [4, 3, 1]), GROUPS, Folding(every=True, others=frozenset({1})))
    assert (list(fold.keys), fold.below) == ([1, 4, 3], {4: 1})


def test_turning_a_group_twice_changes_nothing() -> None:
    assert Folding(every=True).turned(1).turned(1) == Folding(every=True)
    assert not Folding(every=True).turned(1).folds(1)
    assert Folding().turned(1).folds(1)
