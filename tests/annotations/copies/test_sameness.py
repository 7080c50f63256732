import pytest

from annotations.copies.sameness import fingerprint, is_telling


@pytest.mark.parametrize(
    "same",
    [
        "“We wait,” she said – and left…",
        '"We wait," she said - and left...',
        "„We wait,“ she said — and left...",
        "«We wait,»  she said\n\n- and\u00a0left…\n",
        "''We wait,'' she said - and\u200b left...",
    ],
)
def test_blanks_and_typography_make_no_other_text(same: str) -> None:
    assert fingerprint(same) == fingerprint("'We wait,' she said - and left...")


@pytest.mark.parametrize(
    ("one", "other"),
    [("12 dead", "13 dead"), ("$5", "£5"), ("May", "may"), ("it's", "its"), ("a.", "a"), ("", "a")],
)
def test_letters_numbers_and_stops_do(one: str, other: str) -> None:
    assert fingerprint(one) != fingerprint(other)


def test_letters_count_however_they_are_made() -> None:
    assert fingerprint("e\u0301t\u00e9") == fingerprint("\u00e9te\u0301")


def test_lone_surrogates_are_no_obstacle() -> None:
    assert len(fingerprint("a\ud800")) == 16


def test_what_everybody_writes_tells_nothing() -> None:
    assert not is_telling("Subscribe to read on. It takes two minutes.")
    assert is_telling("word " * 25)
