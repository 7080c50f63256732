"""Who says something: reporting verbs and phrases, and the people behind them."""

from collections.abc import Set
from functools import cache

from spacy.tokens import Token

from annotations.detect import lexicon
from annotations.detect.tree import child, is_verb, noun_phrase, subject_of


@cache
def reporting_verbs(frame: str) -> Set[str]:
    """The lemmas that report in a frame: one of the arrays of `reporting_verbs.toml`."""
    return frozenset(lexicon.table("reporting_verbs")[frame])


def is_reporting(token: Token) -> bool:
    """Whether the token is a verb of saying."""
    return is_verb(token) and token.lemma_.lower() in reporting_verbs("clause")


def who_says(verb: Token) -> Token | None:
    """The head of the noun phrase that says what a reporting verb reports."""
    return subject_of(verb, addressing=reporting_verbs("addressing"))


def speaker_of(verb: Token) -> tuple[int, int] | None:
    """Indexes `[first, after)` of the noun phrase that says what a reporting verb reports."""
    subject = who_says(verb)
    return None if subject is None else noun_phrase(subject, without=verb)


def is_according_to(token: Token) -> bool:
    """Whether the token is the "according" of "according to"."""
    following = token.i + 1
    doc = token.doc
    return token.lower_ == "according" and following < len(doc) and doc[following].lower_ == "to"


def according_to_whom(token: Token) -> tuple[int, int] | None:
    """Indexes `[first, after)` of the noun phrase after "according to"."""
    source = child(token.doc[token.i + 1], "pobj") or child(token, "pobj")
    return None if source is None else noun_phrase(source, without=token)
