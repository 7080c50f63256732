"""How a step that was done, undone or redone is named. Pure."""

import re
from collections.abc import Mapping, Sequence

from annotations.model import Layer
from annotations.review import Change
from annotations.store.edit_log import DeletionChange, EditGroup, MarksChange, StateChange
from annotations.store.group_sums import Sums, sums_of
from annotations.store.log import AnyChange, LoggedGroup
from annotations.text import clean_line
from reader.describing import excerpt

ARROW = "→"
_OF_A_TAG = re.compile(r"(rename|merge|remove|colour) tag ")
"""Steps that are about a tag, whatever carries it; their names say which."""
_MENTIONS = "mention", "mentions"
_NOUNS: Mapping[Layer | None, tuple[str, str]] = {
    Layer.QUOTES: ("quote", "quotes"),
    Layer.CASUALTIES: ("figure", "figures"),
}
_EXCERPT = 40
"""Characters of an annotation that are shown."""


def step_words(action: str, sums: Sums) -> str:
    """What a step did: “relabel 14 mentions GPE → ORG”, “accept 30 mentions (names)”.

    Args:
        action: As the history names it: a verb, and perhaps what it was done to.
        sums: What its changes have in common; if there are none, it was about articles.
    """
    if not sums.changes or _OF_A_TAG.match(action):
        return action
    verb, _, what = action.partition(" ")
    one, many = _NOUNS.get(sums.layer, _MENTIONS)
    noun = one if sums.changes == 1 else many
    group = f" ({what})" if what else ""
    return f"{verb} {sums.changes:,} {noun}{group}{_kinds(sums)}"


def words_of(action: str, changes: Sequence[Change]) -> str:
    """The same, of changes that are known; of a single one its words."""
    if len(changes) == 1:
        return change_words(action, changes[0])
    return step_words(action, sums_of(changes))


def group_words(group: LoggedGroup) -> str:
    """What a group in the log did: of a single annotation its words, of articles how many."""
    if group.sums.changes > 1:
        return step_words(group.action, group.sums)
    if group.sums.changes and group.first is not None:
        return change_words(group.action, group.first.change)
    if group.articles > 1:
        return f"{group.action} {group.articles:,} articles"
    return f"{group.action} the article" if group.articles else group.action


def change_words(action: str, change: AnyChange) -> str:
    """What an action did to one annotation or article."""
    match change:
        case Change(before=before, after=after):
            state = after or before
            assert state is not None
            kinds = _kinds(sums_of([change])) or f" ({clean_line(state.kind)})"
            verb = action.partition(" ")[0]
            return f"{verb} {excerpt(state.text, width=_EXCERPT)}{kinds}"
        case MarksChange() | DeletionChange() | StateChange():
            return f"{action} the article"


def _kinds(sums: Sums) -> str:
    """From which kind to which they were changed, as far as it is one."""
    before, after = sums.kind_before, sums.kind_after
    if before is None or after is None or before == after:
        return ""
    return f" {clean_line(before)} {ARROW} {clean_line(after)}"


def rule_words(group: EditGroup) -> str:
    """What a step about a rule did: “make rule (14 mentions): never mark “Kelp””."""
    rules = "; ".join(str(change.rule) for change in group.rules)
    changes = len(group.changes)
    mentions = f" ({changes:,} {_MENTIONS[changes != 1]})" if changes else ""
    return f"{group.action}{mentions}: {rules}"
