from collections.abc import Sequence

import pytest

from annotations.measure.comparison import ComparedArticle, FieldAgreement, compare
from annotations.measure.counting import ALL, NUMBERS
from annotations.measure.fields import Agreed
from annotations.measure.tallies import Tally
from annotations.model import Annotation, CasualtyFigure, Count, Entity, Layer, Quote, Span, Status

TEXT = "Ana Ruiz of Oldport told the Post on Monday that at least 12 people had died."


def entity(text: str, label: str, **fields: object) -> Entity:
    start = TEXT.index(text)
    return Entity(start=start, end=start + len(text), text=text, label=label, **fields)  # type: ignore[arg-type]


def figure(best: int | None, **fields: object) -> CasualtyFigure:
    text = "at least 12 people"
    start = TEXT.index(text)
    return CasualtyFigure(
        start=start,
        end=start + len(text),
        text=text,
        **{"category": "killed", "count": Count(best=best), **fields},  # type: ignore[arg-type]
    )


def article(first: Sequence[Annotation], second: Sequence[Annotation]) -> ComparedArticle:
    return ComparedArticle(length=len(TEXT), first=first, second=second)


FIRST = [entity("Ana Ruiz", "PERSON"), entity("Oldport", "GPE"), entity("the Post", "ORG")]
SECOND = [entity("Ruiz", "PERSON"), entity("Oldport", "ORG"), entity("the Post", "ORG")]


def test_spans_are_counted_for_both() -> None:
    rows = {(row.layer, row.kind): row.tally for row in compare([article(FIRST, SECOND)]).rows}
    assert rows[Layer.ENTITIES, ALL] == Tally(expected=3, found=3, exact=1, overlapping=2)
    assert rows[Layer.ENTITIES, "ORG"] == Tally(expected=1, found=2, exact=1, overlapping=1)


def test_kinds_of_what_both_have() -> None:
    (kinds,) = compare([article(FIRST, SECOND)]).kinds
    assert (kinds.layer, kinds.kind, kinds.agreed) == (Layer.ENTITIES, ALL, Agreed(2, 3))
    # Observed 2/3; by chance (1·1 + 1·0 + 1·2) / 9.
    assert kinds.kappa == pytest.approx((2 / 3 - 1 / 3) / (1 - 1 / 3))
    # Two of six values differ; expected 36 - 2² - 1² - 3².
    assert kinds.alpha == pytest.approx(1 - 5 * 2 / 22)


def test_alpha_of_the_text_counts_every_character() -> None:
    (kinds,) = compare([article(FIRST, SECOND)]).kinds
    total = 2 * len(TEXT)
    values = [12, 7, 23]  # characters of people, places and organisations on both sides
    blank = total - sum(values)
    expected = total**2 - sum(number**2 for number in (*values, blank))
    differing = 4 + 7  # "Ana " and Oldport
    assert kinds.text_alpha == pytest.approx(1 - (total - 1) * 2 * differing / expected)


def test_numbers_are_apart_from_names() -> None:
    both = [entity("Oldport", "GPE"), entity("Monday", "DATE")]
    kinds = compare([article(both, both)]).kinds
    assert [(each.kind, each.agreed) for each in kinds] == [
        (ALL, Agreed(1, 1)),
        (NUMBERS, Agreed(1, 1)),
    ]


def test_what_was_rejected_is_nowhere() -> None:
    rejected = [entity("Oldport", "GPE", status=Status.REJECTED)]
    assert compare([article(rejected, rejected)]).rows == ()


def fields(first: Annotation, second: Annotation) -> dict[str, FieldAgreement]:
    found = compare([article([first], [second]), article([first], [first])]).fields
    return {each.name: each for each in found}


def test_a_field_that_only_the_second_has_differs() -> None:
    found = fields(figure(12), figure(12, place="Oldport"))
    assert found["place"].agreed == Agreed(0, 1)
    found = fields(figure(12, place="Oldport"), figure(12))
    assert found["place"].agreed == Agreed(1, 2)


def test_counts_agree_by_their_ratio() -> None:
    found = fields(figure(12), figure(13))
    assert found["count_best"].agreed == Agreed(1, 2)
    apart = (1 / 25) ** 2
    assert found["count_best"].alpha == pytest.approx(1 - 3 * 2 * apart / (2 * 3 * apart))
    assert "count_low" not in found


def test_a_count_that_one_side_lacks_is_a_gap() -> None:
    found = fields(figure(12), figure(None))
    assert found["count_best"].agreed == Agreed(1, 1)
    assert found["count_best"].alpha is None


def test_flags_that_nobody_raised_are_no_row() -> None:
    assert "negated" not in fields(figure(12), figure(12))
    raised = fields(figure(12, negated=True), figure(12))["negated"]
    assert raised.agreed == Agreed(1, 2)
    assert raised.alpha == 0


def test_speakers_have_no_coefficient() -> None:
    said = Quote(
        start=54,
        end=76,
        text=TEXT[54:76],
        type="indirect",
        speaker=Span.cut(TEXT, 0, 8),
    )
    found = fields(said, said)
    assert found["speaker"].agreed == Agreed(2, 2)
    assert found["speaker"].alpha is None


def test_nothing_at_all() -> None:
    nothing = compare([])
    assert (nothing.articles, nothing.rows, nothing.kinds, nothing.fields) == (0, (), (), ())
