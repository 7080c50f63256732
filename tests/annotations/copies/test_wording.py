import pytest

from annotations.copies.wording import names, numbers, stretches, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“At least 1,200,” he said.", ["at", "least", "1,200", "he", "said"]),
        ("3.5 per cent – no more", ["3.5", "per", "cent", "no", "more"]),
        ("ÖL & Wasser", ["öl", "wasser"]),
        ("海は静か calm", ["海", "は", "静", "か", "calm"]),
        ("", []),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_stretches_overlap() -> None:
    found = stretches([f"w{number}" for number in range(25)])
    assert found[:2] == ["w0 w1 w2 w3", "w1 w2 w3 w4"]
    assert len(found) == 22


def test_a_text_of_few_words_has_no_stretches() -> None:
    assert stretches(["w"] * 24) == []


def test_stretches_of_signs_are_longer() -> None:
    assert stretches(list("海は静かだった。" * 6))[0] == "海 は 静 か だ っ た 。"


def test_numbers_are_compared_without_their_commas() -> None:
    assert numbers(words("1,200 dead, seven of 12 in 2016")) == {"1200", "seven", "12", "2016"}


def test_names_are_words_with_a_capital_inside_a_sentence() -> None:
    text = "The ferry Marta sank off Marrow Point. “Boats came,” said Ines Brandt."
    assert names(text) == {"marta", "marrow", "point", "ines", "brandt"}
