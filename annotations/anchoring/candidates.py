"""Where a person may want to put an annotation that has no certain place in a new text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import islice
from re import Match

from annotations.anchoring.blocks import WORDS
from annotations.anchoring.carrying import moved_number, range_of
from annotations.anchoring.spans import Anchors, Range
from annotations.model import Annotation, CasualtyFigure, Quote, Span, Status
from annotations.review import corrected

_MOST = 5
"""Places that are offered."""
_WIDEST = 20_000
"""Characters between two neighbours among which something alike is looked for."""
_ALIKE = 0.5
"""Share of the words of an annotation that a place has in the same order where it is offered."""
_NEAR = 30
"""Characters by which the words for a speaker or a cue may stand further from a quote than they
did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that may be meant."""

    place: Range
    is_exact: bool
    """Whether it has the same words."""


def candidates(annotation: Annotation, anchors: Anchors) -> list[Candidate]:
    """Places for an annotation of the old text, the likeliest first; some may be taken already."""
    stretch = range_of(annotation)
    kept = anchors.kept(stretch)
    if kept is not None:  # it is only its speaker or its cue that has no place
        return [Candidate(place=kept, is_exact=True)]
    exact = [Candidate(place=each.place, is_exact=True) for each in anchors.candidates(stretch)]
    return list(islice((*exact, *_alike(annotation.text, stretch, anchors)), _MOST))


def _alike(words: str, stretch: Range, anchors: Anchors) -> Iterator[Candidate]:
    """What stands between the same neighbours and has most of the words, if anything has."""
    begin, end = anchors.between(stretch)
    # A neighbour may have taken in the first or last of the words.
    begin, end = max(0, begin - len(words)), min(len(anchors.new), end + len(words))
    if end - begin > _WIDEST:
        return
    ours, found = WORDS.findall(words), list(WORDS.finditer(anchors.new, begin, end))
    matcher = SequenceMatcher(str.isspace, ours, [each[0] for each in found], autojunk=False)
    matches = [each for each in matcher.get_matching_blocks() if each.size]
    told = [
        (match.a + at, match.b + at)
        for match in matches
        for at in range(match.size)
        if not ours[match.a + at].isspace()
    ]
    if sum(len(ours[a]) for a, _ in told) < _ALIKE * sum(map(len, words.split())):
        return
    (before, first), (last_a, last) = told[0], told[-1]
    first = _reaching(found, first, sum(not each.isspace() for each in ours[:before]), step=-1)
    behind = sum(not each.isspace() for each in ours[last_a + 1 :])
    last = _reaching(found, last, behind, step=1)
    place = found[first].start(), found[last].end()
    if anchors.new[slice(*place)] != words and place[1] - place[0] < 3 * len(words):
        yield Candidate(place=place, is_exact=False)


def _reaching(found: Sequence[Match[str]], at: int, words: int, *, step: int) -> int:
    """From one word so many further, to what stands for words that are others now."""
    end = at
    while words and 0 <= at + step < len(found):
        at += step
        if "\n" in found[at][0] or not (found[at][0].isspace() or found[at][0].isalnum()):
            break
        if found[at][0].isalnum():
            end, words = at, words - 1
    return end


def put(annotation: Annotation, place: Range, anchors: Anchors) -> Annotation:
    """An annotation where a person has put it; its words may be others there.

    The words for a speaker and a cue, and a number, are kept where they are found; elsewhere they
    go. What a machine had found, with other words, is a correction.
    """
    words, stretch = anchors.new[slice(*place)], range_of(annotation)
    after = replace(annotation, start=place[0], end=place[1], text=words)
    if words != annotation.text and annotation.status is Status.ACCEPTED:
        after = corrected(after)
    match after:
        case Quote():
            parts = (after.speaker, after.cue)
            speaker, cue = (_part(each, stretch, place, anchors) for each in parts)
            return replace(after, speaker=speaker, cue=cue, utterance=None)
        case CasualtyFigure():
            kept = (_kept(each, anchors) for each in (after.claimed_in, after.part_of))
            claimed_in, part_of = kept
            figure = replace(after, claimed_in=claimed_in, part_of=part_of)
            return _with_number(figure, annotation)
    return after


def _part(part: Span | None, stretch: Range, place: Range, anchors: Anchors) -> Span | None:
    """The words for a speaker or a cue: where they are for certain, else once near the quote."""
    if part is None:
        return None
    found = anchors.of([range_of(part)]).get(range_of(part))
    if found is None:
        before = max(0, stretch[0] - part.start) + _NEAR
        behind = max(0, part.end - stretch[1]) + _NEAR
        near = max(0, place[0] - before), place[1] + behind
        outside = [
            each
            for each in anchors.places(range_of(part), near)
            if each[1] <= place[0] or each[0] >= place[1]
        ]
        found = outside[0] if len(outside) == 1 else None
    return None if found is None else Span.cut(anchors.new, *found)


def _kept(part: Span | None, anchors: Anchors) -> Span | None:
    found = None if part is None else anchors.of([range_of(part)]).get(range_of(part))
    return None if found is None else Span.cut(anchors.new, *found)


def _with_number(figure: CasualtyFigure, before: Annotation) -> CasualtyFigure:
    """A figure whose number is where its words are, if they stand in it once."""
    start, end = figure.num_start, figure.num_end
    if start is None or end is None:
        return figure
    number = before.text[start - before.start : end - before.start]
    if figure.text.count(number) != 1:
        return replace(figure, num_start=None, num_end=None)
    at = figure.start + figure.text.index(number)
    return moved_number(figure, by=at - start)
