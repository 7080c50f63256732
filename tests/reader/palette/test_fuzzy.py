import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.palette.fuzzy import fold, match, terms


def letters(query: str, line: str) -> str | None:
    """The letters of a line that fit, all others as dots."""
    found = match(terms(query), fold(line))
    if found is None:
        return None
    return "".join(each if at in found.offsets else "·" for at, each in enumerate(line))


@pytest.mark.parametrize(
    ("query", "line", "expected"),
    [
        ("river", "The river rises", "····river······"),
        ("RIV", "The river rises", "····riv········"),
        ("ris riv", "The river rises", "····riv···ris··"),
        ("ver", "The river rises", "······ver······"),
        ("ri", "Drift and rise", "··········ri··"),
        ("aag", "accept and go", "a······a···g·"),
        ("kremln", "Kremlin", "Kreml·n"),
        ("trr", "The river rises", "T···r···r······"),
        ("jose", "José Núñez", "José······"),
        ("nunez", "José Núñez", "·····Núñez"),
        ("xyz", "The river rises", None),
        ("tvs", "The river rises", None),
        ("river snow", "The river rises", None),
    ],
)
def test_what_fits(query: str, line: str, expected: str | None) -> None:
    assert letters(query, line) == expected


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [
        ("ris", "rises", "drifts"),
        ("ris", "Rises", "The river rises"),
        ("ris", "arise", "rain is"),
        ("cat", "cat", "cat and dog"),
    ],
)
def test_what_fits_better(query: str, better: str, worse: str) -> None:
    one, other = (match(terms(query), fold(line)) for line in (better, worse))
    assert one is not None
    assert other is None or one.score > other.score


def test_a_long_line_of_few_letters_takes_no_time() -> None:
    assert match(terms("ababababababababc"), "ab" * 5_000) is None


@given(st.text(max_size=40))
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(max_size=6), st.text(max_size=30))
def test_offsets_are_those_of_letters_of_the_line(query: str, line: str) -> None:
    wanted = terms(query)
    found = match(wanted, fold(line)) if wanted else None
    if found is not None:
        assert all(0 <= at < len(line) for at in found.offsets)
        assert 0 < found.score <= 1.05 + 1e-9
