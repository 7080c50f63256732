"""Whose people the victims are: a nationality, an army, a party."""

from annotations.detect import lexicon
from annotations.detect.casualties.people.phrases import Phrase
from annotations.detect.tree import children

_LABELS = frozenset({"NORP", "ORG", "GPE"})


def victim_group(phrase: Phrase) -> str | None:
    """The name of a group among the words of a phrase: "Iraqi", "Taliban", "Iraqis"."""
    if phrase.head is None:
        return None
    for token in (*children(phrase.head), phrase.head):
        if phrase.root.i < token.i <= phrase.last.i and _names_a_group(
            token.lower_, token.ent_type_
        ):
            first = next((each.i for each in token.doc[phrase.root.i + 1 : token.i + 1]), token.i)
            words = [
                each
                for each in token.doc[first : token.i + 1]
                if each.ent_type_ == token.ent_type_ and each.ent_type_
            ] or [token]
            return token.doc[words[0].i : token.i + 1].text
    return None


def _names_a_group(word: str, label: str) -> bool:
    return label in _LABELS or word in lexicon.words("demonyms")
