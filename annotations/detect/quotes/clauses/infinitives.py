"""Infinitives that report: "urged residents to leave", "promised to rebuild the school"."""

from collections.abc import Iterator

from spacy.tokens import Token

from annotations.detect.quotes.candidates import Attribution
from annotations.detect.quotes.clauses.complements import is_infinitive
from annotations.detect.quotes.clauses.stretches import Stretch
from annotations.detect.quotes.reporters import Reporters
from annotations.detect.reporting import reporting_verbs
from annotations.detect.tree import child, children

_BEING_NAMED = frozenset(("identify", "name", "quote"))
"""What sources ask not to be; it says nothing of the story."""


def infinitives(reporters: Reporters, cue: Token) -> Iterator[Stretch]:
    """Yield what a verb asks of others, or takes on; nothing where nobody is named who does."""
    for clause in children(cue):
        if clause.dep_ not in ("xcomp", "ccomp") or clause.i < cue.i or not is_infinitive(clause):
            continue
        speaker = reporters.speaker(cue) if _reports(cue, clause) else None
        if speaker is not None:
            said = Attribution(rule="infinitive", cue=(cue.i, cue.i + 1), speaker=speaker)
            last = clause.right_edge
            start = min(each.idx for each in children(clause) if each.dep_ in ("aux", "neg"))
            yield Stretch(start=start, end=last.idx + len(last), said=said)
            return


def _reports(cue: Token, clause: Token) -> bool:
    """Whether the frame of a verb makes its infinitive something that was said."""
    lemma = cue.lemma_.lower()
    if clause.lemma_ in _BEING_NAMED and child(clause, "auxpass") is not None:
        return False
    if child(clause, "nsubj") is not None or child(cue, "dobj", "dative", "nsubjpass") is not None:
        return lemma in reporting_verbs("request")
    return lemma in reporting_verbs("commitment")
