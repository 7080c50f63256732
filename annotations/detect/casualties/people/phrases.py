"""From a number to its noun phrase: who or what is counted."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from annotations.detect import lexicon
from annotations.detect.casualties.numbers import Number, Precision
from annotations.detect.casualties.people.nouns import noun_category, singular, victim_type
from annotations.detect.tree import children, is_noun

_LONGEST_RUN = 6
"""Words between a number and the head of its noun phrase."""

_DIVIDED = 12
"""Words from a total that opens its sentence to its part: "Of the 130 injured, 77 were women"."""
_PRONOUNS = frozenset({"them", "whom", "us", "those", "these", "you"})
_DEFINITE = frozenset({"the", "these", "those", "whose"})
_PARTS = frozenset({"out", "some", "many", "most", "several", "all", "each", "none"})
"""Words that, with "of" behind them, make a part of the number that follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A number with the noun phrase it counts."""

    number: Number
    root: Token
    """The number's own token that the tree hangs on."""
    top: Token
    """What the number with its qualifiers hangs by: the "close" of "close to 2,600"."""
    head: Token | None
    """Head noun; null for a number that stands for people named elsewhere."""
    last: Token
    """Last token of the phrase."""
    victim: Token | None
    """The noun that names the people: the head, or what belongs to it ("civilian deaths")."""
    is_part: bool
    """Whether it counts some "of them", "of whom" or "of the twelve"."""
    is_whole: bool
    """Whether it is what some are counted out of: "two of the twelve"."""

    @property
    def first(self) -> int:
        """Index of the first token, with the qualifiers: the "at" of "at least 12"."""
        return first_qualifier(self.root.doc, self.number, self.root.i)

    @property
    def node(self) -> Token:
        """Where to start climbing the tree."""
        return self.head if self.head is not None else self.top

    @property
    def end(self) -> int:
        """Offset after the phrase; a number may end within a token."""
        return max(self.last.idx + len(self.last), self.number.end)


@dataclass(frozen=True, slots=True)
class _Reach:
    """How far a phrase goes."""

    head: Token | None
    last: int
    """Index of its last token."""
    is_part: bool = False


def phrase_of(doc: Doc, number: Number, *, first: int, last: int) -> Phrase:
    """Find the noun phrase of a number.

    Args:
        doc: The article.
        number: A number in it.
        first: Index of the token that the number begins in.
        last: Index of the token that the number ends in.
    """
    head = _head_after(doc, last + 1)
    reach = _Reach(head, head.i if head is not None else last)
    if reach.last + 2 < len(doc) and doc[reach.last + 1].lower_ == "of":
        reach = _past_of(reach, doc, is_none=number.precision is Precision.NONE)
    return Phrase(
        number=number,
        root=doc[first : last + 1].root,
        top=doc[first_qualifier(doc, number, first) : last + 1].root,
        head=reach.head,
        last=doc[reach.last],
        victim=_victim(reach.head, doc[reach.last]),
        is_part=reach.is_part,
        is_whole=_is_whole(doc, first),
    )


def first_qualifier(doc: Doc, number: Number, first: int) -> int:
    """Index of the token that the qualifiers of a number begin with.

    Args:
        doc: The article.
        number: A number in it.
        first: Index of the token that the number itself begins in.
    """
    while first > 0 and doc[first - 1].idx >= number.phrase_start:
        first -= 1
    return first


def _victim(head: Token | None, last: Token) -> Token | None:
    """The noun that tells most about the people: head, end of the phrase or a modifier."""
    if head is None:
        return last if victim_type(last) else None
    modifiers = [each for each in children(head) if each.i < head.i]
    named = [each for each in (head, last, *modifiers) if victim_type(each)]
    specific = (each for each in named if victim_type(each) != "person")
    return next(specific, named[0] if named else None)


def _is_whole(doc: Doc, first: int) -> bool:
    """Whether a number follows "one of", "out of" or "some of the"."""
    at = first - 1
    if at > 1 and doc[at].pos_ in ("DET", "PRON"):
        at -= 1
    if at < 1 or doc[at].lower_ != "of":
        return False
    part = doc[at - 1]
    return part.like_num or part.lower_ in _PARTS


