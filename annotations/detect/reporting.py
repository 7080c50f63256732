"""Who says something: reporting verbs and phrases, and the people behind them."""

from collections.abc import Set
from functools import cache

from spacy.tokens import Token

from annotations.detect import lexicon
from annotations.detect.tree import child, children, is_verb, noun_phrase, subject_of


@cache
def reporting_verbs(frame: str) -> Set[str]:
    """The lemmas that report in a frame: one of the arrays of `reporting_verbs.toml`."""
    return frozenset(lexicon.table("reporting_verbs").get(frame, ()))


@cache
def _phrases(frame: str) -> dict[str, frozenset[str]]:
    table = lexicon.sections("reporting_phrases").get(frame, {})
    return {verb: frozenset(words) for verb, words in table.items()}


@cache
def verbs_in_phrases() -> Set[str]:
    """The lemmas that report together with a word of `reporting_phrases.toml`."""
    return frozenset(
        verb for phrases in lexicon.sections("reporting_phrases").values() for verb in phrases
    )


def completed_by(verb: Token, frame: str) -> Token | None:
    """The word that makes a verb report in a frame: "clear" in "made it clear that"."""
    words = _phrases(frame).get(verb.lemma_.lower())
    if words is None:
        return None
    after = (each for each in children(verb) if each.i > verb.i)
    return next((each for each in after if each.lower_ in words), None)


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
