"""Where two sets of annotations of one article differ, one by one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotations.measure.counting import paired_in
from annotations.measure.fields import differing
from annotations.measure.pairing import is_exact
from annotations.model import Annotation, Layer


@dataclass(frozen=True, slots=True)
class Difference:
    """An annotation of one side without a partner, or two that are not the same."""

    first: Annotation | None
    """Null if the first side has nothing there."""
    second: Annotation | None
    """Null if the second side has nothing there."""
    fields: tuple[str, ...] = ()
    """The fields in which two differ; their kind is one."""

    @property
    def there(self) -> tuple[Annotation, ...]:
        """What there is: one or two annotations."""
        return tuple(each for each in (self.first, self.second) if each is not None)

    @property
    def layer(self) -> Layer:
        """The layer that it is in."""
        return self.there[0].layer

    @property
    def at(self) -> tuple[int, int]:
        """The stretch of text that both cover together."""
        return min(each.start for each in self.there), max(each.end for each in self.there)

    @property
    def is_of_stretch(self) -> bool:
        """Whether there are two, which begin or end at different places."""
        return len(self.there) == 2 and not is_exact(*self.there)


def differences(
    first: Sequence[Annotation], second: Sequence[Annotation], *, mutual: bool
) -> list[Difference]:
    """All differences of an article, in reading order.

    Annotations are paired whatever their kinds, so that another label is one difference and not
    two. What was rejected counts on neither side.

    Args:
        first: Of one side.
        second: Of the other.
        mutual: Whether a field differs too if only the second side says something of it.
    """
    found = (each for layer in Layer for each in _in_layer(layer, first, second, mutual=mutual))
    return sorted(found, key=lambda difference: difference.at)


def _in_layer(
    layer: Layer, first: Sequence[Annotation], second: Sequence[Annotation], *, mutual: bool
) -> Iterator[Difference]:
    pairing = paired_in(layer, first, second)
    yield from (Difference(each, None) for each in pairing.missed)
    yield from (Difference(None, each) for each in pairing.spurious)
    for pair in pairing.pairs:
        difference = between(*pair, mutual=mutual)
        if difference.fields or difference.is_of_stretch:
            yield difference


def between(first: Annotation | None, second: Annotation | None, *, mutual: bool) -> Difference:
    """What differs between what both sides have at one place; null where a side has nothing."""
    if first is None or second is None:
        return Difference(first, second)
    return Difference(first, second, tuple(differing(first, second, mutual=mutual)))
