"""The disagreements that a person settles one after the other, and how far they are. Pure."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from annotations.measure.differences import Difference
from annotations.measure.disagreements import Settled, Verdict, key_of

How = tuple[Verdict, tuple[int, ...]]
"""How a disagreement was settled, and the ids of what stands in its place."""


@dataclass(frozen=True, slots=True)
class Case:
    """One disagreement."""

    article_id: str
    difference: Difference
    disagreement: str
    """What tells it from the others of the article."""

    @classmethod
    def of(cls, article_id: str, difference: Difference) -> "Case":
        """The case that a disagreement of an article is."""
        return cls(article_id, difference, key_of(difference))

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from all others."""
        return self.article_id, self.disagreement


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a person is."""

    number: int
    """Of the case in front, counted from 1."""
    total: int
    settled: int
    here: int
    """Cases in the same article."""
    here_settled: int


class Docket:
    """All cases in reading order, one of them in front, and how those that are settled were."""

    def __init__(
        self, cases: Sequence[Case], *, names: tuple[str, str], in_place: bool = False
    ) -> None:
        """Args:
        cases: Article by article, each in reading order.
        names: What the two sides are called.
        in_place: Whether the first side itself is edited; else a store of its own is filled.
        """
        self.cases = cases
        self.names = names
        self.in_place = in_place
        self.at = 0
        """The index of the case in front."""
        self._how: dict[tuple[str, str], How] = {}
        self._in_article = Counter(each.article_id for each in cases)
        self._known = {each.key for each in cases}

    @property
    def current(self) -> Case:
        """The case in front."""
        return self.cases[self.at]

    def how(self, case: Case) -> How | None:
        """How a case was settled; null if it is open."""
        return self._how.get(case.key)

    def settled(self, case: Case) -> Settled | None:
        """The same, as the store knows it."""
        how = self.how(case)
        if how is None:
            return None
        return Settled(difference=case.difference, verdict=how[0], annotations=how[1])

    @property
    def verdicts(self) -> Mapping[tuple[str, str], How]:
        """How all cases stand that are settled."""
        return dict(self._how)

    def take(self, how: Mapping[tuple[str, str], How]) -> None:
        """Learn how all cases stand."""
        self._how = {key: each for key, each in how.items() if key in self._known}

    def go_to_changed(self, before: Mapping[tuple[str, str], How]) -> None:
        """Go to the first case that stands otherwise than before, if one does."""
        changed = (
            at
            for at, case in enumerate(self.cases)
            if before.get(case.key) != self._how.get(case.key)
        )
        self.at = next(changed, self.at)

    def put(self, case: Case, how: How) -> None:
        """Learn how one case was settled."""
        self._how[case.key] = how

    @property
    def progress(self) -> Progress:
        """How far a person is."""
        article = self.current.article_id
        return Progress(
            number=self.at + 1,
            total=len(self.cases),
            settled=len(self._how),
            here=self._in_article[article],
            here_settled=sum(article_id == article for article_id, _ in self._how),
        )

    def go(self, step: int) -> bool:
        """Go so many cases further, or as far as there are any; tells whether there were."""
        wanted = self.at + step
        self.at = min(max(0, wanted), len(self.cases) - 1)
        return self.at == wanted

    def go_to_open(self, step: int, *, round_the_end: bool = True) -> bool:
        """Go to the next case that is open (1), or the one before (-1); tells whether one is.

        Args:
            step: The direction.
            round_the_end: Whether those on the other side are looked at too.
        """
        return self._seek(step, lambda case: self.how(case) is None, round_the_end=round_the_end)

    def go_to_first_open(self) -> None:
        """Go to the first case that is open; to the first of all, if none is."""
        self.at = len(self.cases) - 1
        if not self.go_to_open(1):
            self.at = 0

    def go_to_article(self, step: int) -> bool:
        """Go to the first case of the next article (1) or the one before (-1), if there is one."""
        article = self.current.article_id
        found = self._seek(step, lambda case: case.article_id != article, round_the_end=False)
        if found and step < 0:
            article = self.current.article_id
            while self.at and self.cases[self.at - 1].article_id == article:
                self.at -= 1
        return found

    def _seek(self, step: int, fits: Callable[[Case], bool], *, round_the_end: bool) -> bool:
        count = len(self.cases)
        for far in range(1, count + 1):
            wanted = self.at + step * far
            if not round_the_end and not 0 <= wanted < count:
                return False
            if fits(self.cases[wanted % count]):
                self.at = wanted % count
                return True
        return False
