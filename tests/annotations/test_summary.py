from dataclasses import replace
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.model import CasualtyFigure, Count, Span, Status
from annotations.summary import Toll, number_of, summarize


def exactly(number: int) -> Count:
    return Count(low=number, high=number, best=number)


def figure(
    number: int | Count, category: str = "killed", *, text: str | None = None, **more: Any
) -> CasualtyFigure:
    """A figure whose text is its number and nothing else."""
    counted = exactly(number) if isinstance(number, int) else number
    text = text or str(counted.best)
    start = more.pop("start", 0)
    return CasualtyFigure(
        start=start,
        end=start + len(text),
        text=text,
        num_start=start,
        num_end=start + len(text),
        category=category,
        count=counted,
        **more,
    )


def tolls(*figures: CasualtyFigure) -> list[str]:
    """The full forms of an article's tolls; the figures stand in the order given."""
    placed = (
        replace(each, start=at, end=at + len(each.text), num_start=at, num_end=at + len(each.text))
        for at, each in zip(count(step=100), figures, strict=False)
    )
    return [toll.full for toll in summarize(placed)]


def test_an_article_without_figures_has_no_tolls() -> None:
    assert summarize([]) == ()


def test_categories_come_in_their_order_and_those_that_count_nobody_last() -> None:
    assert tolls(
        figure(0, "killed", negated=True),
        figure(3, "freed"),
        figure(7, "injured"),
        figure(2, "hurt feelings"),
    ) == ["injured 7", "freed 3", "hurt feelings 2", "killed none"]


def test_of_several_numbers_the_most_frequent_is_the_articles_own() -> None:
    assert tolls(figure(40), figure(12), figure(12)) == ["killed 12"]


def test_of_equally_frequent_numbers_the_first_mentioned_is_the_articles_own() -> None:
    assert tolls(figure(12), figure(40)) == ["killed 12"]
    later, first = figure(40, start=50), figure(12, start=10)
    assert [toll.full for toll in summarize([later, first])] == ["killed 12"]


def test_a_running_total_has_no_precedence() -> None:
    assert tolls(figure(12), figure(400, cumulative=True)) == ["killed 12"]
    assert tolls(figure(400, cumulative=True), figure(12)) == ["killed 400"]


def test_the_same_number_counts_again_with_other_bounds() -> None:
    at_least = figure(Count(low=12, best=12), qualifier="at_least")
    assert tolls(figure(30), at_least, figure(12)) == ["killed 12+"]


def test_a_range_is_not_its_middle() -> None:
    assert tolls(
        figure(30), figure(Count(low=10, high=14, best=12)), figure(12), figure(30), figure(12)
    ) == ["killed 30"]


@pytest.mark.parametrize(
    "field, values", [("place", ("Homs", "Idlib")), ("victim_type", ("soldier", "child"))]
)
def test_the_same_number_of_other_people_is_another_number(
    field: str, values: tuple[str, str]
) -> None:
    parts = [figure(3, **{field: value}) for value in values]
    assert tolls(figure(6), *parts) == ["killed 6"]
    assert tolls(figure(6), figure(3, **{field: values[0]}), figure(3)) == ["killed 3"]


@pytest.mark.parametrize(
    "other",
    [
        {"status": Status.REJECTED},
        {"negated": True},
        {"hypothetical": True},
        {"subset": True},
        {"historical": True},
        {"rate": "every day"},
    ],
)
def test_what_is_not_asserted_of_the_event_never_competes(other: dict[str, Any]) -> None:
    assert tolls(figure(40, **other), figure(40, **other), figure(12)) == ["killed 12"]
    assert tolls(figure(40, **other)) == []


def test_additions_count_only_where_there_is_no_total() -> None:
    more = figure(3, incremental=True)
    assert tolls(more, figure(12)) == ["killed 12"]
    assert tolls(more, figure(1, implicit=True)) == ["killed 3 more"]


def test_people_without_a_number_count_only_where_there_is_no_number() -> None:
    one = figure(1, text="a soldier", implicit=True)
    assert tolls(one, one, figure(12)) == ["killed 12"]
    assert tolls(one, figure(0, negated=True)) == ["killed 1"]


