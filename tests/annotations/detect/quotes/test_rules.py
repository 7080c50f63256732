"""Every rule for quotes and speakers reads its own example."""

from collections.abc import Callable

import pytest

from annotations.detect.rules import Rule, RuleSet, rules
from annotations.model import Confidence, Quote

Quotes = Callable[[str], list[Quote]]


@pytest.mark.parametrize("rule", rules(RuleSet.QUOTES).values(), ids=rules(RuleSet.QUOTES))
def test_a_rule_for_quotes_reads_its_example(quotes: Quotes, rule: Rule) -> None:
    found = {each.text: (each.rule, each.type) for each in quotes(rule.example)}
    assert found[rule.found] == (rule.id, rule.kind)


@pytest.mark.parametrize("rule", rules(RuleSet.SPEAKERS).values(), ids=rules(RuleSet.SPEAKERS))
def test_a_rule_for_speakers_reads_its_example(quotes: Quotes, rule: Rule) -> None:
    found = {
        each.speaker.text: (each.speaker_rule, each.speaker_name)
        for each in quotes(rule.example)
        if each.speaker is not None
    }
    assert found[rule.found] == (rule.id, rule.kind)


def test_a_quote_is_no_surer_than_who_said_it(quotes: Quotes) -> None:
    (quote,) = quotes("Ingrid Solberg arrived late. “The bridge is closed,” she said.")
    assert (quote.rule, quote.speaker_rule) == ("tail", "pronoun")
    assert quote.confidence is Confidence.MEDIUM
