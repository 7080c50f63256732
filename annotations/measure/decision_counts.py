"""Decisions of people counted: what became of suggestions, and how right these were.

What the machine said and what is right are paired as two files are, so that figures from a store
can be held against those from files.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from annotations.measure.counting import Group, is_number
from annotations.measure.decisions import (
    Accepted,
    By,
    Decided,
    DecidedArticle,
    Verdict,
    key_of,
)
from annotations.measure.fields import Agreed, agreements
from annotations.measure.pairing import Pairing, is_exact, paired
from annotations.measure.tallies import Tally
from annotations.model import Annotation, Layer

Field = tuple[Layer, str, str]
"""A field of the annotations of a group: layer, what they are told apart by, name."""


@dataclass(slots=True)
class Counts:
    """What was counted in articles; grows."""

    verdicts: Counter[tuple[Layer, str, Verdict]] = field(default_factory=Counter)
    tallies: dict[Group, Tally] = field(default_factory=lambda: defaultdict(Tally))
    """Of all articles; only what they say of precision is to be trusted."""
    complete: dict[Group, Tally] = field(default_factory=lambda: defaultdict(Tally))
    """Of those that are reviewed in full, without numbers and dates, which nobody reviews."""
    fields: dict[Field, Agreed] = field(default_factory=lambda: defaultdict(Agreed))
    changed: Counter[Field] = field(default_factory=Counter)
    """How often each field was corrected."""
    articles: int = 0
    whole: int = 0
    """Of these articles, reviewed in full."""
    unknown: Counter[Layer] = field(default_factory=Counter)
    """Corrections that are left out, because nobody knows what they have corrected."""

    def add(self, other: "Counts") -> None:
        """Count in what was counted elsewhere."""
        self.articles += other.articles
        self.whole += other.whole
        self.unknown.update(other.unknown)
        self.verdicts.update(other.verdicts)
        self.changed.update(other.changed)
        for group, tally in other.tallies.items():
            self.tallies[group] += tally
        for group, tally in other.complete.items():
            self.complete[group] += tally
        for name, agreed in other.fields.items():
            self.fields[name] += agreed


def count_article(article: DecidedArticle, by: By) -> Counts:
    """Count the decisions in an article.

    Args:
        article: With what was accepted counted by the same.
        by: What suggestions are told apart by.
    """
    counts = Counts(articles=1, whole=int(article.is_complete), unknown=Counter(article.unknown))
    is_complete = article.is_complete and by is By.KIND  # what is missing has no rule, or the like
    for each in article.accepted:
        _count_accepted(counts, each, by, is_complete=is_complete)
    for one in article.decided:
        _count_decided(counts, one, by)
    sides = _sides(article.decided)
    for layer in {each.layer for side in sides for each in side}:
        mine, theirs = ([each for each in side if each.layer is layer] for side in sides)
        tallies = _tallies(paired(mine, theirs, same_kind=True), by)
        _add_tallies(counts, tallies, is_complete=is_complete)
        for right, found in paired(mine, theirs, same_kind=False).pairs:
            _count_fields(counts, right, found, by)
    return counts


def _count_accepted(counts: Counts, accepted: Accepted, by: By, *, is_complete: bool) -> None:
    group, number = (accepted.layer, accepted.key), accepted.number
    counts.verdicts[(*group, Verdict.ACCEPTED)] += number
    expected = number if by is By.KIND else 0
    tally = Tally(expected, found=number, exact=number, overlapping=number)
    _add_tallies(counts, {group: tally}, is_complete=is_complete)
    for name, said in accepted.said.items():
        if said:
            counts.fields[(*group, name)] += Agreed(said, said)


def _count_decided(counts: Counts, decided: Decided, by: By) -> None:
    is_there = decided.found or decided.right
    assert is_there is not None
    key = key_of(is_there, by) if decided.found is not None or by is By.KIND else None
    if key is None:
        return
    counts.verdicts[is_there.layer, key, decided.verdict] += 1
    counts.changed.update((is_there.layer, key, name) for name in decided.changed())


def _sides(decided: Iterable[Decided]) -> tuple[list[Annotation], list[Annotation]]:
    """What is right, and what the machine has said."""
    there = list(decided)
    right = [each.right for each in there if each.right is not None]
    return right, [each.found for each in there if each.found is not None]


def _tallies(pairing: Pairing, by: By) -> Mapping[Group, Tally]:
    counted: dict[Group, Tally] = defaultdict(Tally)
    for one in (*(right for right, _ in pairing.pairs), *pairing.missed):
        if by is By.KIND:
            counted[one.layer, one.kind] += Tally(expected=1)
    for one in pairing.spurious:
        _tally(counted, one, by, Tally(found=1))
    for right, one in pairing.pairs:
        exact = int(is_exact(right, one))
        _tally(counted, one, by, Tally(found=1, exact=exact, overlapping=1))
    return counted


def _tally(counted: dict[Group, Tally], found: Annotation, by: By, tally: Tally) -> None:
    key = key_of(found, by)
    if key is not None:
        counted[found.layer, key] += tally


def _add_tallies(counts: Counts, tallies: Mapping[Group, Tally], *, is_complete: bool) -> None:
    for group, tally in tallies.items():
        counts.tallies[group] += tally
        if is_complete and not is_number(*group):
            counts.complete[group] += tally


def _count_fields(counts: Counts, right: Annotation, found: Annotation, by: By) -> None:
    key = key_of(found, by)
    if key is not None:
        for name, same in agreements(right, found):
            counts.fields[right.layer, key, name] += Agreed(int(same), 1)
