"""What else says where annotations stand, or what quotes say, once these have changed. Pure.

A figure says which quote it is claimed in, by whom, and which figure it is a part of; the parts of
an utterance say from where to where that reaches.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from annotations import review
from annotations.claims import claimant, holds, in_short, innermost, is_at, place
from annotations.model import Annotation, CasualtyFigure, Quote, Span
from annotations.review import Change


def can_be_followed(change: Change) -> bool:
    """Whether anything could be bound to what a change has changed."""
    before, after = _shown(change.before), _shown(change.after)
    if isinstance(before, Quote) or isinstance(after, Quote):
        return _bonds(before) != _bonds(after)
    if isinstance(before, CasualtyFigure) and isinstance(after, CasualtyFigure):
        return place(before) != place(after)
    return False


def only_follows(change: Change) -> bool:
    """Whether nothing of an annotation changes but what it says of those that it is bound to."""
    before, after = change.before, change.after
    if isinstance(before, Quote) and isinstance(after, Quote):
        return replace(before, utterance=after.utterance, annotator=after.annotator) == after
    if isinstance(before, CasualtyFigure) and isinstance(after, CasualtyFigure):
        bound = replace(before, claimed_in=after.claimed_in, claimed_by=after.claimed_by)
        return replace(bound, part_of=after.part_of, annotator=after.annotator) == after
    return False


def leading(changes: Sequence[Change]) -> list[Change]:
    """Those of the changes of a step that others follow; all, if there are none but followers."""
    return [each for each in changes if not only_follows(each)] or [*changes]


def followers(changes: Sequence[Change], others: Iterable[Annotation]) -> list[Change]:
    """What has to say anew where annotations stand, and who claims what stands in them.

    Args:
        changes: All that becomes of annotations in one step.
        others: Those of the article that may be bound to them; others are passed over.
    """
    own = {each.id for change in changes for each in (change.before, change.after) if each}
    bound = [each for each in others if each.id not in own and _shown(each) is not None]
    became = [each for change in changes if (each := _shown(change.after))]
    quotes = [each for each in (*bound, *became) if isinstance(each, Quote)]
    found: list[Change] = []
    for each in bound:
        now: Annotation = each
        for change in filter(can_be_followed, changes):
            now = _following(now, change, became, quotes)
        if now != each:
            found.append(Change(before=each, after=now))
    return found


def _following(
    each: Annotation, change: Change, became: Sequence[Annotation], quotes: Sequence[Quote]
) -> Annotation:
    """An annotation that may be bound to another one, after a change to that."""
    before, after = _shown(change.before), _shown(change.after)
    if isinstance(each, CasualtyFigure):
        if isinstance(before, CasualtyFigure) and after is not None:
            return replace(each, part_of=place(after)) if is_at(each.part_of, before) else each
        if isinstance(before, Quote):
            return _claimed_on(each, before, after, became, quotes)
        return _newly_claimed(each, after) if isinstance(after, Quote) else each
    if isinstance(each, Quote):
        return _part(each, before, after, quotes)
    return each


def _claimed_on(
    figure: CasualtyFigure,
    before: Quote,
    after: Annotation | None,
    became: Sequence[Annotation],
    quotes: Sequence[Quote],
) -> CasualtyFigure:
    """A figure claimed in a quote that moved, was parted or merged, went, or has a new speaker."""
    if not is_at(figure.claimed_in, before):
        return figure
    if isinstance(after, Quote) and _is_from(figure.claimed_by, before, after):
        figure = replace(figure, claimed_by=claimant(after))
    parts = (each for each in (after, *became) if isinstance(each, Quote))
    now = next((each for each in parts if holds(each, figure.start, figure.end)), None)
    now = now or innermost(quotes, figure.start, figure.end)
    return replace(figure, claimed_in=None if now is None else place(now))


def _is_from(claimed_by: str | None, before: Quote, after: Quote) -> bool:
    """Whether a claimant was told from a quote that has another speaker now."""
    if claimant(before) == claimant(after):
        return False
    if claimed_by in (None, claimant(before)):
        return True
    words = before.speaker
    return words is not None and words != after.speaker and claimed_by == in_short(words.text)


def _newly_claimed(figure: CasualtyFigure, quote: Quote) -> CasualtyFigure:
    """A figure that was claimed nowhere, around which there is a quote now."""
    if figure.claimed_in is not None or not holds(quote, figure.start, figure.end):
        return figure
    by = figure.claimed_by or claimant(quote)
    return replace(figure, claimed_in=place(quote), claimed_by=by)


def _part(
    each: Quote, before: Annotation | None, after: Annotation | None, quotes: Sequence[Quote]
) -> Quote:
    """A quote after what may be another part of its utterance has changed."""
    if isinstance(before, Quote):
        if before.utterance is None or each.utterance != before.utterance:
            return each
        if isinstance(after, Quote):
            return replace(each, utterance=after.utterance)
        return replace(each, utterance=_left_of(before.utterance, quotes))
    whole = after.utterance if isinstance(after, Quote) else None
    lies_in = whole is not None and holds(whole, each.start, each.end)
    is_apart = after is not None and (each.end <= after.start or after.end <= each.start)
    if each.utterance is None and lies_in and is_apart:
        return replace(each, utterance=whole)
    return each


def _left_of(whole: Span, quotes: Sequence[Quote]) -> Span | None:
    """How far an utterance reaches that has lost a part; null if it stands in one piece."""
    left = [each for each in quotes if each.utterance == whole]
    if len(left) < 2:
        return None
    start, end = min(each.start for each in left), max(each.end for each in left)
    text = whole.text[start - whole.start : end - whole.start]
    return Span(start=start, end=end, text=text)


def _shown(annotation: Annotation | None) -> Annotation | None:
    """An annotation as far as it is part of the article: a rejected one is none."""
    return annotation if annotation and annotation.status in review.SHOWN else None


def _bonds(annotation: Annotation | None) -> object:
    """What others say of a quote."""
    if not isinstance(annotation, Quote):
        return None
    return annotation.start, annotation.end, annotation.utterance, claimant(annotation)
