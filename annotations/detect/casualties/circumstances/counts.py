"""Counts and reports that a sentence takes its figures from, and whose they are."""

from spacy.tokens import Token

from annotations.detect import lexicon
from annotations.detect.casualties.people.nouns import singular
from annotations.detect.reporting import according_to_whom, is_according_to
from annotations.detect.tree import child, children, noun_phrase

ATTRIBUTING = frozenset({"according", "by", "from", "of"})
"""Words, in lower case, that can lead to whose a count is."""
_ISSUING = frozenset({"issue", "publish", "release", "give", "keep", "put"})
"""Verbs for what somebody does with a count."""
_OWNING = frozenset({"of", "by", "from"})


def whose_count(token: Token) -> tuple[int, int] | None:
    """Indexes `[first, after)` of the noun phrase for whose figures a sentence gives.

    Args:
        token: The "according" of "according to the latest count of the agency", the "by" of "by
            the count of the agency", or the "from" of "Figures from the agency:".
    """
    if is_according_to(token):
        source = child(token.doc[token.i + 1], "pobj") or child(token, "pobj")
        owner = owner_of(source) if source is not None else None
        return according_to_whom(token) if owner is None else noun_phrase(owner, without=token)
    if token.lower_ == "by":
        count = child(token, "pobj")
        if count is None or not _is_count(count):
            return None
        return noun_phrase(owner_of(count) or count, without=token)
    if token.lower_ in ("from", "of") and _is_count(token.head) and token.head.i < token.i:
        source = child(token, "pobj")
        if source is not None and _opens_list(source):
            return noun_phrase(source, without=token)
    return None


def owner_of(count: Token) -> Token | None:
    """Whose a count is: "the latest count of the agency"."""
    if not _is_count(count):
        return None
    for each in children(count):
        if each.i > count.i and each.lower_ in _OWNING:
            return child(each, "pobj")
        if each.dep_ == "relcl" and each.lemma_ in _ISSUING:
            return child(each, "nsubj")
    return None


def _is_count(noun: Token) -> bool:
    return singular(noun) in lexicon.words("count_nouns")


def _opens_list(source: Token) -> bool:
    """Whether a colon follows a phrase."""
    after = source.right_edge.i + 1
    return after < len(source.doc) and source.doc[after].text == ":"
