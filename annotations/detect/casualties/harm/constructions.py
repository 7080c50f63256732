"""What happened to the people a number counts, read off the dependency tree.

Each construction is one rule of `rules.rules()`, or a few that share their way up the tree. Here
is said which of them counts where several apply.
"""

from annotations.detect.casualties.harm.following import (
    by_following_verb,
    by_state_at,
    past_including,
)
from annotations.detect.casualties.harm.governors import by_governor
from annotations.detect.casualties.harm.modifiers import by_last_conjunct, by_modifier
from annotations.detect.casualties.harm.nouns import by_fate, by_noun
from annotations.detect.casualties.harm.outcome import Harm
from annotations.detect.casualties.people.phrases import Phrase
from annotations.model import Category

_NAMING = frozenset({"noun", "lives"})
"""Rules whose noun says enough, whatever follows."""
_OTHERS = frozenset({"those", "these"})
"""Pronouns after which a participle only says which people are meant: "two of those shot"."""
_SETTLING = {
    Category.KILLED: frozenset(Category),
    Category.FREED: frozenset(
        {Category.DETAINED, Category.ABDUCTED, Category.TRAPPED, Category.MISSING}
    ),
}
"""What a verb says that settles what the people were said to be before it."""


def harm_of(phrase: Phrase) -> Harm | None:
    """Find what happened to the people of a phrase, if its grammar says so."""
    found = (
        by_noun(phrase)
        or _by_tree(phrase)
        or (None if phrase.is_whole else by_following_verb(phrase))
    )
    after = by_state_at(phrase.last.doc, past_including(phrase), phrase.node)
    if after is None or phrase.last.lower_ in _OTHERS:
        return found or after
    if found is None or not (after.rule == "state-without-verb" or _agrees(found, after)):
        return after
    return found


def _agrees(found: Harm, after: Harm) -> bool:
    """Whether the tree and the word behind the number tell the same."""
    return found.rule in _NAMING or found.trigger.i == after.trigger.i


def _by_tree(phrase: Phrase) -> Harm | None:
    """What is said of the people before their verb, unless the verb settles it."""
    before = by_modifier(phrase.node) or by_last_conjunct(phrase.node) or by_fate(phrase)
    above = None if phrase.is_whole else by_governor(phrase.node)
    if before is None or above is None:
        return before or above
    if above.rule == "company" and before.rule != "fate":
        return before
    if before.rule == "fate" or before.category in _SETTLING.get(above.category, ()):
        return above
    return before
