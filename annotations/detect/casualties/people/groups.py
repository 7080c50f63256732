"""Whose people the victims are: a nationality, an army, a party."""

from spacy.tokens import Token

from annotations.detect import lexicon
from annotations.detect.casualties.people.phrases import Phrase
from annotations.detect.tree import children

_LABELS = frozenset({"NORP", "ORG", "GPE"})


def victim_group(phrase: Phrase) -> str | None:
    """The name of a group among the words of a phrase: "Iraqi", "Taliban", "Iraqis"."""
    if phrase.head is None:
        return None
    for token in (*children(phrase.head), phrase.head):
        if phrase.root.i < token.i <= phrase.last.i and _names_a_group(token):
            return _whole_name(token, after=phrase.root.i)
    return None


def _names_a_group(token: Token) -> bool:
    return token.ent_type_ in _LABELS or token.lower_ in lexicon.words("demonyms")


def _whole_name(last: Token, *, after: int) -> str:
    """The name that a token ends: the words of its kind that stand after the number."""
    named = (
        each.i
        for each in last.doc[after + 1 : last.i]
        if each.ent_type_ and each.ent_type_ == last.ent_type_
    )
    return last.doc[next(named, last.i) : last.i + 1].text
