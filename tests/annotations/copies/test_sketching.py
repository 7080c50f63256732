"""What the store keeps of sketches has to mean the same in every process and on every machine."""

from annotations.copies.sketching import bands, method
from annotations.copies.wording import stretches, words
from tests.annotations.copies.reports import CUT, LOCAL, OWN, REPORT, UPDATED


def of(*texts: str) -> list[set[int]]:
    return [set(each) for each in bands([stretches(words(text)) for text in texts])]


def test_how_sketches_are_made_is_written_beside_them() -> None:
    assert method() == "rensa-r2-128-20161028-words-4-bands-32x3"


def test_bands_are_those_that_stores_hold() -> None:
    """If this fails without a change of the method, stores would compare what is not alike."""
    assert bands([["a b c d", "b c d e"]])[0][:2] == BANDS


def test_copies_meet_in_a_band_and_other_reports_do_not() -> None:
    report, cut, local, updated, own = of(REPORT, CUT, LOCAL, UPDATED, OWN)
    for copy in (cut, local, updated):
        assert report & copy
    assert not report & own


def test_a_text_without_stretches_has_no_bands() -> None:
    assert of("Rain.", REPORT)[0] == set()
    assert len(of(REPORT)[0]) == 32


def test_bands_fit_into_a_column() -> None:
    assert all(-(2**63) <= band < 2**63 for band in of(REPORT)[0])


BANDS = [4667273584191552949, -4233393421810117168]
