"""Annotations of an old text, as they are in a new one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from annotations.anchoring.spans import Anchors, Range
from annotations.model import Annotation, CasualtyFigure, Quote, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """An annotation of the old text, and what it is in the new one."""

    before: Annotation
    after: Annotation | None
    """Null where it has no place that is certain."""


def carried(annotations: Sequence[Annotation], anchors: Anchors) -> list[Carried]:
    """What becomes of annotations, each once and in the same order.

    An annotation has a place if its words have one, and the words for its speaker and its cue. An
    utterance reaches from the first to the last of its parts that have places. That a figure stands
    in a quote, or is a part of another figure, is kept where that one has a place, too.
    """
    places = anchors.of({stretch for each in annotations for stretch in _stretches(each)})
    utterances = _utterances(annotations, places)
    return [
        Carried(before=each, after=_moved(each, places, utterances, anchors))
        for each in annotations
    ]


def _stretches(annotation: Annotation) -> Iterator[Range]:
    yield range_of(annotation)
    for part in _needed(annotation):
        yield range_of(part)
    if isinstance(annotation, CasualtyFigure):
        yield from map(range_of, filter(None, (annotation.claimed_in, annotation.part_of)))


def _needed(annotation: Annotation) -> Iterable[Span]:
    """The parts without which an annotation does not say what it said."""
    if not isinstance(annotation, Quote):
        return ()
    return filter(None, (annotation.speaker, annotation.cue))


def _utterances(
    annotations: Iterable[Annotation], places: dict[Range, Range]
) -> dict[Range, Range]:
    """Where utterances are, as far as more than one of their parts has a place."""
    parts: dict[Range, list[Range]] = {}
    for each in annotations:
        if isinstance(each, Quote) and each.utterance and range_of(each) in places:
            parts.setdefault(range_of(each.utterance), []).append(places[range_of(each)])
    return {
        whole: (min(found)[0], max(end for _, end in found))
        for whole, found in parts.items()
        if len(set(found)) > 1
    }


def _moved(
    annotation: Annotation,
    places: dict[Range, Range],
    utterances: dict[Range, Range],
    anchors: Anchors,
) -> Annotation | None:
    if any(range_of(part) not in places for part in _needed(annotation)):
        return None
    place = places.get(range_of(annotation))
    if place is None:
        return None
    moved = replace(annotation, start=place[0], end=place[1])

    def there(part: Span | None, among: dict[Range, Range] = places) -> Span | None:
        """A part at its new place; null if it has none."""
        found = None if part is None else among.get(range_of(part))
        return None if found is None else Span.cut(anchors.new, *found)

    match moved:
        case Quote():
            return replace(
                moved,
                speaker=there(moved.speaker),
                cue=there(moved.cue),
                utterance=there(moved.utterance, utterances),
            )
        case CasualtyFigure():
            return replace(
                moved_number(moved, by=place[0] - annotation.start),
                claimed_in=there(moved.claimed_in),
                part_of=there(moved.part_of),
            )
    return moved


def moved_number(figure: CasualtyFigure, *, by: int) -> CasualtyFigure:
    """A figure whose number has moved so many characters, like the figure itself."""
    if figure.num_start is None or figure.num_end is None:
        return figure
    return replace(figure, num_start=figure.num_start + by, num_end=figure.num_end + by)


def range_of(span: Annotation | Span) -> Range:
    """Where something stands."""
    return span.start, span.end
