"""Every rule reads its own example."""

from collections.abc import Callable

import pytest

from annotations.detect.rules import Rule, RuleSet, rules
from annotations.model import CasualtyFigure, Confidence


@pytest.mark.parametrize("rule", rules(RuleSet.CASUALTIES).values(), ids=rules(RuleSet.CASUALTIES))
def test_a_rule_reads_its_example(
    figures: Callable[[str], list[CasualtyFigure]], rule: Rule
) -> None:
    found = {each.text: (each.rule, each.category) for each in figures(rule.example)}
    assert found[rule.found] == (rule.id, rule.kind)


def test_grammar_outranks_a_word_near_by() -> None:
    assert rules(RuleSet.CASUALTIES)["passive"].confidence is Confidence.HIGH
    assert rules(RuleSet.CASUALTIES)["nearby"].confidence is Confidence.MEDIUM


def test_a_bare_number_near_a_word_is_low(figures: Callable[[str], list[CasualtyFigure]]) -> None:
    (bare, _) = figures("Landslide Kills 9, Leaves Dozens Missing")
    assert (bare.rule, bare.confidence) == ("nearby", Confidence.LOW)
