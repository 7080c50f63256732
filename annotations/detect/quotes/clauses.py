"""Reported clauses: what a reporting verb or "according to" says, read off the parse.

The constructions, after the annotation guidelines of PARC and PolNeAR: a clausal complement
before, after or around the verb; an interposed "…, she said, …"; "according to".
"""

from collections.abc import Iterator

from spacy.tokens import Token

from annotations.detect.quotes.candidates import Candidate
from annotations.detect.quotes.layout import ArticleLayout
from annotations.detect.reporting import according_to_whom, is_according_to, speaker_of
from annotations.detect.tree import child, children

_SEPARATORS = ",—–-"
_ENDS = " .,;:—–-"
_LONGEST_INTERPOSED = 25
"""Tokens in an interposed "X said"."""
_SHORT_INTERPOSED = 8
"""Tokens in one that the parser did not label as such."""
_LONGEST_OPENING = 3
"""Words before a clause that belong to it if they begin the sentence: "And so …"."""
_LONGEST_SOURCE = 25
"""Tokens in the noun phrase after "according to"."""
_SECOND_PART = 6
"""Words after "A, according to X, B" from which on B is reported too."""
_CUE_PARTS = ("nsubj", "nsubjpass", "aux", "neg", "dative", "npadvmod", "advmod", "prep", "agent")


def reported_clauses(layout: ArticleLayout) -> Iterator[Candidate]:
    """Yield what the parse says is reported, widened so that no quotation is cut."""
    for cue in layout.cues:
        complements = [each for each in children(cue) if each.dep_ == "ccomp"]
        if not complements and _is_interposed(cue):
            spans = list(_around_interposed(cue))
        else:
            spans = [span for clause in complements for span in _complement(layout, cue, clause)]
        speaker = speaker_of(cue) if spans else None
        for span in spans:
            yield from _candidate(layout, *span, cue=cue, speaker=speaker)
    for token in layout.doc:
        if is_according_to(token) and layout.regions.at(token.idx) is None:
            yield from _according_to(layout, token)


def _candidate(
    layout: ArticleLayout,
    start: int,
    end: int,
    *,
    cue: Token,
    speaker: tuple[int, int] | None,
) -> Iterator[Candidate]:
    """The candidate of a stretch, unless it is a single word outside quotation marks."""
    start, end = layout.strip(start, end, _ENDS)
    start, end = layout.regions.widened(start, end)
    is_word = " " not in layout.text[start:end] and layout.regions.at(start) is None
    if start < end and not is_word:
        yield Candidate(start=start, end=end, cue=cue, speaker=speaker)


def _complement(layout: ArticleLayout, cue: Token, clause: Token) -> Iterator[tuple[int, int]]:
    """The stretches of a clausal complement, without the verb that reports it."""
    doc = layout.doc
    left, right = clause.left_edge, clause.right_edge
    start, end = left.idx, right.idx + len(right)
    if clause.i > cue.i:
        yield max(start, _after_inverted_subject(cue, end)), end
    elif right.i < cue.i:
        opening = layout.sentences.first(cue.i)
        first = doc[opening] if left.i - opening <= _LONGEST_OPENING else left
        yield first.idx, min(end, _start_of_cue(cue))
    else:
        first_part, last_part = _cue_words(cue)
        yield start, doc[first_part].idx
        if last_part < right.i:
            yield doc[last_part].idx + len(doc[last_part]), end


def _after_inverted_subject(cue: Token, end: int) -> int:
    """Where content can begin after "said Ms Okoro": behind the speaker."""
    after_cue = cue.idx + len(cue)
    speaker = speaker_of(cue)
    if speaker is None or speaker[0] <= cue.i:
        return after_cue
    last = cue.doc[speaker[1] - 1]
    return last.idx + len(last) if last.idx + len(last) < end else after_cue


def _start_of_cue(cue: Token) -> int:
    """Where "X said" begins, which what is said before it cannot run into."""
    speaker = speaker_of(cue)
    if speaker is None or speaker[0] > cue.i:
        return cue.idx
    return min(cue.idx, cue.doc[speaker[0]].idx)


def _cue_words(cue: Token) -> tuple[int, int]:
    """First and last token of "X said late on Monday" in the middle of what X said."""
    first = last = cue.i
    for each in children(cue):
        if each.dep_ in _CUE_PARTS and abs(each.i - cue.i) < 15:
            first, last = min(first, each.left_edge.i), max(last, each.right_edge.i)
    return first, last


def _is_interposed(cue: Token) -> bool:
    """Whether the verb and its subject stand between commas: "A, X said, B"."""
    if cue.dep_ not in ("parataxis", "ccomp", "advcl") or child(cue, "nsubj") is None:
        return False
    doc, left, right = cue.doc, cue.left_edge.i, cue.right_edge.i
    opened = doc[left].text in _SEPARATORS or (left > 0 and doc[left - 1].text in _SEPARATORS)
    closed = doc[right].text in _SEPARATORS or (
        right + 1 < len(doc) and doc[right + 1].text in _SEPARATORS + "."
    )
    limit = _LONGEST_INTERPOSED if cue.dep_ == "parataxis" else _SHORT_INTERPOSED
    return opened and closed and right - left < limit


def _around_interposed(cue: Token) -> Iterator[tuple[int, int]]:
    """What stands before and after an interposed verb; the commas belong to its subtree."""
    head = cue.head
    for _ in range(5):
        if head.dep_ not in ("conj", "nsubj", "advcl", "aux") or head.head.i == head.i:
            break
        head = head.head
    left, right = cue.left_edge, cue.right_edge
    last = head.right_edge
    yield head.left_edge.idx, left.idx
    yield right.idx + len(right), last.idx + len(last)


def _according_to(layout: ArticleLayout, token: Token) -> Iterator[Candidate]:
    """The sentence of an "according to", without the phrase itself."""
    source = according_to_whom(token)
    if source is None:
        return
    first, after = source[0], min(source[1], source[0] + _LONGEST_SOURCE)
    opening = layout.doc[layout.sentences.first(token.i)]
    closing = layout.doc[layout.sentences.after(token.i) - 1]
    last = layout.doc[after - 1]
    end = last.idx + len(last)
    before = layout.strip(opening.idx, token.idx, _SEPARATORS)
    behind = layout.strip(end, closing.idx + len(closing), _ENDS)
    spans = [before] if before[0] < before[1] else [behind]
    words_behind = layout.text[behind[0] : behind[1]].count(" ") + 1
    if before[0] < before[1] and layout.text[end : end + 1] == "," and words_behind > _SECOND_PART:
        spans.append(behind)
    for start, stop in spans:
        if layout.has_words(start, stop):
            yield Candidate(start=start, end=stop, cue=token, speaker=(first, after))
