"""Annotations with other borders: moved, split and merged, with all that has to follow. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotations import review
from annotations.model import Annotation, CasualtyFigure, Layer, Quote, Span, Status
from reader.describing import LAYER_NAMES, excerpt
from reader.proposing import with_count
from reader.snapping import inked, trimmed
from reader.telling import CannotReshape, Given, told_anew, without_count

_SHOWN = 24
"""Characters of an annotation that an error names."""


def reshaped(before: Annotation, start: int, end: int, *, given: Given) -> Annotation:
    """The annotation over the stretch `[start, end)` of the text.

    Raises:
        CannotReshape: If a figure would lose its number, or a quote take in who says it.
    """
    return review.corrected(told_anew(before, start, end, given))


def split(before: Annotation, offset: int, *, given: Given) -> tuple[Annotation, Annotation]:
    """Two annotations in place of one, parted before a character.

    The first one, or of a figure the one with the number, is what it was; the other has the same
    kind and tags, and is a person's own.

    Raises:
        CannotReshape: If one of them would be empty, or a number would be cut.
    """
    parts = [_neat(before, *part, given) for part in _parts(before, offset)]
    one, other = ((part.start, part.end) for part in parts)
    stays_behind = _has_number_behind(before, offset)
    kept = reshaped(before, *(other if stays_behind else one), given=given)
    own = _own(_bare(before), *(one if stays_behind else other), given)
    kept, own = _in_one_go(kept, before), _in_one_go(own, before)
    return (own, kept) if stays_behind else (kept, own)


def merged(annotations: Sequence[Annotation], *, given: Given) -> Annotation:
    """One annotation over all that some of one layer cover.

    It has the kind of the first, what that lacks from those behind it, and the tags of all.

    Args:
        annotations: At least two, in reading order.
        given: What their words are understood by.

    Raises:
        CannotReshape: If what they say does not go together, or another paragraph begins between
            names or figures.
    """
    first = annotations[0]
    start, end = min(each.start for each in annotations), max(each.end for each in annotations)
    if first.layer is not Layer.QUOTES and "\n" in given.text[start:end]:
        thing = LAYER_NAMES[first.layer]
        raise CannotReshape(f"The next {thing} is in another paragraph; nothing was merged.")
    base = _joined(annotations).of_kind(first.kind)
    notes = dict.fromkeys(each.note for each in annotations if each.note)
    marked = replace(
        base,
        tags=tuple(dict.fromkeys(tag for each in annotations for tag in each.tags)),
        note="; ".join(notes) or None,
    )
    return reshaped(marked, start, end, given=given)


# Parts


def _parts(before: Annotation, offset: int) -> Iterator[tuple[int, int]]:
    if not before.start < offset < before.end:
        raise CannotReshape(
            f"Put the cursor inside {excerpt(before.text, width=_SHOWN)}: it is split before it."
        )
    yield before.start, offset
    yield offset, before.end


def _neat(before: Annotation, start: int, end: int, given: Given) -> Span:
    """A part without blanks around it, and of a name or figure without stray marks."""
    neat = inked if isinstance(before, Quote) else trimmed
    found = neat(given.text, start, end)
    if found is None:
        raise CannotReshape("There would be nothing on one side; nothing was split.")
    return Span.cut(given.text, *found)


def _in_one_go(part: Annotation, before: Annotation) -> Annotation:
    """A part of a quote, which still is a part of all that was said in one go, if it was."""
    if isinstance(part, Quote) and isinstance(before, Quote):
        return replace(part, utterance=before.utterance)
    return part


def _has_number_behind(before: Annotation, offset: int) -> bool:
    """Whether a figure's number stands behind a character.

    Raises:
        CannotReshape: If it begins before and ends behind.
    """
    if not isinstance(before, CasualtyFigure) or before.num_start is None:
        return False
    assert before.num_end is not None
    if before.num_start < offset < before.num_end:
        raise CannotReshape("The cursor is inside the figure's number; nothing was split.")
    return before.num_start >= offset


def _bare(before: Annotation) -> Annotation:
    """What both parts of an annotation have; the rest is that of the part that stays."""
    if isinstance(before, CasualtyFigure):
        return without_count(replace(before, implicit=False, victim_type=None, victim_group=None))
    return before


def _own(before: Annotation, start: int, end: int, given: Given) -> Annotation:
    """A person's own annotation like another, over another stretch."""
    own = replace(
        told_anew(before, start, end, given),
        id=None,
        status=Status.ADDED,
        note=None,
        detector=None,
        rule=None,
        confidence=None,
    )
    if isinstance(own, CasualtyFigure):
        return with_count(own, given.vague_rule)
    return replace(own, speaker_rule=None) if isinstance(own, Quote) else own


def _joined(annotations: Sequence[Annotation]) -> Annotation:
    """The one that is kept of several, with what only others have."""
    first = annotations[0]
    if isinstance(first, CasualtyFigure):
        figures = (each for each in annotations if isinstance(each, CasualtyFigure))
        return next((each for each in figures if each.num_start is not None), first)
    if isinstance(first, Quote):
        return _joined_quotes([each for each in annotations if isinstance(each, Quote)])
    return first


def _joined_quotes(quotes: Sequence[Quote]) -> Quote:
    first = quotes[0]
    names = list(dict.fromkeys(each.speaker_name for each in quotes if each.speaker_name))
    if len(names) > 1:
        raise CannotReshape(
            f"{names[0]} says one of them, {names[1]} another; nothing was merged.",
            hint="Correct who says them first.",
        )
    said = next((each for each in quotes if each.speaker_name or each.speaker), first)
    return replace(
        first,
        speaker=said.speaker,
        cue=next((each.cue for each in quotes if each.cue), None),
        speaker_name=said.speaker_name,
        speaker_rule=said.speaker_rule,
    )
