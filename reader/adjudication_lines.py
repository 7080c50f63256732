"""A disagreement in words: what differs, and what both sides say of it, field by field. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotations.measure.differences import Difference
from annotations.measure.disagreements import Verdict
from annotations.model import Annotation
from annotations.text import clean_line
from reader.describing import LAYER_NAMES, excerpt, fields
from reader.docket import Progress

_EXCERPT = 120
"""Characters of an annotation's text that are shown."""
_OF_THE_SIDE = frozenset({"status", "tags", "note", "rule", "named by", "on the map", "or else"})
"""What is not about what the text says; that it differs is no disagreement."""
_HIDDEN = frozenset({"rule", "named by", "on the map", "or else"})


@dataclass(frozen=True, slots=True)
class Line:
    """A field, as both sides have it."""

    name: str
    first: str
    second: str
    """Empty where a side says nothing of it."""
    differs: bool


def lines(difference: Difference, *, brief: bool = False) -> list[Line]:
    """All fields: the words, then what differs, then what is the same.

    Args:
        difference: Between both sides.
        brief: Whether to leave out what is the same, where there is little room.
    """
    first, second = (dict(_said(each)) for each in (difference.first, difference.second))
    both = len(difference.there) == 2
    found = [
        Line(name, one, other, both and one != other and name not in _OF_THE_SIDE)
        for name in dict.fromkeys((*first, *second))
        for one, other in [(first.get(name, ""), second.get(name, ""))]
    ]
    if difference.is_of_stretch:
        found[0] = Line("text", found[0].first, found[0].second, differs=True)
    behind = sorted(found[1:], key=lambda line: not line.differs)
    if brief and both:
        behind = [line for line in behind if line.differs]
    return [found[0], *behind]


def _said(annotation: Annotation | None) -> Iterator[tuple[str, str]]:
    if annotation is not None:
        yield "text", excerpt(annotation.text, width=_EXCERPT)
        yield from (each for each in fields(annotation) if each[0] not in _HIDDEN)


def in_words(difference: Difference) -> str:
    """What two people disagree on: “name: label”, “quote: B ends 4 characters later”."""
    what = LAYER_NAMES[difference.layer]
    if difference.second is None:
        return f"{what}: only A has it"
    if difference.first is None:
        return f"{what}: only B has it"
    differing = (*boundaries(difference), *(_plain(name) for name in difference.fields))
    return f"{what}: {', '.join(differing)}"


def boundaries(difference: Difference) -> list[str]:
    """How B's stretch lies to that of A, where both have one and they are not the same."""
    first, second = difference.first, difference.second
    if first is None or second is None:
        return []
    ways = (
        ("begins", second.start - first.start),
        ("ends", second.end - first.end),
    )
    return [
        f"B {verb} {abs(far):,} {'character' if abs(far) == 1 else 'characters'} "
        f"{'later' if far > 0 else 'earlier'}"
        for verb, far in ways
        if far
    ]


def heading(progress: Progress, difference: Difference) -> str:
    """Which disagreement of how many it is, and what it is about."""
    where = f"{progress.number:,} of {progress.total:,}"
    return f"{where} · {in_words(difference)}"


def standing(progress: Progress) -> str:
    """How much is settled, for the status line."""
    here = f"{progress.here_settled:,} of {progress.here:,} here"
    return f"settled {progress.settled:,} of {progress.total:,} · {here}"


def settled_as(verdict: Verdict, results: list[Annotation]) -> str:
    """What became of a disagreement, with what stands in its place now."""
    stands = " and ".join(f"{clean_line(each.kind)} {_short(each)}" for each in results)
    match verdict:
        case Verdict.FIRST | Verdict.SECOND:
            said = f"settled for {verdict}"
        case Verdict.BOTH | Verdict.NEITHER:
            said = f"settled: {verdict}"
        case Verdict.OWN:
            said = "settled by your own"
    return f"{said}: {stands or 'nothing is marked'}"


def _short(annotation: Annotation) -> str:
    return excerpt(annotation.text, width=40)


def _plain(field: str) -> str:
    return field.replace("_", " ")
