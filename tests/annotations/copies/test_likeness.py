import pytest

from annotations.copies.likeness import are_copies, shared, wording_of
from tests.annotations.copies.reports import CUT, LOCAL, OWN, REPORT, UPDATED, bulletin


@pytest.mark.parametrize("copy", [REPORT, REPORT.upper(), CUT, LOCAL, UPDATED])
def test_a_copy(copy: str) -> None:
    assert are_copies(wording_of(REPORT), wording_of(copy))
    assert are_copies(wording_of(copy), wording_of(REPORT))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (REPORT, OWN),
        (bulletin("Monday", 31, 9_120, "Arden"), bulletin("Tuesday", 17, 9_137, "Maresh")),
        ("A ferry went down.", "A ferry went down."),
        ("", ""),
    ],
)
def test_no_copy(one: str, other: str) -> None:
    assert not are_copies(wording_of(one), wording_of(other))


def test_how_much_of_the_shorter_text_is_in_the_longer_one() -> None:
    assert shared(wording_of(REPORT), wording_of(CUT)) == 1.0
    assert shared(wording_of(REPORT), wording_of(OWN)) < 0.1
    assert 0.7 < shared(wording_of(REPORT), wording_of(UPDATED)) < 1.0
