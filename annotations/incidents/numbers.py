"""What the reports of an incident say in numbers. Nothing is ever added up."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from annotations.incidents.grouping import Incident
from annotations.incidents.mentions import Mention, Report
from annotations.incidents.vague_words import counted
from annotations.model import CasualtyFigure, Count, VagueRule
from annotations.summary import Claim, summarize

Takes = Callable[[CasualtyFigure], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one report says in one category."""

    report: Report
    own: Claim
    """The report's own figure, as `annotations.summary` finds it."""
    rivals: tuple[Claim, ...] = ()
    """What those say whom it cites for something else."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All of them, its own first."""
        return (self.own, *self.rivals)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The numbers of an incident; each null where nobody says one."""

    low: int | None
    """The least of what any source says at the least."""
    high: int | None
    """The most of what any source says at the most, or says if it sets no bound."""
    best: int | None
    """What most reports say as their own; null if as many say something else."""


def said(
    incident: Incident,
    category: str,
    *,
    vague_rule: VagueRule | None,
    takes: Takes = lambda figure: True,
    parts: bool = False,
) -> list[Said]:
    """What each report of an incident says, copies of one report once.

    Args:
        incident: The figures.
        category: Which of them.
        vague_rule: How vague words are counted.
        takes: Which figures are of people that are asked for.
        parts: Whether those that are a part of another figure count as well.
    """
    found = []
    for report, figures in independent(incident.mentions):
        taken = [_of(each, vague_rule, parts) for each in figures if takes(each)]
        tolls = summarize(
            each for each in taken if each.category == category and not each.incremental
        )
        found += [Said(report=report, own=toll.own, rivals=toll.rivals) for toll in tolls]
    return found


def _of(figure: CasualtyFigure, rule: VagueRule | None, parts: bool) -> CasualtyFigure:
    with_count = counted(figure, rule)
    return replace(with_count, subset=False, part_of=None) if parts else with_count


def independent(mentions: Iterable[Mention]) -> Iterator[tuple[Report, list[CasualtyFigure]]]:
    """The figures of each report: of its copies that of which they are, else the first."""
    reports: dict[str, dict[str, list[Mention]]] = {}
    for each in mentions:
        articles = reports.setdefault(each.report.original, {})
        articles.setdefault(each.report.article_id, []).append(each)
    for original, articles in reports.items():
        taken = articles.get(original) or next(iter(articles.values()))
        yield taken[0].report, [each.figure for each in taken]


def numbers_of(found: Iterable[Said]) -> Numbers:
    """The least, the most and the usual of what reports say."""
    found = list(found)
    counts = [claim.figure.count for each in found for claim in each.claims]
    lows = [each.best if each.low is None else each.low for each in counts if not _is_capped(each)]
    highs = [each.best if each.high is None else each.high for each in counts]
    return Numbers(
        low=min((each for each in lows if each is not None), default=None),
        high=max((each for each in highs if each is not None), default=None),
        best=_usual(each.own.figure.count.best for each in found),
    )


def _is_capped(count: Count) -> bool:
    """Whether only the most is said ("up to 30")."""
    return count.low is None and count.high is not None


def _usual(values: Iterable[int | None]) -> int | None:
    ranked = Counter(each for each in values if each is not None).most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def left_out(incident: Incident) -> dict[str, int]:
    """How many figures are in no number, by why."""
    counts: Counter[str] = Counter()
    taken = {each.article_id for each, _ in independent(incident.mentions)}
    for each in incident.mentions:
        why = "in a copy" if each.report.article_id not in taken else _why(each.figure)
        if why:
            counts[why] += 1
    return dict(sorted(counts.items()))


def _why(figure: CasualtyFigure) -> str | None:
    reasons = (
        (figure.negated, "denied"),
        (figure.hypothetical, "only feared or possible"),
        (figure.historical, "of an earlier event"),
        (figure.rate is not None, "a rate"),
        (figure.subset or figure.part_of is not None, "a part of another"),
        (figure.incremental, "an addition"),
    )
    return next((why for holds, why in reasons if holds), None)
