"""Which figures are of one incident: those of one place and one day, or what a person says."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotations.incidents.mentions import Mention
from annotations.model import Status
from annotations.tagging.paths import SEPARATOR

TAG = "incident"
"""The tag below which incidents stand that a person names: `incident/market-strike`."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")
_NO_WORD = re.compile(r"\W+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Figures of one event, in the order in which the articles stand."""

    id: str
    mentions: tuple[Mention, ...]

    @property
    def place(self) -> str | None:
        """The place that most of them name, of equals the first."""
        return _most(each.place for each in self.mentions)

    @property
    def date(self) -> str | None:
        """The date that most of them state, of equals the first; null if none does."""
        return _most(each.figure.date_iso for each in self.mentions)

    @property
    def first_published(self) -> str | None:
        """When the first article on it was published."""
        published = (each.report.published for each in self.mentions)
        return min(filter(None, published), default=None)

    @property
    def located(self) -> Mention | None:
        """The first of the mentions of its place that has coordinates."""
        place = self.place
        return next(
            (
                each
                for each in self.mentions
                if each.place == place and each.figure.latitude is not None
            ),
            None,
        )


def grouped(mentions: Iterable[Mention]) -> list[Incident]:
    """The incidents, in the order of their ids.

    Figures are of one incident if a person has said so: by a tag `incident/NAME` on the figure, or
    else on its article. Else they are if they are of one place, by its name in all articles, and of
    one date: that which the text states, or else the day on which the article was published. What
    names no place is never put together with another report. An incident without a name is called
    after place and date; a figure is put into it by the tag `incident/aleppo-2016-10-20`.
    Rejected figures are in none.
    """
    found: dict[str, list[Mention]] = {}
    for each in mentions:
        if each.figure.status is not Status.REJECTED:
            found.setdefault(incident_id(each), []).append(each)
    return [Incident(id=name, mentions=tuple(found[name])) for name in sorted(found)]


def incident_id(mention: Mention) -> str:
    """What the incident is called that a figure is of."""
    named = _named(mention.figure.tags) or _named(mention.report.tags)
    if named is not None:
        return named
    place = mention.place or f"unplaced-{mention.report.original}"
    date = date_of(mention) or "undated"
    return f"{_in_one_word(place)}-{date.replace('/', '-to-')}"


def date_of(mention: Mention) -> str | None:
    """The date of a figure, as the text states it or else its article's day."""
    stated = mention.figure.date_iso
    if stated is None:
        return mention.report.day
    day = _DAY.fullmatch(stated[:10])
    return stated[:10] if day and "/" not in stated else stated


def _named(tags: Sequence[str]) -> str | None:
    names = (tag.partition(SEPARATOR)[2] for tag in tags if tag.startswith(TAG + SEPARATOR))
    return min(filter(None, names), default=None)


def _in_one_word(name: str) -> str:
    return _NO_WORD.sub("-", name.casefold()).strip("-") or "unnamed"


def _most(values: Iterable[str | None]) -> str | None:
    counted = Counter(each for each in values if each)
    return max(counted, key=lambda each: counted[each], default=None)
