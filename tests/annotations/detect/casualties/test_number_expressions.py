"""What the expressions for numbers of people say, each written out."""

import pytest

from annotations.detect.casualties.numbers import find

_EXACT = [
    ("12", 12),
    ("1,300", 1_300),
    ("1 300", 1_300),
    ("280 000", 280_000),
    ("1 300 000", 1_300_000),
    ("1’300", 1_300),
    ("2,50,000", 250_000),
    ("1,50,00,000", 15_000_000),
    ("2.5 million", 2_500_000),
    ("0.5 million", 500_000),
    ("1.4m", 1_400_000),
    ("3.2 mn", 3_200_000),
    ("10k", 10_000),
    ("5 bn", 5_000_000_000),
    ("3 lakh", 300_000),
    ("1.5 lakh", 150_000),
    ("2 crore", 20_000_000),
    ("2 lakh 50 thousand", 250_000),
    ("40 thousand", 40_000),
    ("ninety-six", 96),
    ("ninety six", 96),
    ("two hundred and five", 205),
    ("two hundred five", 205),
    ("one hundred and seven", 107),
    ("two thousand three hundred", 2_300),
    ("a thousand and one", 1_001),
    ("twelve hundred", 1_200),
    ("two lakh fifty thousand", 250_000),
    ("hundred", 100),
    ("a hundred", 100),
    ("a hundred and one", 101),
    ("half a million", 500_000),
    ("a half-million", 500_000),
    ("one and a half million", 1_500_000),
    ("one-and-a-half million", 1_500_000),
    ("2 and a half million", 2_500_000),
    ("a million and a half", 1_500_000),
    ("two and a half thousand", 2_500),
    ("one and three quarter million", 1_750_000),
    ("a quarter of a million", 250_000),
    ("three-quarters of a million", 750_000),
    ("dozen", 12),
    ("a dozen", 12),
    ("two dozen", 24),
    ("3 dozen", 36),
    ("half a dozen", 6),
    ("half-dozen", 6),
    ("half-a-dozen", 6),
    ("a baker’s dozen", 13),
    ("three score", 60),
    ("a couple", 2),
    ("a pair", 2),
]


@pytest.mark.parametrize(("expression", "value"), _EXACT)
def test_a_number_that_is_known(expression: str, value: int) -> None:
    text = f"It killed {expression} people."
    (number,) = find(text)
    assert text[number.phrase_start : number.end] == expression
    assert (number.count.low, number.count.high, number.count.best) == (value, value, value)