def test_where_nobody_was_harmed_it_says_so() -> None:
    nobody = figure(0, "injured", text="no one", negated=True)
    assert tolls(nobody) == ["injured none"]
    assert tolls(nobody, figure(2, "injured")) == ["injured 2"]
    assert [toll.brief for toll in summarize([nobody])] == ["none injured"]
    assert [toll.brief for toll in summarize([figure(0, "casualties", negated=True)])] == [
        "no casualties"
    ]


@pytest.mark.parametrize("status", [Status.ACCEPTED, Status.CORRECTED, Status.ADDED])
def test_one_decision_does_not_make_a_figure_the_articles_own(status: Status) -> None:
    assert tolls(figure(40), figure(40), figure(12, status=status)) == ["killed 40"]
    assert tolls(figure(40), figure(12, status=status)) == ["killed 40"]
    assert tolls(figure(12), figure(40), figure(12, status=status)) == ["killed 12"]


@given(
    st.lists(
        st.tuples(st.integers(1, 4), st.booleans(), st.booleans(), st.sampled_from("ab")),
        max_size=8,
    )
)
def test_half_reviewed_it_says_what_it_will_if_the_rest_is_accepted(
    told: list[tuple[int, bool, bool, str]],
) -> None:
    half = [
        figure(
            number,
            cumulative=cumulative,
            claimed_by=source,
            status=Status.ACCEPTED if decided else Status.SUGGESTED,
        )
        for number, decided, cumulative, source in told
    ]
    assert tolls(*half) == tolls(*(replace(each, status=Status.ACCEPTED) for each in half))


def test_a_running_total_is_out_of_date_where_a_greater_number_follows() -> None:
    first, second = figure(34, cumulative=True), figure(37, cumulative=True)
    last = figure(Count(low=58, best=58), claimed_by="the fire service", victim_type="person")
    assert tolls(first, second, last) == ["killed 58+ (the fire service)"]
    corrected = replace(first, status=Status.CORRECTED, place="Fell Quay")
    assert tolls(corrected, second, last) == ["killed 58+ (the fire service)"]
    assert tolls(first, figure(12)) == ["killed 34"]
    assert tolls(second, first) == ["killed 37"]
    assert tolls(first, figure(24, vague_rule="default", text="dozens")) == ["killed 34"]


def test_a_greater_number_of_other_people_or_another_source_leaves_a_running_total_alone() -> None:
    total = figure(34, cumulative=True, claimed_by="the army", place="Homs", victim_type="soldier")
    assert tolls(total, figure(58, claimed_by="the rebels")) == [
        "killed 34 (the army); 58 (the rebels)"
    ]
    assert tolls(total, figure(58, place="Idlib")) == ["killed 34 (the army)"]
    assert tolls(total, figure(58, victim_type="child")) == ["killed 34 (the army)"]
    assert tolls(total, figure(58, claimed_by="The army", place="Homs")) == ["killed 58 (the army)"]


def test_an_accepted_part_is_still_no_total() -> None:
    assert tolls(figure(12), figure(3, subset=True, status=Status.ACCEPTED)) == ["killed 12"]


def test_rival_claims_come_with_their_sources() -> None:
    assert tolls(
        figure(40, claimed_by="The army"),
        figure(7, claimed_by="the rebels"),
        figure(40, claimed_by="state media"),
    ) == ["killed 40 (the army, state media); 7 (the rebels)"]


def test_a_claim_without_a_source_is_no_rival() -> None:
    assert tolls(figure(40, claimed_by="the army"), figure(7)) == ["killed 40 (the army)"]
    assert tolls(figure(40), figure(7, claimed_by="the rebels")) == ["killed 40; 7 (the rebels)"]


def test_a_source_is_not_its_own_rival() -> None:
    assert tolls(
        figure(40, claimed_by="The army"), figure(3, claimed_by="the army"), figure(9)
    ) == ["killed 40 (the army)"]


def test_a_rival_has_one_claim_chosen_by_the_same_rule() -> None:
    army = figure(40, claimed_by="the army")
    rebels = [figure(number, claimed_by="the rebels") for number in (9, 7, 7)]
    assert tolls(army, *rebels, army, army) == ["killed 40 (the army); 7 (the rebels)"]


