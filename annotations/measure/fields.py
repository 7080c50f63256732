"""How often the fields of paired annotations are the same."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotations.measure.counting import paired_in
from annotations.model import Annotation, CasualtyFigure, Entity, Layer, Quote, Span

Same = Callable[[Annotation, Annotation], bool | None]
"""Whether a field is the same in a pair; null where the reference says nothing of it."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """In how many pairs a field is the same."""

    same: int = 0
    of: int = 0
    """Pairs in which the reference says something of the field."""

    def __add__(self, other: "Agreed") -> "Agreed":
        return Agreed(self.same + other.same, self.of + other.of)

    @property
    def accuracy(self) -> float | None:
        """From 0 to 1; null if it was nowhere said."""
        return self.same / self.of if self.of else None


def compare(
    reference: Sequence[Annotation], other: Sequence[Annotation], *, mutual: bool = False
) -> Mapping[tuple[Layer, str], Agreed]:
    """Compare the fields of the annotations of one article that overlap, whatever their kinds.

    Args:
        reference: What is taken to be right.
        other: What is measured.
        mutual: Whether neither side is taken to be right, so that a field counts too where only
            the other side says something of it.
    """
    counted: dict[tuple[Layer, str], Agreed] = defaultdict(Agreed)
    for layer in FIELDS:
        for pair in paired_in(layer, reference, other).pairs:
            for name, same in agreements(*pair, mutual=mutual):
                counted[layer, name] += Agreed(int(same), 1)
    return counted


def agreements(
    one: Annotation, other: Annotation, *, mutual: bool = False
) -> Iterator[tuple[str, bool]]:
    """The fields of a pair of which the reference says something, and whether they are the same.

    Args:
        one: Of the reference.
        other: What is measured.
        mutual: As in `compare`.
    """
    for name, same in FIELDS[one.layer].items():
        verdict = _verdict(same, one, other, mutual=mutual)
        if verdict is not None:
            yield name, verdict


def differing(one: Annotation, other: Annotation, *, mutual: bool = False) -> Iterator[str]:
    """The names of the fields in which a pair differs; `mutual` as in `compare`."""
    return (name for name, same in agreements(one, other, mutual=mutual) if not same)


def summed(
    comparisons: Iterable[Mapping[tuple[Layer, str], Agreed]],
) -> Mapping[tuple[Layer, str], Agreed]:
    """The comparisons of several articles together."""
    together: dict[tuple[Layer, str], Agreed] = defaultdict(Agreed)
    for each in comparisons:
        for field, agreed in each.items():
            together[field] += agreed
    return together


def _verdict(same: Same, one: Annotation, other: Annotation, *, mutual: bool) -> bool | None:
    """Whether a field is the same; asked the other way round too if both sides weigh the same."""
    verdict = same(one, other)
    return same(other, one) if verdict is None and mutual else verdict


def _kind(one: Annotation, other: Annotation) -> bool:
    return one.kind == other.kind


def _said(name: str) -> Same:
    """Compare the words of a field as `folded` has them, where the reference has some."""

    def same(one: Annotation, other: Annotation) -> bool | None:
        wanted, there = getattr(one, name), getattr(other, name)
        return None if wanted is None else folded(wanted) == folded(there)

    return same


def _value(name: str) -> Same:
    """Compare a field that always says something."""
    return lambda one, other: bool(getattr(one, name) == getattr(other, name))


def _flag(name: str) -> Same:
    """Compare a flag, where either side has raised it: few do, and unraised ones all agree."""

    def same(one: Annotation, other: Annotation) -> bool | None:
        wanted, there = getattr(one, name), getattr(other, name)
        return bool(wanted == there) if wanted or there else None

    return same


def _overlap(name: str) -> Same:
    """Compare a span within an annotation, where the reference has it: one character is enough."""

    def same(one: Annotation, other: Annotation) -> bool | None:
        wanted, there = getattr(one, name), getattr(other, name)
        return None if wanted is None else _touch(wanted, there)

    return same


def _touch(one: Span, other: Span | None) -> bool:
    return other is not None and one.start < other.end and other.start < one.end


def folded(value: str | None) -> str | None:
    """Words of a field without what does not count: case, blanks, and an article before them."""
    if value is None:
        return None
    words = value.casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)


_ARTICLES = ("the", "a", "an")

FLAGS = ("negated", "hypothetical", "subset", "incremental", "cumulative", "historical")
"""Fields of a figure that are true or not."""

FIELDS: Mapping[Layer, Mapping[str, Same]] = {
    Entity.layer: {"label": _kind, "name": _said("name")},
    Quote.layer: {
        "type": _kind,
        "speaker": _overlap("speaker"),
        "cue": _overlap("cue"),
        "speaker_name": _said("speaker_name"),
    },
    CasualtyFigure.layer: {
        "category": _kind,
        "count": _value("count"),
        "qualifier": _value("qualifier"),
        "victim_type": _said("victim_type"),
        "place": _said("place"),
        "date": _said("date"),
        "claimed_by": _said("claimed_by"),
        **{name: _flag(name) for name in FLAGS},
    },
}
"""What is compared in each layer, by the names that the interchange format uses."""
