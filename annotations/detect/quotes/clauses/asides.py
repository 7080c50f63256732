"""What stands in a sentence with "as X says": "The rains, as the almanac notes, came late"."""

from collections.abc import Iterator

from spacy.tokens import Token

from annotations.detect.quotes.candidates import Attribution
from annotations.detect.quotes.clauses.framing import around_phrase
from annotations.detect.quotes.clauses.stretches import Stretch
from annotations.detect.quotes.layout import ArticleLayout
from annotations.detect.quotes.reporters import Reporters
from annotations.detect.reporting import completed_by, reporting_verbs
from annotations.detect.tree import child, is_marked

_LONGEST = 20
"""Tokens in "as the mayor told a meeting of fishermen on Monday"."""
_SEPARATORS = frozenset((",", "—", "–", "-"))


def asides(layout: ArticleLayout, reporters: Reporters, cue: Token) -> Iterator[Stretch]:
    """Yield the sentence around "as X says", if the verb stands in one."""
    if not _is_aside(cue):
        return
    first, last = cue.left_edge.i, cue.right_edge.i
    speaker = reporters.speaker(cue)
    if speaker is not None and last - first < _LONGEST and _is_apart(layout, first, last):
        said = Attribution(rule="aside", cue=(cue.i, cue.i + 1), speaker=speaker)
        yield from around_phrase(layout, (first, last + 1), said, fewest=0)


def _is_aside(cue: Token) -> bool:
    """Whether a verb stands after "as", with a subject and nothing that is said."""
    if cue.dep_ != "advcl" or not is_marked(cue, "as") or not child(cue, "nsubj"):
        return False
    if completed_by(cue, "aside") is not None:
        return True
    takes_hearer = cue.lemma_.lower() in reporting_verbs("addressing")
    rest = ("ccomp", "xcomp") if takes_hearer else ("ccomp", "xcomp", "dobj", "dative")
    return child(cue, *rest) is None


def _is_apart(layout: ArticleLayout, first: int, last: int) -> bool:
    """Whether a comma or dash parts the clause from the words before and behind it."""
    doc = layout.doc
    opens = first == layout.sentences.first(first) or doc[first - 1].text in _SEPARATORS
    after = last + 1
    ends = after >= layout.sentences.after(first) or doc[after].text in (*_SEPARATORS, ".", ";")
    return opens and ends
