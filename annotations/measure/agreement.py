"""Agreement of two annotators beyond what chance gives them.

Both coefficients take a table of how often each two choices met; a choice of null is a gap, and
what has one is left out, since there is nothing to compare it with.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from typing import cast

Choice = tuple[Hashable, Hashable]
"""What two annotators have chosen for one thing."""
Table = Mapping[Choice, int]
"""How often each two choices met."""
Distance = Callable[[float, float], float]
"""How far two numbers are apart: 0 if they are the same."""


def cohen_kappa(table: Table) -> float | None:
    """Cohen's kappa (1960) for two annotators and any number of categories.

    1 is full agreement, 0 what chance gives. Null without choices, or where both have only ever
    chosen the same one category: then there is nothing that chance could have done otherwise.
    """
    pairs = without_gaps(table)
    total = sum(pairs.values())
    first, second = Counter[Hashable](), Counter[Hashable]()
    for (one, other), times in pairs.items():
        first[one] += times
        second[other] += times
    by_chance = sum(number * second[choice] for choice, number in first.items())
    if by_chance == total**2:  # all of nothing included
        return None
    agreed = sum(times for (one, other), times in pairs.items() if one == other)
    return (agreed * total - by_chance) / (total**2 - by_chance)


def krippendorff_alpha(table: Table, *, distance: Distance | None = None) -> float | None:
    """Krippendorff's alpha (1970) for two annotators, in the computational form of 2011.

    It corrects for few things, which kappa does not, and takes no account of who has chosen what.
    Null without choices, or where all of them are the same.

    Args:
        table: How often each two choices met.
        distance: How far two choices are apart; null for categories, of which any two are as far
            apart as any others.
    """
    pairs = without_gaps(table)
    values = Counter[Hashable]()
    for (one, other), times in pairs.items():
        values[one] += times
        values[other] += times
    total = sum(values.values())
    if distance is None:
        expected: float = total**2 - sum(number**2 for number in values.values())
        differing: float = sum(times for (one, other), times in pairs.items() if one != other)
    else:
        expected = _apart(
            {(one, other): values[one] * values[other] for one in values for other in values},
            distance,
        )
        differing = _apart(pairs, distance)
    return 1 - (total - 1) * 2 * differing / expected if expected else None


def ratio(one: float, other: float) -> float:
    """How far apart two numbers are that have a true zero: the square of difference by sum.

    12 and 13 dead are almost the same, 2 and 3 are not; 0 is as far as can be from all others.
    """
    return ((one - other) / (one + other)) ** 2 if one != other else 0


def without_gaps(table: Table) -> Table:
    """What both annotators have chosen something for."""
    return {pair: times for pair, times in table.items() if None not in pair}


def _apart(table: Mapping[Choice, int], distance: Distance) -> float:
    """How far apart the choices of a table of numbers are, all together."""
    numbers = cast("Mapping[tuple[float, float], int]", table)
    return sum(times * distance(*pair) for pair, times in numbers.items())
