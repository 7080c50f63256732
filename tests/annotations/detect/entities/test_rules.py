"""Every rule for names reads its own example."""

from collections.abc import Callable

import pytest

from annotations.detect.entities.layer import find_entities
from annotations.detect.own_names import OwnNames
from annotations.detect.pipeline import Pipeline
from annotations.detect.rules import Rule, RuleSet, rules
from annotations.model import Entity

_BY_THE_PIPELINE = {
    name: rule for name, rule in rules(RuleSet.ENTITIES).items() if name != "own-name"
}


@pytest.mark.parametrize("rule", _BY_THE_PIPELINE.values(), ids=_BY_THE_PIPELINE)
def test_a_rule_for_names_reads_its_example(
    entities: Callable[[str], list[Entity]], rule: Rule
) -> None:
    found = [(each.text, each.rule, each.label) for each in entities(rule.example)]
    assert (rule.found, rule.id, rule.kind) in found


def test_the_rule_for_a_persons_own_names_reads_its_example(default_pipeline: Pipeline) -> None:
    rule = rules(RuleSet.ENTITIES)["own-name"]
    doc = default_pipeline.parse(rule.example)
    found = find_entities(doc, own=OwnNames(names={rule.found: rule.kind}))
    assert (rule.found, rule.id, rule.kind) in [
        (each.text, each.rule, each.label) for each in found
    ]
