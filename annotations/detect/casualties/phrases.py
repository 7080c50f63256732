"""From a number to its noun phrase: who or what is counted."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from annotations.detect import lexicon
from annotations.detect.casualties.nouns import noun_category, victim_type
from annotations.detect.casualties.numbers import Number, Precision
from annotations.detect.tree import children, is_noun

_LONGEST_RUN = 6
"""Words between a number and the head of its noun phrase."""

_PRONOUNS = frozenset({"them", "whom", "us", "those", "these"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A number with the noun phrase it counts."""

    number: Number
    root: Token
    """The number's own token that the tree hangs on."""
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
    def node(self) -> Token:
        """Where to start climbing the tree."""
        return self.head if self.head is not None else self.root

    @property
    def end(self) -> int:
        """Offset after the phrase; a number may end within a token."""
        return max(self.last.idx + len(self.last), self.number.end)


def phrase_of(doc: Doc, number: Number, *, first: int, last: int) -> Phrase:
    """Find the noun phrase of a number.

    Args:
        doc: The article.
        number: A number in it.
        first: Index of the token that the number begins in.
        last: Index of the token that the number ends in.
    """
    root = doc[first : last + 1].root
    head = _head_after(doc, last + 1)
    is_part = False
    end = head.i if head is not None else last
    if end + 2 < len(doc) and doc[end + 1].lower_ == "of":
        is_none = number.precision is Precision.NONE
        head, end, is_part = _of_phrase(doc, head, end, is_none=is_none)
    return Phrase(
        number=number,
        root=root,
        head=head,
        last=doc[end],
        victim=_victim(head, doc[end]),
        is_part=is_part,
        is_whole=_is_whole(doc, first),
    )


def _victim(head: Token | None, last: Token) -> Token | None:
    """The first noun that names people: the head, the end of the phrase, a modifier."""
    if head is None:
        return None
    modifiers = (each for each in children(head) if each.i < head.i)
    return next((each for each in (head, last, *modifiers) if victim_type(each)), None)


def _is_whole(doc: Doc, first: int) -> bool:
    """Whether a number follows "one of", "out of" or "some of the"."""
    at = first - 1
    if at > 1 and doc[at].pos_ in ("DET", "PRON"):
        at -= 1
    if at < 1 or doc[at].lower_ != "of":
        return False
    part = doc[at - 1]
    return part.like_num or part.lower_ in ("out", "some", "many", "most", "several", "all")


def _head_after(doc: Doc, start: int) -> Token | None:
    """The head noun of the words that follow a number directly."""
    head = None
    for token in doc[start : start + _LONGEST_RUN]:
        if is_noun(token) and not token.is_space:
            if _is_state(token):
                break  # a headline's "Four Shot"
            head = token
            if not (token.head.i > token.i and token.dep_ in ("compound", "amod", "nmod", "poss")):
                break
        elif token.lower_ == "more":
            head = token
        elif not (token.pos_ == "ADJ" or token.dep_ == "amod" or token.tag_ == "HYPH"):
            break
    return head if head is None or head.pos_ != "ADJ" or head.lower_ == "more" else None


def _is_state(token: Token) -> bool:
    return token.lower_ in lexicon.inverted("harm_states") and token.dep_ != "compound"


def _of_phrase(
    doc: Doc, head: Token | None, end: int, *, is_none: bool
) -> tuple[Token | None, int, bool]:
    """Follow "of" after a number ("60 of our neighbours") or its noun ("two deaths of infants").

    Returns:
        The head of the phrase, the index of its last token, and whether it names a part.
    """
    after = end + 2
    if doc[after].lower_ in _PRONOUNS:
        inner = _head_after(doc, after + 1)
        if inner is not None and victim_type(inner) is not None:
            return inner, inner.i, True
        return head, after, True
    while after < len(doc) and (doc[after].pos_ in ("DET", "PRON") or doc[after].tag_ == "PRP$"):
        after += 1
    if after < len(doc) and doc[after].like_num and head is None:
        if not is_none:
            return head, end, True  # "two of the twelve": the twelve are a figure themselves
        after += 1
    inner = _head_after(doc, after)
    if inner is None or (head is not None and noun_category(head) is None):
        return head, end, False
    if head is None and noun_category(inner) and (is_none or inner.tag_ == "NN"):
        return head, end, False  # "none of the injuries was serious", "three of murder"
    is_part = head is None and after > end + 2
    return (inner if head is None else head), inner.i, is_part
