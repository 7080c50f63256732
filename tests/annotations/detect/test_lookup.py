"""Names looked for in texts."""

from annotations.detect.lookup import Lookup

NAMES = Lookup({"EU": 1, "Kelp": 2, "Kelp Front": 3})


def found(text: str) -> list[tuple[int, int, int]]:
    return list(NAMES.find(text, 0, len(text)))


def test_the_longer_name_is_found() -> None:
    assert found("the Kelp Front, and Kelp") == [(4, 14, 3), (20, 24, 2)]


def test_a_part_of_a_word_is_no_name() -> None:
    assert found("x4EU EUR EU2 Kelps") == []


def test_marks_end_words() -> None:
    assert found("pro-EU (EU)") == [(4, 6, 1), (8, 10, 1)]


def test_only_the_stretch_is_searched() -> None:
    assert list(NAMES.find("EU EU Kelp Front", 3, 10)) == [(3, 5, 1), (6, 10, 2)]


def test_what_is_whole_can_be_said() -> None:
    strict = Lookup({"EU": 1}, is_whole=lambda text, start, _: text[start - 1 : start] != "-")
    assert list(strict.find("pro-EU EU", 0, 9)) == [(7, 9, 1)]
