"""People named without a number: "a soldier was killed", "his wife and two children died"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from annotations.detect import lexicon
from annotations.detect.casualties.found import Found
from annotations.detect.casualties.harm.constructions import harm_of
from annotations.detect.casualties.numbers import Number, Precision
from annotations.detect.casualties.people.nouns import victim_type
from annotations.detect.casualties.people.phrases import Phrase
from annotations.model import Count

_ARTICLES = frozenset({"a", "an", "another"})
_LONGEST_LIST = 8
"""People listed after the first one; more are noise."""
_POSSESSIVES = frozenset({"his", "her", "their", "my", "our", "your"})


def find_implicit(doc: Doc, stated: list[Found]) -> Iterator[Found]:
    """Find people harmed whom the text names in the singular, one figure for each list of them.

    Args:
        doc: The article.
        stated: The figures with a number, in the order of the text.
    """
    taken = {
        index for each in stated for index in range(each.phrase.root.i, each.phrase.last.i + 1)
    }
    counted = {each.phrase.first: each.phrase for each in stated}
    for token in doc:
        if token.i in taken or not _is_one_person(token):
            continue
        phrase = _phrase(token, counted)
        harm = harm_of(phrase)
        if harm is not None and harm.rule not in ("noun", "fate"):
            yield Found(phrase, harm, is_implicit=True)


def _is_one_person(token: Token) -> bool:
    """Whether a token heads a phrase for one person that is no later part of a list."""
    if token.dep_ == "conj" and _opens(token.head):
        return False
    return _opens(token)


def _opens(token: Token) -> bool:
    """Whether a token heads "a soldier", "his wife", or stands alone as "another"."""
    if token.lower_ == "another":
        return token.dep_ in ("nsubjpass", "nsubj") and token.n_lefts == 0
    if token.tag_ != "NN" or not victim_type(token):
        return False
    first = token.left_edge
    is_kin = token.lower_ in lexicon.words("kin")
    return first.lower_ in _ARTICLES or (first.lower_ in _POSSESSIVES and is_kin)


def _phrase(token: Token, counted: dict[int, Phrase]) -> Phrase:
    """One person, with those listed after, as the noun phrase of a number that is not written."""
    people, last = _listed(token, counted)
    first = token.left_edge
    number = Number(
        start=first.idx,
        end=first.idx + len(first),
        phrase_start=first.idx,
        count=Count(low=people, high=people, best=people),
        precision=Precision.EXACT,
    )
    return Phrase(
        number=number,
        root=token,
        top=token,
        head=token,
        last=last,
        victim=token,
        is_part=False,
        is_whole=False,
    )


def _listed(token: Token, counted: dict[int, Phrase]) -> tuple[int, Token]:
    """How many people a list names, and its last token: "his wife and two children" are three."""
    people, last = 1, token
    for _ in range(0 if token.dep_ in ("conj", "appos") else _LONGEST_LIST):
        count, end = _next_listed(last, counted)
        if end is None:
            break
        people, last = people + count, end
    return people, last


def _next_listed(last: Token, counted: dict[int, Phrase]) -> tuple[int, Token | None]:
    """How many the next member of a list counts, and its last token; null if there is none."""
    doc, index = last.doc, last.i + 1
    while index < len(doc) and doc[index].lower_ in (",", "and"):
        index += 1
    if index == last.i + 1 or index >= len(doc):
        return 0, None
    if stated := counted.get(index):
        return stated.number.count.best or 0, stated.last
    noun = doc[index].head
    is_one = noun.left_edge.i == index and noun.i > index and _opens(noun)
    return (1, noun) if is_one else (0, None)
