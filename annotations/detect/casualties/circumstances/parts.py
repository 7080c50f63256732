"""Figures that are a part of another: "six people, four of them children"."""

from collections.abc import Sequence

from spacy.tokens import Token

from annotations.detect.casualties.found import Found
from annotations.detect.casualties.numbers import Precision
from annotations.detect.casualties.people.phrases import divides
from annotations.detect.sentences import Sentences
from annotations.model import Category

_JUST_BEHIND = 3
"""Words from a part to the whole it names: "two of the twelve"."""
_MOST_LOOKED_AT = 8
"""Figures before a part among which its total is sought."""
_INCLUDING = frozenset({"including", "among", "include", "includes", "included"})
_ENDS = frozenset({";", ".", "?", "!"})
_LONGEST_LIST = 25
"""Words from one member of a list to the next."""
_REACH = 5
"""Words before a number among which "including" is sought."""


def is_part(index: int, figures: Sequence[Found]) -> bool:
    """Whether a figure is part of another, by its own words or those before it."""
    found = figures[index]
    if found.phrase.number.precision is Precision.NONE:
        return False
    if "total" in found.phrase.number.qualifiers:
        return False  # "all six of the members"
    if index and (_is_spelled_out(index, figures) or _is_among_them(found)):
        return True
    divided = index > 0 and divides(figures[index - 1].phrase, found.phrase)
    return divided or found.phrase.is_part or found.harm.is_part or _is_included(found)


def total_of(index: int, figures: Sequence[Found], sentences: Sentences) -> Found | None:
    """The figure that a part belongs to: the one it names right behind itself, or one before it.

    Args:
        index: Where the part stands among the figures.
        figures: The figures of an article in the order of its text.
        sentences: Its sentences; a total is sought in the part's own and the one before.
    """
    part = figures[index]
    if index + 1 < len(figures):
        following = figures[index + 1]
        near = following.phrase.root.i - part.phrase.last.i <= _JUST_BEHIND
        if near and following.phrase.is_whole:
            return following
    number = sentences.number(part.phrase.root.i)
    for place in range(index - 1, max(-1, index - _MOST_LOOKED_AT), -1):
        before = figures[place]
        if number - sentences.number(before.phrase.root.i) > 1:
            return None
        if not is_part(place, figures) and _can_hold(before, part):
            return before
    return None


def _is_included(found: Found) -> bool:
    root = found.phrase.root
    window = root.doc[max(0, root.i - _REACH) : root.i]
    return any(
        each.lower_ in _INCLUDING and not each.is_sent_start and not _opens_whole(each, found)
        for each in window
    )


def _opens_whole(word: Token, found: Found) -> bool:
    """Read "are among the 300 people": the number behind it is the whole."""
    is_direct = word.i + 1 < found.phrase.root.i and word.nbor().lower_ == "the"
    return word.lower_ == "among" and is_direct and word.i + 2 >= found.phrase.root.i


def _is_among_them(found: Found) -> bool:
    """Read "82 civilians killed, 11 women and 13 children among them"."""
    doc, last = found.phrase.root.doc, found.phrase.last.i
    following = doc[last + 1 : last + 1 + _REACH]
    for word in following:
        if word.lower_ == "among" and word.i + 1 < len(doc):
            return word.nbor().lower_ == "them"
        if word.pos_ in ("VERB", "AUX") or word.text in _ENDS:
            return False
    return False


def _is_spelled_out(index: int, figures: Sequence[Found]) -> bool:
    """Read "a toll of 30: 13 employees, ten patients and seven others"."""
    part = figures[index].phrase
    doc, added = part.root.doc, part.number.count.best or 0
    if not any(each.text == ":" for each in doc[max(0, part.root.i - _LONGEST_LIST) : part.root.i]):
        return False
    for before in reversed(figures[max(0, index - _MOST_LOOKED_AT) : index]):
        between = doc[before.phrase.last.i + 1 : part.root.i]
        if len(between) > _LONGEST_LIST or any(
            each.text in _ENDS or each.is_sent_start for each in between
        ):
            return False
        if any(each.text == ":" for each in between):
            return added <= (before.phrase.number.count.best or 0)
        added += before.phrase.number.count.best or 0
    return False


def _can_hold(total: Found, part: Found) -> bool:
    """Whether one figure is large enough, and of the right kind, to hold the other."""
    whole, some = total.phrase.number.count, part.phrase.number.count
    if total.is_implicit or total.phrase.number.precision is Precision.NONE:
        return False
    if whole.best is not None and some.best is not None and whole.best < some.best:
        return False
    kinds = {total.harm.category, part.harm.category}
    return len(kinds) == 1 or part.phrase.is_part or Category.CASUALTIES in kinds
