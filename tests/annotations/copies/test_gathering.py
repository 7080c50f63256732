from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.copies.gathering import groups


def gathered(pairs: list[tuple[str, str]]) -> list[list[str]]:
    alike: dict[str, list[str]] = {}
    for one, other in pairs:
        alike.setdefault(one, []).append(other)
        alike.setdefault(other, []).append(one)
    return groups(alike, ranks(alike))


def ranks(alike: Mapping[str, object]) -> dict[str, tuple[object, ...]]:
    return {key: (key,) for key in alike}


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        ("", []),
        ("ba", ["ab"]),
        ("ab bc", ["abc"]),
        ("ab cd", ["ab", "cd"]),
        ("ab bc cd de", ["abc", "de"]),
        ("xa xb xc xd dy yz", ["abcdx", "yz"]),
    ],
)
def test_groups(pairs: str, found: list[str]) -> None:
    assert gathered([(each[0], each[1]) for each in pairs.split()]) == list(map(list, found))


@given(st.sets(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"))))
def test_neither_chains_nor_the_order_make_a_group(pairs: set[tuple[str, str]]) -> None:
    pairs = {(one, other) for one, other in pairs if one < other}
    found = gathered(sorted(pairs))
    assert found == gathered(sorted(pairs, reverse=True))
    assert len({key for group in found for key in group}) == sum(map(len, found))
    for group in found:
        assert any(
            all(one == other or tuple(sorted((one, other))) in pairs for other in group)
            for one in group
        )
