"""What the words around a figure say about it: denied, possible, a part, an addition."""

from collections.abc import Iterator

from spacy.tokens import Token

from annotations.detect import lexicon
from annotations.detect.casualties.phrases import Phrase
from annotations.detect.casualties.triggers import Harm
from annotations.detect.tree import ancestors, child, children, is_verb

_MODALS = frozenset({"could", "may", "might", "would", "will", "can", "should", "ll", "'d"})
_POSSIBLY = frozenset({"possibly", "mistakenly", "perhaps", "potentially", "wrongly"})
_EXCEEDING = frozenset({"exceed", "pass", "surpass", "top", "cross"})
_FAR = 3
"""Governors up from the harm that can make it unreal."""


def qualifier_by_verb(harm: Harm) -> str | None:
    """Read "The toll has passed 5,000": the verb sets the bound."""
    verb = harm.trigger.head
    return "more_than" if harm.is_total and verb.lemma_ in _EXCEEDING else None


def is_negated(harm: Harm) -> bool:
    """Read "without killing 40 people", "did not kill 12"."""
    return child(harm.trigger, "neg") is not None or harm.trigger.head.lower_ == "without"


def is_hypothetical(harm: Harm) -> bool:
    """Whether the harm is feared, planned, possible or denied rather than stated."""
    unreal = lexicon.words("unreal_verbs")
    for token in _governors(harm.trigger):
        if any(_is_doubt(each) for each in children(token)):
            return True
        if token.i != harm.trigger.i and token.lemma_.lower() in unreal:
            return True
    return False


def _governors(trigger: Token) -> Iterator[Token]:
    """The word itself and what governs it, through verbs and the nouns of threats and reports."""
    yield trigger
    for token in ancestors(trigger, limit=_FAR):
        yield token
        if not is_verb(token) and token.pos_ not in ("ADP", "SCONJ", "PART", "NOUN", "ADJ"):
            return


def _is_doubt(token: Token) -> bool:
    is_modal = token.dep_ == "aux" and token.lower_ in _MODALS
    is_adverb = token.dep_ == "advmod" and token.lower_ in _POSSIBLY
    return is_modal or is_adverb or (token.dep_ == "mark" and token.lower_ == "if")


def is_subset(phrase: Phrase) -> bool:
    """Whether the figure is part of another: "including three children", "two of the twelve"."""
    if phrase.is_part:
        return True
    doc = phrase.last.doc
    before = [token.lower_ for token in doc[max(0, phrase.root.i - 5) : phrase.root.i]]
    return "including" in before or before[-2:-1] == ["among"]


def is_incremental(phrase: Phrase) -> bool:
    """Whether the figure adds to a toll: "another three soldiers", "three more bodies"."""
    head = phrase.head
    if head is None or head.lower_ == "more":
        return False
    doc = phrase.last.doc
    after = doc[phrase.root.i + 1].lower_ if phrase.root.i + 1 < len(doc) else ""
    return "another" in phrase.number.qualifiers or after in ("more", "additional", "further")
