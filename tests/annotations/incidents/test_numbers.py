"""What reports say, never added up."""

import pytest

from annotations.incidents.grouping import grouped
from annotations.incidents.mentions import Mention
from annotations.incidents.numbers import Numbers, left_out, numbers_of, said
from annotations.incidents.vague_words import counted
from annotations.model import CasualtyFigure, Count, VagueRule
from tests.annotations.incidents.told import figure, mention


def numbers(*mentions: Mention, rule: VagueRule | None = VagueRule.DEFAULT) -> Numbers:
    (incident,) = grouped(mentions)
    return numbers_of(said(incident, "killed", vague_rule=rule))


def reports(*figures: CasualtyFigure) -> list[Mention]:
    """Each figure in a report of its own."""
    return [mention(each, article=str(place)) for place, each in enumerate(figures)]


def test_the_least_and_the_most_and_what_most_say() -> None:
    found = numbers(*reports(figure("5", 5), figure("9", 9), figure("9", 9)))
    assert found == Numbers(low=5, high=9, best=9)


def test_a_tie_has_no_best() -> None:
    assert numbers(*reports(figure("5", 5), figure("9", 9))) == Numbers(low=5, high=9, best=None)


def test_copies_of_a_report_count_once() -> None:
    wire = mention(figure("5", 5), article="wire")
    copies = [mention(figure("5", 5), article=each, copy_of="wire") for each in ("b", "c")]
    other = mention(figure("9", 9), article="d")
    assert numbers(*copies, wire, other).best is None
    (incident,) = grouped([*copies, wire, other])
    found = said(incident, "killed", vague_rule=None)
    assert [each.report.article_id for each in found] == ["wire", "d"]
    assert left_out(incident) == {"in a copy": 2}


def test_rival_claims_of_one_report_are_in_the_range() -> None:
    army = figure("40", 40, claimed_by="the army")
    rebels = figure("7", 7, start=10, end=11, num_start=10, num_end=11, claimed_by="the rebels")
    assert numbers(mention(army), mention(rebels)) == Numbers(low=7, high=40, best=40)


@pytest.mark.parametrize(
    ("count", "found"),
    [
        (Count(low=12, best=12), Numbers(low=12, high=12, best=12)),
        (Count(high=30, best=30), Numbers(low=None, high=30, best=30)),
        (Count(low=3, high=7, best=5), Numbers(low=3, high=7, best=5)),
        (Count(), Numbers(low=None, high=None, best=None)),
    ],
)
def test_bounds(count: Count, found: Numbers) -> None:
    assert numbers(mention(figure("12", count=count))) == found


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"hypothetical": True}, "only feared or possible"),
        ({"historical": True}, "of an earlier event"),
        ({"rate": "a day"}, "a rate"),
        ({"subset": True}, "a part of another"),
        ({"incremental": True}, "an addition"),
    ],
)
def test_what_is_no_toll_is_left_out_and_told(fields: dict[str, object], why: str) -> None:
    mentions = reports(figure("5", 5), figure("900", 900, **fields))
    assert numbers(*mentions) == Numbers(low=5, high=5, best=5)
    (incident,) = grouped(mentions)
    assert left_out(incident) == {why: 1}


@pytest.mark.parametrize(
    ("words", "rule", "low"),
    [
        ("dozens", VagueRule.DEFAULT, 24),
        ("dozens", VagueRule.ACLED, 12),
        ("hundreds", VagueRule.ACLED, 100),
        ("tens", VagueRule.ACLED, 10),
        ("dozens", None, None),
        ("what people say", VagueRule.ACLED, None),
    ],
)
def test_vague_words_count_as_a_project_has_it(
    words: str, rule: VagueRule | None, low: int | None
) -> None:
    vague = figure(words, count=Count(low=24, best=24), vague_rule="default")
    assert counted(vague, rule).count.low == low
    assert counted(figure("24", 24), rule).count.low == 24
