"""Ages, dates, names and measures beside people count none of them."""

from collections.abc import Callable

import pytest

from annotations.model import CasualtyFigure

Figures = Callable[[str], list[CasualtyFigure]]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # ages
        ("Jeffery Webb, 47, was killed.", []),
        ("Two sons, 6 and 9, were killed.", ["Two sons"]),
        ("Three sisters aged 17, 18 and 20 drowned.", ["Three sisters"]),
        ("He died at 43.", []),
        ("Four of the dead were under 16.", ["Four of the dead"]),
        # dates
        ("Nine miners died on 3 May.", ["Nine miners"]),
        ("On Oct. 25 nine miners died.", ["nine miners"]),
        ("In 2011 nine miners died.", ["nine miners"]),
        ("Between 2011 and 2013 nine miners died.", ["nine miners"]),
        ("As many as 12 may have died.", ["As many as 12"]),
        # names, measures and wholes
        ("Flight 302 crashed and nine miners died.", ["nine miners"]),
        ("The victims were buried 3m under a car park.", []),
        ("A third of the 9,000 residents fled.", []),
        ("A father of 5 was killed.", []),
        ("One in 4 was killed.", []),
    ],
)
def test_what_counts_people_and_what_does_not(
    figures: Figures, sentence: str, expected: list[str]
) -> None:
    assert [each.text for each in figures(sentence) if not each.implicit] == expected
