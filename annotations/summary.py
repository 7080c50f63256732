"""What an article as a whole says happened to people: its own figures, and who says otherwise.

Pure: figures in, tolls out. Nothing is added up, because an article repeats itself and gives
parts beside their sums.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from annotations.model import CasualtyFigure, Category, Status

_ORDER: dict[str, int] = {category: place for place, category in enumerate(Category)}
_STATED, _ADDED, _IMPLICIT, _NONE = range(4)
"""Kinds of figures that can be an article's own, the best first."""
_INEXACT = {"about": "about ", "nearly": "nearly ", "less_than": "under "}
"""Qualifiers that the bounds of a count do not tell, and how they are put before it."""
_ARTICLES = ("The", "A", "An")
_RIVALS_NAMED, _SOURCES_NAMED = 5, 3
"""Rival claims, and sources of one claim, that are written out; long reports have hundreds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A number of people, and who states it; as a string `40 (the army, the UN)`."""

    figure: CasualtyFigure
    """Where it is stated first."""
    sources: tuple[str, ...] = ()
    """Who claims it, each once, in the order of the text; empty if the article does not say."""

    def __str__(self) -> str:
        number, more = number_of(self.figure), len(self.sources) - _SOURCES_NAMED
        named = ", ".join(self.sources[:_SOURCES_NAMED])
        if not named:
            return number
        return f"{number} ({named} and {more:,} more)" if more > 0 else f"{number} ({named})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """What an article says of one category."""

    category: str
    """A `Category`."""
    own: Claim
    """The article's own figure."""
    rivals: tuple[Claim, ...] = ()
    """What other sources say instead, each by its own figure."""

    @property
    def brief(self) -> str:
        """The article's own figure alone: `12+ killed`."""
        if _is_none(self.own.figure) and self.category == Category.CASUALTIES:
            return f"no {self.category}"
        return f"{number_of(self.own.figure)} {self.category}"

    @property
    def claims(self) -> str:
        """The first claims and their sources: `40 (the army); 7 (the mayor) and 2 more claims`."""
        named = "; ".join(map(str, (self.own, *self.rivals[:_RIVALS_NAMED])))
        more = len(self.rivals) - _RIVALS_NAMED
        return f"{named} and {more:,} more claim{'s' * (more > 1)}" if more > 0 else named

    @property
    def full(self) -> str:
        """The category and the claims: `killed 40 (the army); 7 (the rebels)`."""
        return f"{self.category} {self.claims}"


def summarize(figures: Iterable[CasualtyFigure]) -> tuple[Toll, ...]:
    """The tolls of an article, in the order of `Category`, those that count nobody last.

    Only what the article asserts of its own event competes: no figure that is rejected, negated,
    hypothetical, historical, a part of another or a rate. Additions ("three more") compete only
    among themselves, where nothing else is stated; figures without a number only where there are
    no additions either; and where all that is said is that there were none, it says so.

    The number that is stated most often wins, of the same people in the same place as far as that
    is said, and of equals the one mentioned first. It is never the largest, nor does a running
    total ("bringing the toll to 400") outrank others: in a study of news articles made for
    closeread, the first or most frequent figure was the exact number of injured for .52 and .51 of
    them, the largest for .42. But a running total is out of date where a greater number follows, of
    the same people and by the same source as far as that is said; a page that is written hour by
    hour states one after the other.

    What is still suggested counts as much as what a person has decided, so that an article that is
    half reviewed says what it would if the rest were accepted: that one figure was looked at
    does not make it the article's own, and what is wrong is out as soon as it is rejected.

    A rival claim is the figure of a source that does not claim the article's own, chosen by the
    same rule among what that source states.

    Args:
        figures: All casualty figures of one article.
    """
    kinds: dict[str, dict[int, list[CasualtyFigure]]] = {}
    for figure in sorted(figures, key=lambda each: (each.start, -each.end)):
        kind = _kind(figure)
        if kind is not None:
            kinds.setdefault(figure.category, {}).setdefault(kind, []).append(figure)
    tolls = (_toll(category, found[min(found)]) for category, found in kinds.items())
    return tuple(sorted(tolls, key=_place))


def number_of(figure: CasualtyFigure) -> str:
    """How many, as short as can be: `12`, `12+`, `10–15`, `up to 30`, `about 50`, `3 more`, `none`.

    A vague word is always given as the word, never as the number that some rule gives it.
    """
    if _is_none(figure):
        return "none"
    number = word_of(figure) if figure.vague_rule is not None else _in_digits(figure)
    return f"{number} more" if figure.incremental else number


def word_of(figure: CasualtyFigure) -> str:
    """The vague word itself: "dozens", "several hundred"."""
    start = figure.start if figure.num_start is None else figure.num_start
    end = figure.end if figure.num_end is None else figure.num_end
    word = figure.text[start - figure.start : end - figure.start]
    return " ".join(word.split()).lower()


