"""How a step that was undone or redone is named. Pure."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotations.store.edit_log import EditGroup

_RULE = " rule"


def step_words(action: str, changes: int) -> str:
    """What a step did: “relabel 14 mentions”, “accept 30 mentions (GPE)”.

    Args:
        action: As the history names it: a verb, and perhaps what it was done to.
        changes: How many annotations it changed; if none, it was about articles.
    """
    if not changes:
        return action
    noun = "mention" if changes == 1 else "mentions"
    if action.endswith(_RULE):
        return f"{action} ({changes:,} {noun})"
    verb, _, what = action.partition(" ")
    return f"{verb} {changes:,} {noun}" + (f" ({what})" if what else "")


def rule_words(group: "EditGroup") -> str:
    """What a step about a rule did: “make rule (14 mentions): never mark “Kelp””."""
    rules = "; ".join(str(change.rule) for change in group.rules)
    return f"{step_words(group.action, len(group.changes))}: {rules}"
