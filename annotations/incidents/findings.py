"""An incident as a coder asks about it."""

from dataclasses import dataclass

from annotations.incidents.dates import Period, period_of
from annotations.incidents.grouping import Incident
from annotations.incidents.mentions import Report
from annotations.incidents.numbers import Numbers, Said, independent, left_out, numbers_of, said
from annotations.model import CasualtyFigure, Category, VagueRule
from annotations.summary import word_of

COMBATANTS = frozenset({"soldier", "militant"})
"""Types of victims who are no civilians in any project's terms."""
CIVILIANS = frozenset({"civilian"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """An incident, and how its vague words are counted."""

    incident: Incident
    vague_rule: VagueRule | None = VagueRule.DEFAULT
    """Null to leave vague words without a number."""

    def said(
        self,
        category: str,
        *,
        only: frozenset[str] | None = None,
        but: frozenset[str] = frozenset(),
        parts: bool = False,
    ) -> list[Said]:
        """What reports say, of all people, only of some types, or of all but some types."""

        def takes(figure: CasualtyFigure) -> bool:
            kind = figure.victim_type
            return kind not in but and (only is None or kind in only)

        return said(self.incident, category, vague_rule=self.vague_rule, takes=takes, parts=parts)

    def numbers(
        self,
        category: str,
        *,
        only: frozenset[str] | None = None,
        but: frozenset[str] = frozenset(),
        parts: bool = False,
    ) -> Numbers:
        """The same as numbers."""
        return numbers_of(self.said(category, only=only, but=but, parts=parts))

    @property
    def period(self) -> Period | None:
        """When it was as the texts state it."""
        return period_of(self.incident.date) if self.incident.date else None

    @property
    def day(self) -> str | None:
        """The first day of it, else the day of the first report."""
        published = self.incident.first_published
        return self.period.start if self.period else published and published[:10]

    @property
    def reports(self) -> list[Report]:
        """Every report once, without its copies."""
        return [report for report, _ in independent(self.incident.mentions)]

    @property
    def sources(self) -> list[str]:
        """Who published them, each once."""
        return list(dict.fromkeys(each.source for each in self.reports if each.source))

    @property
    def categories(self) -> list[str]:
        """What its figures count, in the usual order."""
        found = {each.figure.category for each in self.incident.mentions}
        return [each for each in Category if each in found]

    @property
    def claims(self) -> str:
        """Who says what in which report: `killed: 40 (the army), The Courier 2016-10-20`."""
        return "; ".join(filter(None, map(self.claims_of, self.categories)))

    def claims_of(self, category: str) -> str:
        """The same of one category; empty if nobody says anything that is no part."""
        listed = (
            ", ".join((f"{category}: {' | '.join(map(str, each.claims))}", _named(each.report)))
            for each in self.said(category)
        )
        return "; ".join(listed)

    @property
    def vague_words(self) -> str:
        """The vague words among the figures, each once."""
        found = (each.figure for each in self.incident.mentions)
        return "; ".join(
            dict.fromkeys(
                f"{word_of(each)} {each.category}" for each in found if each.vague_rule is not None
            )
        )

    @property
    def left_out(self) -> str:
        """The figures that are in no number: `2 a part of another; 1 denied`."""
        return "; ".join(f"{count} {why}" for why, count in left_out(self.incident).items())


def _named(report: Report) -> str:
    named = (report.source or report.article_id, report.day)
    return " ".join(filter(None, named))
