from collections import Counter
from collections.abc import Sequence

import pytest

from annotations.measure.agreement import Choice, cohen_kappa, krippendorff_alpha

# Worked examples: Cohen's coefficient as in Artstein and Poesio (2008), alpha after Krippendorff.
DIALOGUE: Sequence[Choice] = (
    [("stat", "stat")] * 20
    + [("stat", "ireq")] * 20
    + [("ireq", "check")] * 10
    + [("ireq", "ireq")] * 40
    + [("check", "check")] * 10
)


def test_kappa_of_a_table() -> None:
    assert cohen_kappa(Counter(DIALOGUE)) == pytest.approx((0.7 - 0.4) / (1 - 0.4), abs=1e-6)


def test_alpha_of_a_table() -> None:
    values = {"stat": 60, "ireq": 110, "check": 30}
    expected = (200**2 - sum(number**2 for number in values.values())) / (200 * 199)
    assert krippendorff_alpha(Counter(DIALOGUE)) == pytest.approx(1 - 0.3 / expected, abs=1e-6)


def test_full_agreement_and_none_beyond_chance() -> None:
    assert cohen_kappa(Counter([("a", "a"), ("b", "b")])) == 1
    assert krippendorff_alpha(Counter([("a", "a"), ("b", "b")])) == 1
    assert cohen_kappa(Counter([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")])) == 0


@pytest.mark.parametrize("choices", [[], [("a", "a"), ("a", "a")]], ids=["none", "one category"])
def test_where_chance_leaves_nothing_to_measure(choices: Sequence[Choice]) -> None:
    assert cohen_kappa(Counter(choices)) is None
    assert krippendorff_alpha(Counter(choices)) is None
