"""How good a machine was where people have decided on what it suggested."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from annotations.measure.bootstrap import BLOCKS, Interval, interval
from annotations.measure.counting import ALL, NUMBERS, Group, is_number, with_totals
from annotations.measure.decision_counts import Counts, Field, count_article
from annotations.measure.decisions import By, DecidedArticle, Verdict
from annotations.measure.fields import Agreed
from annotations.measure.tallies import Tally, exact
from annotations.model import Confidence, Layer


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedRow:
    """What was decided on the suggestions of a layer that have something in common."""

    layer: Layer
    key: str
    """What they have in common; by kind also `all` of them, or all `numbers`."""
    verdicts: Mapping[Verdict, int]
    """How many there are of each; of those added, what the machine has missed."""
    tally: Tally
    """Over all articles with decisions; only precision follows from it."""
    complete: Tally | None
    """Over articles that are reviewed in full; null where recall cannot be told."""
    precision_lies: Interval | None
    """Between what precision lies; null if it cannot be told."""
    f1_lies: Interval | None
    """Between what F1 lies, over the articles that are reviewed in full."""

    @property
    def decided(self) -> int:
        """How many suggestions were decided on."""
        return sum(self.verdicts.values()) - self.verdicts.get(Verdict.ADDED, 0)

    @property
    def precision(self) -> float | None:
        """What part of the suggestions covers the right stretch and is of the right kind."""
        return exact(self.tally).precision

    @property
    def recall(self) -> float | None:
        """What part of what is right was suggested so, where articles are reviewed in full."""
        return None if self.complete is None else exact(self.complete).recall

    @property
    def f1(self) -> float | None:
        """Of precision and recall where articles are reviewed in full."""
        return None if self.complete is None else exact(self.complete).f1


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedEvaluation:
    """How good a machine was where it was checked."""

    by: By
    articles: int
    """In which anything was decided."""
    complete: int
    """Of these, reviewed in full."""
    rows: tuple[DecidedRow, ...]
    """By layer; in a layer all kinds first, then each, the most frequent first; rules and detectors
    by how many of their suggestions were wrong."""
    fields: Mapping[Field, Agreed]
    """Of suggestions that share a character with what is right, in how many a field is right."""
    changed: Mapping[Field, int]
    """In how many suggestions a field was corrected; `span` is where they begin and end."""
    unknown: Mapping[Layer, int]
    """Corrections that are left out, because nobody knows what they have corrected."""


def evaluate_decisions(
    articles: Iterable[DecidedArticle], *, by: By = By.KIND
) -> DecidedEvaluation:
    """Measure what was suggested in many articles, of which one at a time is held.

    Args:
        articles: In any order, with what was accepted counted by the same.
        by: What suggestions are told apart by.
    """
    blocks: list[Counts] = []
    for place, article in enumerate(articles):
        if len(blocks) < BLOCKS:
            blocks.append(Counts())
        blocks[place % BLOCKS].add(count_article(article, by))
    return evaluate_counts(blocks, by=by)


def evaluate_counts(
    blocks: Sequence[Counts], *, by: By = By.KIND, sure: bool = True
) -> DecidedEvaluation:
    """Measure what was counted in many articles.

    Args:
        blocks: What was counted in each article, or in as many as make a block.
        by: What suggestions were told apart by.
        sure: Whether it is told between what the measures lie, which takes a second or two.
    """
    parts = [_with_totals(block, by) for block in blocks] if sure else []
    together = Counts()
    for block in blocks:
        together.add(block)
    together = _with_totals(together, by)
    return DecidedEvaluation(
        by=by,
        articles=together.articles,
        complete=together.whole,
        rows=tuple(_row(group, together, parts) for group in _ordered(together, by)),
        fields=together.fields,
        changed=together.changed,
        unknown=together.unknown,
    )


def _with_totals(counts: Counts, by: By) -> Counts:
    """The same, by kind also with all kinds of a layer together."""
    if by is not By.KIND:
        return counts
    verdicts = counts.verdicts.copy()
    for (layer, kind, verdict), number in counts.verdicts.items():
        total = NUMBERS if is_number(layer, kind) else ALL
        verdicts[layer, total, verdict] += number
    return replace(
        counts,
        verdicts=verdicts,
        tallies=dict(with_totals(counts.tallies)),
        complete=dict(with_totals(counts.complete)),
    )


def _row(group: Group, together: Counts, blocks: Sequence[Counts]) -> DecidedRow:
    nothing = Tally()
    every = [block.tallies.get(group, nothing) for block in blocks]
    whole = [block.complete.get(group, nothing) for block in blocks if block.whole]
    return DecidedRow(
        layer=group[0],
        key=group[1],
        verdicts={each: together.verdicts.get((*group, each), 0) for each in Verdict},
        tally=together.tallies.get(group, nothing),
        complete=together.complete.get(group),
        precision_lies=interval([(each.exact, each.found) for each in every]),
        f1_lies=interval([(2 * each.exact, each.expected + each.found) for each in whole]),
    )


def _ordered(counts: Counts, by: By) -> list[Group]:
    """By layer; in it all kinds first, then the most frequent ones, or those most often wrong."""
    # Of kinds that suggestions were only corrected to, recall is known all the same.
    sizes: Counter[Group] = Counter(dict.fromkeys(counts.complete, 0))
    for (layer, key, verdict), number in counts.verdicts.items():
        sizes[layer, key] += number if by is By.KIND or verdict in _WRONG else 0
    layers, first = list(Layer), _FIRST.get(by, ())

    def rank(group: Group) -> tuple[int, int, int, str]:
        layer, key = group
        place = first.index(key) if key in first else len(first)
        return layers.index(layer), place, -sizes[group], key

    return sorted(sizes, key=rank)


_WRONG = (Verdict.CORRECTED, Verdict.REJECTED)
_FIRST: Mapping[By, Sequence[str]] = {By.KIND: (ALL, NUMBERS), By.CONFIDENCE: tuple(Confidence)}
"""What comes first, however frequent it is."""