def _kind(figure: CasualtyFigure) -> int | None:
    """Which kind of figure it is; null if it can never be the article's own."""
    if figure.status is Status.REJECTED or figure.hypothetical:
        return None
    if figure.historical or figure.subset or figure.rate:
        return None
    if _is_none(figure):
        return _NONE
    if figure.negated:
        return None
    if figure.implicit:
        return _IMPLICIT
    return _ADDED if figure.incremental else _STATED


def _place(toll: Toll) -> tuple[bool, int]:
    return _is_none(toll.own.figure), _ORDER.get(toll.category, len(_ORDER))


def _is_none(figure: CasualtyFigure) -> bool:
    return figure.count.best == 0


def _toll(category: str, figures: Sequence[CasualtyFigure]) -> Toll:
    current = _up_to_date(figures)
    own = _strongest(current)
    return Toll(category=category, own=own, rivals=tuple(_rivals(own, current)))


def _up_to_date(figures: Sequence[CasualtyFigure]) -> Sequence[CasualtyFigure]:
    """All but the running totals that a later, greater number of the same people exceeds.

    Args:
        figures: In the order of the text.
    """
    if not any(each.cumulative for each in figures):
        return figures
    current: list[CasualtyFigure] = []
    greatest: dict[Hashable, CasualtyFigure] = {}
    for each in reversed(figures):
        number = _number(each)
        if each.cumulative and any(
            _number(later) > number and _agree(each, later) and _is_of_one_mind(each, later)
            for later in greatest.values()
        ):
            continue
        current.append(each)
        people = (each.place, each.victim_type, each.claimed_by)
        if people not in greatest or number > _number(greatest[people]):
            greatest[people] = each
    return current[::-1]


def _number(figure: CasualtyFigure) -> int:
    """How many, to tell which is greater; a vague word is greater than nothing."""
    said = None if figure.vague_rule is not None else _said(figure)
    return max(said) if isinstance(said, tuple) else said if isinstance(said, int) else 0


def _is_of_one_mind(one: CasualtyFigure, other: CasualtyFigure) -> bool:
    """Whether two figures can be claims of the same source."""
    sources = (one.claimed_by, other.claimed_by)
    return None in sources or len({_party(each) for each in sources if each}) == 1


def _rivals(own: Claim, figures: Iterable[CasualtyFigure]) -> Iterable[Claim]:
    """The strongest claim of each source that does not claim the article's own figure."""
    heard = set(map(_party, own.sources))
    parties: dict[str, list[CasualtyFigure]] = {}
    for each in figures:
        if each.claimed_by and (party := _party(each.claimed_by)) not in heard:
            parties.setdefault(party, []).append(each)
    claims: dict[Hashable, Claim] = {}
    for claim in map(_strongest, parties.values()):
        said = _said(claim.figure)
        known = claims.setdefault(said, claim)
        if known is not claim:
            claims[said] = replace(known, sources=known.sources + claim.sources)
    return claims.values()


def _strongest(figures: Sequence[CasualtyFigure]) -> Claim:
    """What is said most often, of equals first."""
    said: dict[Hashable, list[CasualtyFigure]] = {}
    for each in figures:
        mentions = said.setdefault(_said(each), [])
        if not mentions or _agree(mentions[0], each):
            mentions.append(each)
    chosen = max(said.values(), key=len)[0]  # the first of equals
    sources: dict[str, str] = {}
    for each in figures:
        if each.claimed_by and _said(each) == _said(chosen) and _agree(chosen, each):
            sources.setdefault(_party(each.claimed_by), _within(each.claimed_by))
    return Claim(figure=chosen, sources=tuple(sources.values()))


def _within(source: str) -> str:
    """A source as it stands within a sentence: "the army", also where "The army" began one."""
    first, blank, rest = source.partition(" ")
    return f"{first.lower()}{blank}{rest}" if first in _ARTICLES else source


def _party(source: str) -> str:
    """A source under whichever name: "The army" is "the army"."""
    return source.casefold().removeprefix("the ")


def _said(figure: CasualtyFigure) -> Hashable:
    """What two figures share that state the same number; "12" and "at least 12" do."""
    low, high, best = figure.count.low, figure.count.high, figure.count.best
    if figure.vague_rule is not None:
        return word_of(figure)
    if low is not None and high is not None and low < high:
        return low, high
    return next((each for each in (best, low, high) if each is not None), None)


def _agree(one: CasualtyFigure, other: CasualtyFigure) -> bool:
    """Whether two figures can be about the same people, by place and kind of victim."""
    return all(
        first is None or second is None or first == second
        for first, second in (
            (one.place, other.place),
            (one.victim_type, other.victim_type),
        )
    )


def _in_digits(figure: CasualtyFigure) -> str:
    low, high, best = figure.count.low, figure.count.high, figure.count.best
    if low is not None and high is not None and low < high:
        return f"{low:,}–{high:,}"
    if low is not None and high is None:
        return f"{low:,}+"
    number = next((each for each in (best, high) if each is not None), None)
    if number is None:
        return "unknown"
    bound = "up to " if low is None and high is not None else ""
    return f"{_INEXACT.get(figure.qualifier or '', bound)}{number:,}"
