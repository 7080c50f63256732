"""What can be plotted of a name over time, and which passages stand behind it. Pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from annotations.store.names.profiles import Passage, PassageKind
from annotations.store.names.timelines import Day
from reader.plots.periods import Unit, period_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One thing that is counted by period."""

    name: str
    """As it is called in the heading."""
    unit: str
    """What one of it is called before a number that says how many."""
    of: Callable[[Day], int]
    together: Callable[[Iterable[int]], int] = sum
    """What several days make."""
    kind: PassageKind | None = None
    """The kind of the passages that it counts; null for all."""
    category: str | None = None
    """The category of the figures that it counts; null for all."""

    def counts(self, passage: Passage) -> bool:
        """Whether a passage is behind the bars."""
        return self.kind in (None, passage.kind) and self.category in (None, passage.category)


def _highest(numbers: Iterable[int]) -> int:
    return max(numbers, default=0)


def _toll(category: str) -> Measure:
    """The highest figure: articles repeat each other, so that their sum would mean nothing."""
    return Measure(
        name=f"{category.capitalize()} (highest figure)",
        unit=category,
        of=attrgetter(category),
        together=_highest,
        kind=PassageKind.FIGURE,
        category=category,
    )


ARTICLES = Measure(name="Articles", unit="article", of=attrgetter("articles"))
MEASURES = (
    ARTICLES,
    Measure(name="Quotes", unit="quote", of=attrgetter("quotes"), kind=PassageKind.QUOTE),
    _toll("killed"),
    _toll("injured"),
)


def measured(days: Sequence[Day]) -> list[Measure]:
    """What there is of a name: articles, and whatever else any day has."""
    return [each for each in MEASURES if each is ARTICLES or any(map(each.of, days))]


def values(days: Iterable[Day], measure: Measure, unit: Unit, periods: Sequence[str]) -> list[int]:
    """What each of some periods has; days that are not known that exactly are left out."""
    found: dict[str, list[int]] = {period: [] for period in periods}
    for each in days:
        period = period_of(each.day, unit)
        if period in found:
            found[period].append(measure.of(each))
    return [measure.together(found[period]) for period in periods]


def number_of(measure: Measure, number: int) -> str:
    """A value in words: "12 articles", "1 quote", "40 killed"."""
    plural = "s" if measure.together is sum and number != 1 else ""
    return f"{number:,} {measure.unit}{plural}"


def behind(
    passages: Iterable[Passage], measure: Measure, unit: Unit, period: str | None
) -> list[Passage]:
    """The passages that a measure counts, in a period or in all."""
    return [
        each
        for each in passages
        if measure.counts(each)
        and (period is None or period_of(each.published or "", unit) == period)
    ]
