from dataclasses import replace

import pytest
from rich.cells import cell_len

from annotations.own_rules.lines import parsed
from annotations.store.own_rules.index import UsedRule
from reader.rule_columns import details, fitting, heading, rule_line


def used(line: str, number: int = 12, *, on: bool = True) -> UsedRule:
    rule = replace(
        parsed(line), id=number, is_on=on, annotator="ana", at="2020-01-02T10:00:00+00:00"
    )
    return UsedRule(rule=rule, times=1234, articles=56)


@pytest.mark.parametrize("width", [20, 49, 50, 89, 90, 150])
def test_a_row_is_as_wide_as_its_heading(width: int) -> None:
    rule = used("name: 東京の長い名前 -> Some very long canonical name of a place far away")
    assert cell_len(rule_line(rule, width, by=3)) == cell_len(heading(width)) == width


def test_a_row_says_who_set_the_rule_where_there_is_room() -> None:
    rule = used("never: Kelp", on=False)
    assert rule_line(rule, 50, by=None) == "○ own:12  never mark “Kelp”        1,234        56"
    assert rule_line(rule, 90, by=None).endswith("1,234        56  ana           2020-01-02")
    assert "never mark “Kelp” (own:3 holds)" in rule_line(rule, 90, by=3)


def test_rules_are_found_by_parts_of_words() -> None:
    rules = [used("never: Kelp", 1), used("label: Oldport -> GPE", 2)]
    assert fitting(rules, "") == rules
    assert fitting(rules, "KEL never") == rules[:1]
    assert fitting(rules, "own:2") == rules[1:]


def test_what_is_known_of_a_rule() -> None:
    rule = used("never: Kelp", on=False)
    newer = used("label: Kelp -> GPE", 15).rule
    assert details(rule, newer).splitlines() == [
        "no example: nothing in the store is written so",
        "own:12 · off: later suggestions are left alone · set by ana on 2020-01-02",
        "has left out 1,234 in 56 articles",
        "overruled by own:15, which was set later: “Kelp” is always GPE",
    ]
