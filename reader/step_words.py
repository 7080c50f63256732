"""How a step that was undone or redone is named. Pure."""

import re

_OF_A_TAG = re.compile(r"(rename|merge|remove|colour) tag ")
"""Steps that are about a tag, whatever carries it; their names say which."""


def step_words(action: str, changes: int) -> str:
    """What a step did: “relabel 14 mentions”, “accept 30 mentions (GPE)”.

    Args:
        action: As the history names it: a verb, and perhaps what it was done to.
        changes: How many annotations it changed; if none, it was about articles.
    """
    if not changes or _OF_A_TAG.match(action):
        return action
    verb, _, what = action.partition(" ")
    noun = "mention" if changes == 1 else "mentions"
    return f"{verb} {changes:,} {noun}" + (f" ({what})" if what else "")
