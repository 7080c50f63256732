"""How a step that was done, undone or redone is named. Pure."""

import re
from collections.abc import Mapping, Sequence

from annotations.following import leading
from annotations.model import Layer
from annotations.review import Change
from annotations.store.article_changes import (
    DeletionChange,
    LanguageChange,
    MarksChange,
    PlaceChange,
    StateChange,
    VersionChange,
)
from annotations.store.edit_log import EditGroup
from annotations.store.group_sums import Sums, sums_of
from annotations.store.log import AnyChange, LoggedGroup
from annotations.store.settled import Settling
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
TEXT_ACTIONS = {
    "new version": "new version of the text",
    "go back": "go back to an earlier text",
    "drop unplaced": "drop what has no place",
}
"""What is done to all of an article's annotations at once, by what the history calls it."""
_EXCERPT = 40
"""Characters of an annotation that are shown."""


def step_words(action: str, sums: Sums) -> str:
    """What a step did: “relabel 14 mentions GPE → ORG”, “accept 30 mentions (names)”.

    Args:
        action: As the history names it: a verb, and perhaps what it was done to.
        sums: What its changes have in common; if there are none, it was about articles.
    """
    if action in TEXT_ACTIONS:
        return _of_text(action, sums.changes)
    if not sums.changes or _OF_A_TAG.match(action):
        return action
    verb, _, what = action.partition(" ")
    one, many = _NOUNS.get(sums.layer, _MENTIONS)
    noun = one if sums.changes == 1 else many
    group = f" ({what})" if what else ""
    return f"{verb} {sums.changes:,} {noun}{group}{_kinds(sums)}"


def words_of(action: str, changes: Sequence[Change]) -> str:
    """The same, of changes that are known; of a single one its words, whatever follows that."""
    if action in TEXT_ACTIONS:
        return step_words(action, sums_of(changes))
    led = leading(changes)
    return change_words(action, led[0]) if len(led) == 1 else step_words(action, sums_of(led))


def group_words(group: LoggedGroup) -> str:
    """What a group in the log did: of a single annotation its words, of articles how many."""
    if group.sums.changes > 1 or group.action in TEXT_ACTIONS:
        return step_words(group.action, group.sums)
    if group.sums.changes and group.first is not None:
        return change_words(group.action, group.first.change)
    if group.first is not None and isinstance(group.first.change, Settling):
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
        case MarksChange() | DeletionChange() | StateChange() | LanguageChange():
            return f"{action} the article"
        case VersionChange():
            return _of_text(action, 0)
        case PlaceChange(annotation=annotation):
            return f"{action} {excerpt(annotation.text, width=_EXCERPT)}"
        case Settling():
            return f"{action} {excerpt(change.settled.difference.there[0].text, width=_EXCERPT)}"


def _of_text(action: str, changes: int) -> str:
    """What was done to the text of an article, and to how many annotations with it."""
    moved = f", {changes:,} {'annotation' if changes == 1 else 'annotations'} moved"
    return f"{TEXT_ACTIONS.get(action, action)}{moved if changes else ''}"


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
