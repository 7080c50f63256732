from dataclasses import replace

import pytest

from annotations.model import CasualtyFigure, Confidence, Entity, Precision, Quote, Span, Status
from annotations.own_rules import OwnRule, evidence_of, rule_ids
from annotations.own_rules.governing import Rulebook, Verdict, conflict, overruled
from annotations.own_rules.lines import parsed

TOWN = Entity(start=0, end=7, text="Oldport", label="ORG", name="Oldport", rule="x")
MONTH = Entity(start=0, end=3, text="May", label="DATE")


def rules(*lines: str) -> list[OwnRule]:
    """Rules with the ids 1, 2 and so on, each set later than the one before."""
    return [
        replace(parsed(line), id=number, rank=number) for number, line in enumerate(lines, start=1)
    ]


def made(*lines: str, of: Entity = TOWN) -> Verdict:
    return Rulebook(rules(*lines)).verdict(of)


def test_a_label_makes_a_suggestion_of_that_label() -> None:
    verdict = made("label: Oldport -> GPE")
    assert verdict.by == (1,)
    assert verdict.after == replace(
        TOWN, label="GPE", rule="own:1", confidence=Confidence.HIGH, status=Status.SUGGESTED
    )


def test_what_is_never_marked_is_left_out() -> None:
    assert made("never: Oldport") == Verdict(None, (1,))


def test_a_name_is_given() -> None:
    after = made("name: Oldport -> Port of Olde").after
    assert isinstance(after, Entity)
    assert (after.label, after.name, after.rule) == ("ORG", "Port of Olde", "own:1")


@pytest.mark.parametrize(
    "line",
    [
        "label: Oldport -> ORG",
        "name: Oldport -> Oldport",
        "never: oldport",
        "never: Old",
        "never GPE: Oldport",
        "figure never: Oldport",
    ],
)
def test_what_no_rule_is_about_stays_as_it_is(line: str) -> None:
    assert made(line) == Verdict(TOWN)


def test_a_label_and_a_name_go_together() -> None:
    after = made("name: Oldport -> Port of Olde", "label: Oldport -> GPE").after
    assert isinstance(after, Entity)
    assert (after.label, after.name, after.rule) == ("GPE", "Port of Olde", "own:1+2")


def test_what_becomes_a_number_has_no_name() -> None:
    after = made("name: Oldport -> Port", "label ORG: Oldport -> DATE").after
    assert isinstance(after, Entity)
    assert (after.label, after.name) == ("DATE", None)


def test_of_rules_that_conflict_the_latest_holds() -> None:
    assert made("never: Oldport", "label: Oldport -> GPE").by == (2,)
    assert made("label: Oldport -> GPE", "never: Oldport") == Verdict(None, (2,))
    assert made("label: Oldport -> GPE", "label: Oldport -> LOC").by == (2,)
    older, newer = rules("label: Oldport -> GPE", "label: Oldport -> LOC")
    assert Rulebook([replace(older, rank=3), newer]).verdict(TOWN).by == (1,)
    assert Rulebook([older, replace(newer, is_on=False)]).verdict(TOWN).by == (1,)


def test_a_rule_for_any_label_is_about_names() -> None:
    assert made("never: May", of=MONTH) == Verdict(MONTH)
    assert made("label: May -> PERSON", of=MONTH) == Verdict(MONTH)
    assert made("never DATE: May", of=MONTH) == Verdict(None, (1,))
    assert made("label: May -> DATE", of=replace(MONTH, label="TIME")).by == (1,)


def test_a_figure_is_left_out_and_gets_a_category() -> None:
    figure = CasualtyFigure(start=0, end=10, text="100 metres", category="missing")
    assert Rulebook(rules("figure never: 100 metres")).verdict(figure) == Verdict(None, (1,))
    after = Rulebook(rules("figure label: 100 metres -> killed")).verdict(figure).after
    assert after is not None
    assert after.kind == "killed"


def test_a_quote_goes_by_the_name_of_its_speaker() -> None:
    calder = Span(start=9, end=18, text="Mr Calder")
    quote = Quote(start=0, end=8, text="“We go.”", type="direct", speaker=calder, rule="x")
    name, never = "name: Mr Calder -> Ines Calder", "never: Mr Calder"
    named = replace(quote, speaker_name="Ines Calder", speaker_rule="own:1")
    assert Rulebook(rules(name)).verdict(quote) == Verdict(named, (1,))
    assert Rulebook(rules(name)).verdict(named) == Verdict(named)
    assert Rulebook(rules(name, never)).verdict(quote) == Verdict(quote)
    assert Rulebook(rules("name PERSON: Mr Calder -> X")).verdict(quote) == Verdict(quote)
    unsaid = replace(quote, speaker=None)
    assert Rulebook(rules(name, "never: “We go.”")).verdict(unsaid) == Verdict(unsaid)


def test_what_is_no_place_is_off_the_map() -> None:
    place = replace(
        TOWN,
        label="GPE",
        name="Port of Olde",
        country="GB",
        latitude=1.0,
        longitude=2.0,
        geo_precision=Precision.CITY,
    )
    after = made("label: Oldport -> PERSON", of=place).after
    assert isinstance(after, Entity)
    assert (after.name, after.country, after.latitude) == ("Oldport", None, None)
    still = made("label: Oldport -> LOC", of=place).after
    assert isinstance(still, Entity)
    assert (still.name, still.country) == ("Oldport", "GB")


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("label: A -> GPE", "label: A -> ORG", True),
        ("label: A -> GPE", "label: A -> GPE", False),
        ("label: A -> GPE", "name: A -> B", False),
        ("label: A -> GPE", "never: A", True),
        ("never: A", "never ORG: A", False),
        ("label ORG: A -> GPE", "label LOC: A -> PERSON", False),
        ("label ORG: A -> GPE", "label: A -> PERSON", True),
        ("label: A -> GPE", "label: B -> ORG", False),
        ("figure never: A", "label: A -> ORG", False),
    ],
)
def test_which_rules_conflict(one: str, other: str, clash: bool) -> None:
    assert conflict(parsed(one), parsed(other)) is clash


def test_what_is_overruled_says_by_which() -> None:
    listed = rules("label: A -> GPE", "name: A -> B", "label: A -> ORG", "never: A")
    assert overruled(listed) == {1: 4, 2: 4, 3: 4}
    assert overruled(listed[:3]) == {1: 3}
    assert overruled([listed[0], replace(listed[2], is_on=False)]) == {}


def test_evidence_is_read_back() -> None:
    assert evidence_of([12]) == "own:12"
    assert rule_ids(evidence_of([15, 12])) == (12, 15)
    assert rule_ids("passive") == rule_ids(None) == ()
