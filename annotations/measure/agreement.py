"""Agreement of two annotators beyond what chance gives them."""

from collections import Counter
from collections.abc import Hashable, Sequence

Choice = tuple[Hashable, Hashable]
"""What two annotators have chosen for one thing."""


def cohen_kappa(choices: Sequence[Choice]) -> float | None:
    """Cohen's kappa (1960) for two annotators and any number of categories.

    1 is full agreement, 0 what chance gives. Null without choices, or where both have only ever
    chosen the same one category: then there is nothing that chance could have done otherwise.
    """
    if not choices:
        return None
    total = len(choices)
    first, second = Counter(one for one, _ in choices), Counter(other for _, other in choices)
    agreed = sum(one == other for one, other in choices) / total
    by_chance = sum(number * second[choice] for choice, number in first.items()) / total**2
    return None if by_chance == 1 else (agreed - by_chance) / (1 - by_chance)


def krippendorff_alpha(choices: Sequence[Choice]) -> float | None:
    """Krippendorff's alpha (1970) for nominal categories and two annotators with no gaps.

    It corrects for few things, which kappa does not. Null without choices, or where all of them
    are the same.
    """
    if not choices:
        return None
    values = Counter(choice for pair in choices for choice in pair)
    total = 2 * len(choices)
    expected = total * (total - 1) - sum(number * (number - 1) for number in values.values())
    if not expected:
        return None
    differing = 2 * sum(one != other for one, other in choices)
    return 1 - (total - 1) * differing / expected
