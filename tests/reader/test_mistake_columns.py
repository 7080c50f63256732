"""What was wrong, as a row says it."""

from dataclasses import replace

import pytest
from rich.cells import cell_len

from annotations.measure.mistakes import Mistake, Wrong
from annotations.model import CasualtyFigure, Count, Entity
from reader.mistake_columns import FoundMistake, mistake_line, what_was_wrong

TEXT = "The mayor, Ana Ruiz of Oldport, told the Post."
ANA = Entity(start=11, end=14, text="Ana", label="PERSON", name="Ana")
RUIZ = replace(ANA, end=19, text="Ana Ruiz")
DEAD = CasualtyFigure(start=0, end=3, text="The", category="killed", count=Count(best=12))


@pytest.mark.parametrize(
    ("mistake", "said"),
    [
        (Mistake(Wrong.MISSED, ANA, None), "missed PERSON"),
        (Mistake(Wrong.SPURIOUS, None, ANA), "rejected PERSON"),
        (Mistake(Wrong.BOUNDARY, RUIZ, ANA), "PERSON from Ana"),
        (Mistake(Wrong.FIELD, replace(ANA, label="ORG"), ANA, ("label",)), "PERSON → ORG"),
        (
            Mistake(Wrong.FIELD, replace(ANA, name="Ana Ruiz"), ANA, ("name",)),
            "name: Ana → Ana Ruiz",
        ),
        (Mistake(Wrong.FIELD, replace(ANA, name=None), ANA, ("name",)), "name: Ana → nothing"),
        (
            Mistake(Wrong.FIELD, replace(DEAD, count=Count(best=20)), DEAD, ("count",)),
            "count: 12 → 20",
        ),
        (
            Mistake(Wrong.FIELD, replace(DEAD, place="Oldport"), DEAD, ("count", "claimed_by")),
            "count, claimed by",
        ),
    ],
)
def test_what_was_wrong(mistake: Mistake, said: str) -> None:
    assert what_was_wrong(mistake) == said


@pytest.mark.parametrize("width", [30, 58, 78, 118])
def test_a_row_is_as_wide_as_it_has_to_be(width: int) -> None:
    found = FoundMistake(
        article_id="a",
        title="Flood 海",
        mistake=Mistake(Wrong.SPURIOUS, None, ANA),
        before=TEXT[:11],
        text="Ana",
        behind=TEXT[14:],
    )
    line = mistake_line(found, width)
    assert cell_len("".join(line)) == width
    assert line.text == "Ana"
    assert bool(line.title) is (width >= 100)
