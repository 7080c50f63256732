"""Clauses that a reporting verb takes as its complement: before, after or around the verb."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from annotations.detect.quotes.candidates import Attribution, Tokens
from annotations.detect.quotes.clauses.stretches import Stretch
from annotations.detect.quotes.layout import ArticleLayout
from annotations.detect.quotes.reporters import (
    Reporters,
    begins_after_comma,
    contrasts,
)
from annotations.detect.reporting import completed_by, reporting_verbs
from annotations.detect.tree import SUBJECTS, child, children, is_infinitive, is_marked

_LONGEST_OPENING = 3
"""Words before a clause that belong to it if they begin the sentence: "And so …"."""
_MOST_CUT = 40
"""Tokens of a clause behind where its content was cut."""
_MOST_FURTHER = 4
"""Clauses with "that" after the first one."""
_CUE_PARTS = ("nsubj", "nsubjpass", "aux", "neg", "dative", "npadvmod", "advmod", "prep", "agent")
_FINITE = ("VBD", "VBZ", "VBP")
_ANYBODY = frozenset(("you", "one", "it"))
"""Subjects of what could be said: "you could say that"."""


def complements(layout: ArticleLayout, reporters: Reporters, cue: Token) -> Iterator[Stretch]:
    """Yield the stretches of what a verb reports in a finite clause."""
    clauses = list(_contents(cue))
    if not clauses:
        return
    speaker = reporters.speaker(cue)
    if _is_general(cue, speaker):
        return
    for clause in clauses:
        yield from _stretches(layout, reporters, cue, clause, speaker)


def _contents(cue: Token) -> Iterator[Token]:
    """Yield the verbs of the clauses that a verb takes, wherever the parser hangs them."""
    word = completed_by(cue, "clause")
    if word is not None:
        clauses = (*children(word), *children(cue))
        yield from (clause for clause in clauses if is_marked(clause, "that"))
        return
    found = [each for each in children(cue) if _is_content(each, cue)]
    yield from found or _displaced(cue)


def _is_content(clause: Token, cue: Token) -> bool:
    if clause.dep_ == "advcl" and clause.i > cue.i:
        mark = child(clause, "mark")
        asks = cue.lemma_.lower() in reporting_verbs("question")
        return asks and mark is not None and mark.lower_ in ("if", "whether")
    return clause.dep_ == "ccomp" and not is_infinitive(clause)


def _displaced(cue: Token) -> Iterator[Token]:
    """The clause of "said on Monday (that) …", which the parser hangs on the noun."""
    for link in children(cue):
        noun = child(link, "pobj") if link.dep_ == "prep" and link.i > cue.i else None
        for clause in children(noun) if noun is not None else ():
            is_whole = is_marked(clause, "that") or (clause.dep_ == "relcl" and _is_whole(clause))
            if clause.dep_ in ("acl", "ccomp", "relcl") and is_whole:
                yield clause


def _is_whole(clause: Token) -> bool:
    """Whether a clause without "that" lacks nothing that the noun it hangs on could stand for."""
    subject = child(clause, "nsubj", "nsubjpass")
    if subject is None or subject.tag_ in ("WP", "WDT"):
        return False
    is_passive = subject.dep_ == "nsubjpass"
    return is_passive or child(clause, "dobj", "attr", "acomp", "ccomp") is not None


def _is_general(cue: Token, speaker: Tokens | None) -> bool:
    """Whether nobody in particular has said so: "needless to say", "note that", "you could say"."""
    if speaker is None:
        return cue.tag_ in ("VB", "VBG") or is_infinitive(cue)
    subject = cue.doc[speaker[0]]
    alone = speaker[1] - speaker[0] == 1 and subject.lower_ in _ANYBODY
    return alone and (cue.tag_ == "VB" or (subject.lower_ == "it" and cue.tag_ == "VBG"))


def _stretches(
    layout: ArticleLayout, reporters: Reporters, cue: Token, clause: Token, speaker: Tokens | None
) -> Iterator[Stretch]:
    doc = layout.doc
    left, right = clause.left_edge, clause.right_edge
    start, end = left.idx, right.idx + len(right)
    cue_tokens = (cue.i, cue.i + 1)
    if clause.i > cue.i:
        said = Attribution(rule="complement", cue=cue_tokens, speaker=speaker)
        start = max(start, _after_inverted(cue, speaker, end))
        end = _before_next(reporters, cue, start, end)
        deed = _next_deed(cue, clause)
        end = end if deed is None else min(end, deed)
        yield Stretch(start=start, end=_with_further(doc, clause, end), said=said)
        return
    said = Attribution(rule="fronted", cue=cue_tokens, speaker=speaker)
    if right.i < cue.i:
        opening = layout.sentences.first(cue.i)
        first = doc[opening] if left.i - opening <= _LONGEST_OPENING else left
        yield Stretch(start=first.idx, end=min(end, _start_of_cue(cue, speaker)), said=said)
        return
    said = Attribution(rule="interposed", cue=cue_tokens, speaker=speaker)
    first_part, last_part = _cue_words(cue)
    yield Stretch(start=start, end=doc[first_part].idx, said=said, may_be_word=True)
    if last_part < right.i:
        yield Stretch(start=doc[last_part].idx + len(doc[last_part]), end=end, said=said)


def _with_further(doc: Doc, clause: Token, end: int) -> int:
    """Where content ends that goes on with ", and that …" behind where the parser ends it."""
    index = clause.right_edge.i + 1
    for _ in range(_MOST_CUT):
        if doc[index - 1].idx < end:
            break
        index -= 1
    for _ in range(_MOST_FURTHER):
        mark = index
        while mark < len(doc) and (doc[mark].text == "," or doc[mark].lower_ in ("and", "but")):
            mark += 1
        opens = index < mark < len(doc) and doc[mark].lower_ in ("that", "whether")
        verb = doc[mark].head if opens and doc[mark].dep_ == "mark" else None
        if verb is None or verb.i < mark:
            break
        last = verb.right_edge
        index, end = last.i + 1, last.idx + len(last)
    return end


def _after_inverted(cue: Token, speaker: Tokens | None, end: int) -> int:
    """Where content can begin after "said Ms Okoro": behind the speaker."""
    after_cue = cue.idx + len(cue)
    if speaker is None or speaker[0] <= cue.i:
        return after_cue
    last = cue.doc[speaker[1] - 1]
    return last.idx + len(last) if last.idx + len(last) < end else after_cue


def _start_of_cue(cue: Token, speaker: Tokens | None) -> int:
    """Where "X said" begins, which what is said before it cannot run into."""
    if speaker is None or speaker[0] > cue.i:
        return cue.idx
    return min(cue.idx, cue.doc[speaker[0]].idx)


def _cue_words(cue: Token) -> Tokens:
    """First and last token of "X said late on Monday" in the middle of what X said."""
    first = last = cue.i
    for each in children(cue):
        if each.dep_ in _CUE_PARTS and abs(each.i - cue.i) < 15:
            first, last = min(first, each.left_edge.i), max(last, each.right_edge.i)
    return first, last


def _before_next(reporters: Reporters, cue: Token, start: int, end: int) -> int:
    """Where content ends because one more report begins, which the parser hangs into it."""
    for inner in reporters.within(start, end):
        border = _border(reporters, cue, inner)
        if border is not None and start < border:
            return min(border, end)
    return end


def _border(reporters: Reporters, cue: Token, inner: Token) -> int | None:
    doc = cue.doc
    earlier = reporters.takes_up(inner)
    if earlier is not None and earlier.i == cue.i:
        conjunction = inner.i - 1
        while not begins_after_comma(inner) and doc[conjunction].pos_ in ("ADV", "AUX"):
            conjunction -= 1
        return doc[conjunction].idx
    first = contrasts(inner)
    return None if first is None else doc[first].idx


def _lacks_subject(verb: Token) -> bool:
    """Whether a joined verb can only be done by somebody named before it."""
    return child(verb, *SUBJECTS, "expl") is None and not is_marked(verb, "that")


def _next_deed(cue: Token, clause: Token) -> int | None:
    """Where "said it would close and left" goes on with what the speaker does.

    A finite verb cannot be joined to one after "would", though the parser does so.
    """
    verb: Token | None = clause
    while verb is not None:
        following = child(verb, "conj")
        is_joined = following is not None and _lacks_subject(following)
        if following is not None and is_joined and following.tag_ == cue.tag_ in _FINITE:
            conjunction = child(verb, "cc")
            if verb.tag_ not in _FINITE and conjunction is not None and conjunction.i > cue.i:
                return conjunction.idx
        verb = following
    return None
