"""All measures of one set of annotations against another, over many articles."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotations.measure import fields
from annotations.measure.bootstrap import Interval, interval
from annotations.measure.counting import ALL, NUMBERS, Group, added, count
from annotations.measure.fields import Agreed
from annotations.measure.tallies import Tally
from annotations.model import Annotation, Layer

Sides = tuple[Sequence[Annotation], Sequence[Annotation]]
"""The annotations of an article: of the reference, and of the side that is measured."""


@dataclass(frozen=True, slots=True)
class Row:
    """What was counted of a layer and kind, and how sure its F1 is."""

    layer: Layer
    kind: str
    """A label, type or category; `all` of them, or all `numbers`."""
    tally: Tally
    exact: Interval | None
    """Of the F1 with the same stretch; null if it cannot be told."""
    overlapping: Interval | None
    """Of the F1 with a shared character."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How good one side is, the other being taken to be right."""

    articles: int
    rows: tuple[Row, ...]
    """By layer; in a layer all kinds first, then each, the most frequent first."""
    fields: Mapping[tuple[Layer, str], Agreed]


def evaluate(articles: Iterable[Sides]) -> Evaluation:
    """Measure the annotations of many articles.

    Args:
        articles: Of each what is right, and what is measured.
    """
    counts: list[Mapping[Group, Tally]] = []
    compared: list[Mapping[tuple[Layer, str], Agreed]] = []
    for reference, other in articles:
        counts.append(count(reference, other))
        compared.append(fields.compare(reference, other))
    return Evaluation(articles=len(counts), rows=rows(counts), fields=fields.summed(compared))


def rows(counts: Sequence[Mapping[Group, Tally]]) -> tuple[Row, ...]:
    """What was counted in all articles together, by layer and kind.

    Args:
        counts: Of each article.
    """
    together = added(counts)
    return tuple(_row(group, together[group], counts) for group in _ordered(together))


def _row(group: Group, tally: Tally, counts: Sequence[Mapping[Group, Tally]]) -> Row:
    parts = [each.get(group, Tally()) for each in counts]
    # F1 = 2 · right / (expected + found), a ratio of sums over articles.
    return Row(
        *(*group, tally),
        exact=interval([(2 * each.exact, each.expected + each.found) for each in parts]),
        overlapping=interval(
            [(2 * each.overlapping, each.expected + each.found) for each in parts]
        ),
    )


def _ordered(counts: Mapping[Group, Tally]) -> list[Group]:
    layers, totals = list(Layer), (ALL, NUMBERS)

    def rank(group: Group) -> tuple[int, int, int, str]:
        layer, kind = group
        place = totals.index(kind) if kind in totals else len(totals)
        return layers.index(layer), place, -counts[group].expected, kind

    return sorted(counts, key=rank)