def _head_after(doc: Doc, start: int) -> Token | None:
    """The head noun of the words that follow a number directly."""
    head = None
    for token in doc[start : start + _LONGEST_RUN]:
        if is_noun(token) and not token.is_space:
            if is_state_word(token):
                break  # a headline's "Four Shot"
            head = token
            if not (token.head.i > token.i and token.dep_ in ("compound", "amod", "nmod", "poss")):
                break
        elif token.lower_ == "more":
            head = token
        elif is_state_word(token) and token.dep_ != "amod":
            break  # "left 22 homeless last month"
        elif not _goes_on(token):
            break
    return head if head is None or head.pos_ != "ADJ" or head.lower_ == "more" else None


def _goes_on(token: Token) -> bool:
    """Whether a word between a number and its noun belongs to the phrase."""
    if token.tag_ == "HYPH":
        return not token.nbor(-1).whitespace_  # not "kills seven - newspaper"
    if token.pos_ == "ADV":
        return token.head.dep_ == "amod" and token.head.i == token.i + 1  # "internally displaced"
    return token.pos_ == "ADJ" or token.dep_ == "amod" or token.tag_ == "POS"


def divides(total: Phrase, part: Phrase) -> bool:
    """Whether a figure is one that the next divides: "Of the 130 injured, 77 were women"."""
    start = total.root.i
    window = total.root.doc[max(0, start - 2) : start]
    opens = any(each.lower_ == "of" and each.is_sent_start for each in window)
    return opens and part.root.i - start <= _DIVIDED


def is_state_word(token: Token) -> bool:
    """Whether a word says what happened to people and is no part of a longer noun."""
    word = token.lower_
    is_known = word in lexicon.inverted("harm_states") or word in lexicon.inverted("severities")
    return is_known and token.dep_ != "compound"


def _past_of(reach: _Reach, doc: Doc, *, is_none: bool) -> _Reach:
    """Follow "of" after a number ("60 of our neighbours") or its noun ("two deaths of infants")."""
    after = reach.last + 2
    if doc[after].lower_ in _PRONOUNS and doc[after].dep_ != "det":
        return _of_pronoun(reach, doc, after)
    inner_at = after
    while inner_at < len(doc) - 1 and _determines(doc[inner_at]):
        inner_at += 1
    is_definite = any(each.lower_ in _DEFINITE for each in doc[after:inner_at])
    if reach.head is None:
        return _of_people(reach, doc, inner_at, is_definite=is_definite, is_none=is_none)
    return _of_harm(reach, doc, inner_at, is_none=is_none)


def _determines(token: Token) -> bool:
    return token.pos_ in ("DET", "PRON") or token.tag_ in ("PRP$", "PDT")


def _of_pronoun(reach: _Reach, doc: Doc, at: int) -> _Reach:
    """Read "258 of them civilians", "two of those", "seven of whom"."""
    inner = _head_after(doc, at + 1) if doc[at].lower_ in ("them", "whom") else None
    if inner is not None and victim_type(inner) is not None:
        return _Reach(inner, inner.i, is_part=True)
    return _Reach(reach.head, at, is_part=True)


def _of_people(reach: _Reach, doc: Doc, at: int, *, is_definite: bool, is_none: bool) -> _Reach:
    """Read "60 of our neighbours", "two of the twelve", "eleven of the injured"."""
    if doc[at].like_num and not is_none:
        return _Reach(None, reach.last, is_part=True)  # the twelve are a figure themselves
    if doc[at].like_num:
        at += 1
    if is_state_word(doc[at]) or noun_category(doc[at]):
        is_harm = doc[at].tag_ == "NNS" and noun_category(doc[at]) is not None
        if is_none and is_harm:
            return reach  # "none of the injuries was serious"
        return _Reach(doc[at], at, is_part=is_definite)
    inner = _head_after(doc, at)
    if inner is None or (noun_category(inner) and inner.tag_ == "NN"):
        return reach  # "three of murder"
    return _Reach(inner, inner.i, is_part=is_definite)


def _of_harm(reach: _Reach, doc: Doc, at: int, *, is_none: bool) -> _Reach:
    """Read "two deaths of infants", "no immediate reports of casualties"."""
    inner = _head_after(doc, at)
    if inner is None or reach.head is None:
        return reach
    is_report = singular(reach.head) in lexicon.words("report_nouns")
    if is_report and is_none and noun_category(inner):
        return _Reach(inner, inner.i)
    if noun_category(reach.head) is None or victim_type(inner) is None:
        return reach
    return _Reach(reach.head, inner.i)