def test_rivals_of_one_mind_share_their_claim() -> None:
    assert tolls(
        figure(40, claimed_by="the army"),
        figure(40, claimed_by="the army"),
        figure(7, claimed_by="the rebels"),
        figure(9, claimed_by="the UN"),
        figure(7, claimed_by="A doctor"),
    ) == ["killed 40 (the army); 7 (the rebels, a doctor); 9 (the UN)"]


def test_the_same_number_of_another_source_elsewhere_is_a_rival_claim() -> None:
    assert tolls(
        figure(3, place="Homs", claimed_by="the army"),
        figure(3, place="Idlib", claimed_by="the rebels"),
    ) == ["killed 3 (the army); 3 (the rebels)"]


def test_what_is_not_asserted_is_no_rival() -> None:
    assert tolls(
        figure(40, claimed_by="the army"),
        figure(7, claimed_by="the rebels", hypothetical=True),
        figure(9, claimed_by="the UN", historical=True),
    ) == ["killed 40 (the army)"]


def test_a_claim_names_the_figure_that_states_it_first() -> None:
    first, again = figure(12, start=10), figure(12, start=90)
    (toll,) = summarize([again, first])
    assert isinstance(toll, Toll)
    assert toll.own.figure is first


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (figure(1200), "1,200"),
        (figure(Count(low=12, best=12), qualifier="at_least"), "12+"),
        (figure(Count(low=100, best=100), qualifier="more_than"), "100+"),
        (figure(Count(high=30, best=30), qualifier="up_to"), "up to 30"),
        (figure(Count(high=50, best=50), qualifier="less_than"), "under 50"),
        (figure(Count(low=10, high=15, best=12)), "10–15"),
        (figure(50, qualifier="about"), "about 50"),
        (figure(50, qualifier="nearly"), "nearly 50"),
        (figure(50, qualifier="only"), "50"),
        (figure(Count(best=9)), "9"),
        (figure(Count()), "unknown"),
        (figure(0, text="no"), "none"),
        (figure(3, incremental=True), "3 more"),
        (figure(Count(low=24, best=24), text="Dozens", vague_rule="default"), "dozens"),
        (figure(Count(low=3), text="a\nfew", vague_rule="acled", incremental=True), "a few more"),
        (figure(Count(), text="countless", vague_rule="default"), "countless"),
    ],
)
def test_numbers(shown: CasualtyFigure, expected: str) -> None:
    assert number_of(shown) == expected


def test_a_vague_word_is_the_word_however_much_stands_around_it() -> None:
    text = "hundreds of thousands of civilians"
    vague = CasualtyFigure(
        start=40,
        end=40 + len(text),
        text=text,
        num_start=40,
        num_end=61,
        category="displaced",
        count=Count(low=200_000, best=200_000),
        vague_rule="default",
        part_of=Span(start=0, end=1, text="x"),
    )
    (toll,) = summarize([vague])
    assert toll.brief == "hundreds of thousands displaced"


def test_a_vague_word_is_not_the_number_that_a_rule_gives_it() -> None:
    vague = figure(Count(low=24, best=24), text="dozens", vague_rule="default")
    assert tolls(figure(30), vague, figure(24)) == ["killed 30"]
    assert tolls(figure(30), vague, vague) == ["killed dozens"]


def test_brief() -> None:
    found = summarize([figure(Count(low=12, best=12)), figure(30, "injured", claimed_by="x")])
    assert [toll.brief for toll in found] == ["12+ killed", "30 injured"]


def test_of_very_many_claims_and_sources_the_first_are_named() -> None:
    many = [figure(number, claimed_by=f"source {number}") for number in range(1, 9)]
    assert tolls(*many) == [
        "killed 1 (source 1); 2 (source 2); 3 (source 3); 4 (source 4); 5 (source 5); 6 (source 6)"
        " and 2 more claims"
    ]
    assert tolls(*many[:7])[0].endswith("; 6 (source 6) and 1 more claim")
    alike = [figure(4, claimed_by=f"source {number}") for number in range(1, 6)]
    assert tolls(*alike) == ["killed 4 (source 1, source 2, source 3 and 2 more)"]
    assert tolls(*alike[:3]) == ["killed 4 (source 1, source 2, source 3)"]