_OTHERS: list[tuple[str, int | None, int | None, int | None, str | None]] = [
    ("dozens", 24, None, 24, None),
    ("scores", 40, None, 40, None),
    ("tens of thousands", 20_000, None, 20_000, None),
    ("hundreds of thousands", 200_000, None, 200_000, None),
    ("tens of millions", 20_000_000, None, 20_000_000, None),
    ("millions", 2_000_000, None, 2_000_000, None),
    ("lakhs", 200_000, None, 200_000, None),
    ("dozens and dozens", 24, None, 24, None),
    ("hundreds upon hundreds", 200, None, 200, None),
    ("dozens, if not hundreds", 24, None, 24, None),
    ("hundreds or even thousands", 200, None, 200, None),
    ("several", 3, None, 3, None),
    ("a few", 3, None, 3, None),
    ("quite a few", 3, None, 3, None),
    ("a handful", 3, None, 3, None),
    ("several hundred", 300, None, 300, None),
    ("several dozen", 36, None, 36, None),
    ("several hundred thousand", 300_000, None, 300_000, None),
    ("several tens of thousands", 30_000, None, 30_000, None),
    ("a few hundred", 300, None, 300, None),
    ("a few dozen", 36, None, 36, None),
    ("a couple of hundred", 200, None, 200, None),
    ("a couple hundred", 200, None, 200, None),
    ("many thousands", 3_000, None, 3_000, None),
    ("countless thousands", 2_000, None, 2_000, None),
    ("many", 3, None, None, None),
    ("numerous", 3, None, None, None),
    ("multiple", 2, None, None, None),
    ("countless", None, None, None, None),
    ("10 to 15", 10, 15, 12, None),
    ("10-15", 10, 15, 12, None),
    ("10–15", 10, 15, 12, None),
    ("10-to-15", 10, 15, 12, None),
    ("between 20 and 30", 20, 30, 25, None),
    ("between 20-30", 20, 30, 25, None),
    ("five or six", 5, 6, 6, None),
    ("31 or possibly 33", 31, 33, 33, None),
    ("two-three", 2, 3, 2, None),
    ("three to four hundred", 300, 400, 350, None),
    ("one or two dozen", 12, 24, 24, None),
    ("a dozen or two", 12, 24, 24, None),
    ("a million or two", 1_000_000, 2_000_000, 2_000_000, None),
    ("3-4 million", 3_000_000, 4_000_000, 3_500_000, None),
    ("1.5 to 2 million", 1_500_000, 2_000_000, 1_750_000, None),
    ("1 to 1.5 million", 1_000_000, 1_500_000, 1_250_000, None),
    ("300 to 400,000", 300_000, 400_000, 350_000, None),
    ("900,000 to 1 million", 900_000, 1_000_000, 950_000, None),
    ("10 to as many as 15", 10, 15, 12, None),
    ("ninety to a hundred", 90, 100, 95, None),
    ("200-plus", 200, None, 200, "more_than"),
    ("200 plus", 200, None, 200, "more_than"),
    ("300+", 300, None, 300, "more_than"),
    ("30-odd", 30, 30, 30, "about"),
    ("20 or so", 20, 20, 20, "about"),
    ("a dozen or so", 12, 12, 12, "about"),
    ("12 or thereabouts", 12, 12, 12, "about"),
    ("two or more", 2, None, 2, "at_least"),
    ("a dozen or more", 12, None, 12, "at_least"),
    ("12 and counting", 12, None, 12, "at_least"),
    ("12 at least", 12, None, 12, "at_least"),
    ("12 at most", None, 12, 12, "up_to"),
    ("12 or fewer", None, 12, 12, "up_to"),
    ("no", 0, 0, 0, None),
    ("zero", 0, 0, 0, None),
    ("0", 0, 0, 0, None),
    ("not a single", 0, 0, 0, None),
    ("not one", 0, 0, 0, None),
]


@pytest.mark.parametrize(("expression", "low", "high", "best", "qualifier"), _OTHERS)
def test_a_number_that_is_bounded_vague_or_none(
    expression: str, low: int | None, high: int | None, best: int | None, qualifier: str | None
) -> None:
    text = f"They counted {expression} people."
    (number,) = find(text)
    assert text[number.start : number.end] == expression
    assert (number.count.low, number.count.high, number.count.best) == (low, high, best)
    assert number.qualifier == qualifier


@pytest.mark.parametrize(
    ("expression", "low", "high"),
    [
        ("a couple", 2, 2),
        ("a pair", 2, 2),
        ("a score", 20, 20),
        ("a handful", 3, None),
        ("a number", 2, None),
        ("a large number", 2, None),
        ("an unknown number", None, None),
        ("an untold number", None, None),
        ("untold numbers", None, None),
    ],
)
def test_the_of_after_a_noun_of_number_is_not_part_of_it(
    expression: str, low: int | None, high: int | None
) -> None:
    text = f"It hurt {expression} of them."
    (number,) = find(text)
    assert text[number.start : number.end] == expression
    assert (number.count.low, number.count.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Nobody was hurt.", "Nobody"),
        ("No one was hurt.", "No one"),
        ("No-one was hurt.", "No-one"),
        ("None was hurt.", "None"),
        ("It went off without killing anyone.", "anyone"),
        ("It went off without any casualties.", "any"),
        ("It did not kill anybody.", "anybody"),
        ("The bomb didn’t hurt anyone.", "anyone"),
        ("The shell never hit any soldiers.", "any"),
        ("It did not kill a single soldier.", "a single"),
    ],
)
def test_nobody(text: str, word: str) -> None:
    (number,) = find(text)
    assert text[number.start : number.end] == word
    assert (number.count.low, number.count.high, number.count.best) == (0, 0, 0)
