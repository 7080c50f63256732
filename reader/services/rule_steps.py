"""What is done to rules of a person's own and, by them, to suggestions, as a `LongEdit`."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotations.store import Store
from annotations.store.progress import Report
from reader.services.long_edits import LongEdit
from reader.services.questions import how_many

if TYPE_CHECKING:
    from annotations.own_rules import OwnRule
    from annotations.store.own_rules.index import OwnRules, RuleOutcome

AT_ONCE = 100
"""Suggestions that are changed sooner than a key is pressed; more are changed beside the screen."""


def rule_edit(
    doing: str, did: str, act: "Callable[[OwnRules], RuleOutcome]", *, undo_key: str
) -> LongEdit:
    """Do something to a rule, and what follows from it to suggestions.

    Args:
        doing: The verb while it lasts.
        did: The verb in the past.
        act: Does it.
        undo_key: What undoes it, as it is told.
    """

    def carry_out(store: Store, report: Report) -> str:
        return told(did, act(store.own_rules.reporting(report)), undo_key=undo_key)

    return LongEdit(doing, carry_out)


def is_long(store: Store, rule: "OwnRule") -> bool:
    """Whether a rule that is on is about more suggestions than are changed at once."""
    return rule.is_on and store.own_rules.waiting(rule, limit=AT_ONCE + 1) > AT_ONCE


def told(did: str, outcome: "RuleOutcome", *, undo_key: str) -> str:
    """What was done, in words."""
    count = outcome.changes
    noun = "suggestion" if count == 1 else "suggestions"
    changed = f"; {count:,} {noun} in {how_many(outcome.articles)}" if count else ""
    return f"{did}: {outcome.rule}{changed}; {undo_key} undoes it"
