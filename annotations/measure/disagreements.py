"""What becomes of a disagreement of two annotators once a third person settles it. Pure."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256

from annotations.measure.counting import standing
from annotations.measure.differences import Difference
from annotations.model import Annotation
from annotations.records import Record, annotation_record
from annotations.review import SHOWN, Change, accept, corrected, reject

_STATED_BY = frozenset(
    {"id", "status", "tags", "note", "annotator", "detector", "rule", "confidence", "speaker_rule"}
)
"""Fields that say who stands behind an annotation and how it was found, and not what it says."""


class Verdict(StrEnum):
    """How a disagreement was settled."""

    FIRST = "A"
    SECOND = "B"
    BOTH = "both"
    NEITHER = "neither"
    OWN = "own"
    """By something else, which the person has written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A disagreement that a person has settled."""

    difference: Difference
    verdict: Verdict
    annotations: tuple[int, ...]
    """Ids of the annotations in its place, those that were rejected there too."""


def key_of(difference: Difference) -> str:
    """What tells a disagreement from all others of its article: what both sides say."""
    said = [_statement(each) for each in (difference.first, difference.second)]
    return sha256(json.dumps([difference.layer, *said], sort_keys=True).encode()).hexdigest()[:16]


def verdicts(difference: Difference) -> tuple[Verdict, ...]:
    """The ways in which a disagreement can be settled.

    Where one side has nothing, taking it is taking neither, and both is the other.
    """
    if len(difference.there) == 2:
        return tuple(Verdict)
    return (Verdict.FIRST, Verdict.SECOND, Verdict.OWN)


def wanted(difference: Difference, verdict: Verdict) -> tuple[Annotation, ...]:
    """What is to stand in the place of a disagreement; of one's own, what it begins with."""
    match verdict:
        case Verdict.FIRST:
            sides = [difference.first]
        case Verdict.SECOND:
            sides = [difference.second]
        case Verdict.BOTH:
            sides = [difference.first, difference.second]
        case Verdict.NEITHER:
            sides = []
        case Verdict.OWN:
            sides = [difference.there[0]]
    return tuple(each for each in sides if each is not None)


def changes(there: Iterable[Annotation], wanted: Iterable[Annotation]) -> list[Change]:
    """How what stands in a store becomes what is wanted; some of them may change nothing.

    What says the same stays, else one annotation becomes another of its layer and keeps its id,
    tags and note; what is left over is rejected, and what is missing is added.

    Args:
        there: What stands in the place of a disagreement, with ids.
        wanted: What is to stand there.
    """
    left, missing, found = list(there), [], []
    for each in wanted:
        same = next((one for one in left if is_same(one, each) and one.status in SHOWN), None)
        if same is None:
            missing.append(each)
        else:
            left.remove(same)
            found.append(Change(before=same, after=accept(same)))
    for each in missing:
        old = next((one for one in left if one.layer is each.layer), None)
        if old is None:
            found.append(Change(before=None, after=accept(replace(each, id=None))))
        else:
            left.remove(old)
            found.append(Change(before=old, after=_in_place_of(old, each)))
    return [*found, *(Change(before=each, after=reject(each)) for each in left)]


def is_same(one: Annotation, other: Annotation) -> bool:
    """Whether two annotations say the same, whoever stands behind them."""
    return one.layer is other.layer and _statement(one) == _statement(other)


def agreed(
    first: Sequence[Annotation], differences: Iterable[Difference]
) -> tuple[Annotation, ...]:
    """What the first side has that the second has too.

    Args:
        first: The annotations of the first side.
        differences: All differences from the second side.
    """
    disputed = {id(each.first) for each in differences}
    return tuple(each for each in standing(first) if id(each) not in disputed)


def is_settled_in_place(difference: Difference, settled: Collection[Settled]) -> bool:
    """Whether a difference between a side that was edited and the other is the outcome of that.

    Args:
        difference: Between what the first side has by now, and the second.
        settled: What was settled in the article by editing the first side.
    """
    second = difference.second
    for each in settled:
        if difference.first is not None and difference.first.id in each.annotations:
            return True
        before = each.difference.second
        if second is not None and before is not None and is_same(before, second):
            return True
    return False


def _in_place_of(old: Annotation, new: Annotation) -> Annotation:
    return corrected(
        replace(
            new,
            id=old.id,
            status=old.status,
            tags=old.tags,
            note=old.note,
            detector=old.detector,
            rule=old.rule,
            confidence=old.confidence,
        )
    )


def _statement(annotation: Annotation | None) -> Record | None:
    if annotation is None:
        return None
    record = annotation_record(annotation)
    return {name: value for name, value in record.items() if name not in _STATED_BY}
