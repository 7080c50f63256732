"""Infinitives and gerunds that report: "urged residents to leave", "denied taking bribes"."""

from collections.abc import Iterator

from spacy.tokens import Token

from annotations.detect.quotes.candidates import Attribution
from annotations.detect.quotes.clauses.stretches import Stretch
from annotations.detect.quotes.reporters import Reporters
from annotations.detect.reporting import completed_by, reporting_verbs
from annotations.detect.tree import child, children, is_infinitive

_BEING_NAMED = frozenset(("identify", "name", "quote"))
"""What sources ask not to be; it says nothing of the story."""

_ASKING = ("WP", "WRB")
_REPORTERS = frozenset(("me", "us"))
"""Whom the reporter's sources ask for silence or patience: "asked me not to use his name"."""


def nonfinite(reporters: Reporters, cue: Token) -> Iterator[Stretch]:
    """Yield what a verb asks of others, takes on, or says to be so."""
    for clause in children(cue):
        if clause.dep_ not in ("xcomp", "ccomp") or clause.i < cue.i:
            continue
        rule = _rule(cue, clause)
        if rule is None:
            continue
        speaker = reporters.speaker(cue)
        if speaker is not None or child(cue, "nsubjpass") is not None:
            said = Attribution(rule=rule, cue=(cue.i, cue.i + 1), speaker=speaker)
            last = clause.right_edge
            yield Stretch(start=_start(clause), end=last.idx + len(last), said=said)
            return


def _rule(cue: Token, clause: Token) -> str | None:
    """The rule by which a clause is something that was said; null if by none."""
    if is_infinitive(clause):
        return "infinitive" if _asks(cue, clause) else None
    is_gerund = clause.tag_ == "VBG" and child(clause, "nsubj", "aux") is None
    return "gerund" if is_gerund and cue.lemma_.lower() in reporting_verbs("gerund") else None


def _asks(cue: Token, clause: Token) -> bool:
    """Whether the frame of a verb makes its infinitive something that was said."""
    lemma = cue.lemma_.lower()
    if clause.lemma_ in _BEING_NAMED and child(clause, "auxpass") is not None:
        return False
    if lemma == "ask" and any(each.lower_ in _REPORTERS for each in _asked(cue, clause)):
        return False
    if completed_by(cue, "request") is not None:
        return True
    if child(clause, "nsubj") is not None or child(cue, "dobj", "dative", "nsubjpass") is not None:
        return lemma in reporting_verbs("request")
    return lemma in reporting_verbs("commitment")


def _asked(cue: Token, clause: Token) -> Iterator[Token]:
    """Yield whom a verb asks something of, wherever the parser hangs them."""
    for verb in (cue, clause):
        yield from (each for each in children(verb) if cue.i < each.i < clause.i)


def _start(clause: Token) -> int:
    """Where content begins: at its "to" or "not", or the "how" before it."""
    opening = (
        each.idx
        for each in children(clause)
        if each.dep_ in ("aux", "neg") or (each.tag_ in _ASKING and each.i < clause.i)
    )
    return min((clause.idx, *opening))
