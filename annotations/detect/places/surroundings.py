"""What an article tells of where it is set: countries that it names, places beyond doubt."""

import math
from collections import Counter
from collections.abc import Iterable

from annotations.detect.places.gazetteer import Place, places
from annotations.detect.places.nations import nations_in
from annotations.model import Entity, Precision

_PER_MENTION = 1.3
"""For a country that the article names, per mention, as far as the second: a capital far away
outweighs it."""
_PER_DOUBLING = 0.45
"""For each time that a place has twice the people of another."""
_SAME_COUNTRY = 0.7
"""For each other place of the article that lies in the same country for certain."""
_MOST_CERTAIN = 3
"""Certain places that count."""
_CLOSE_BY = 1.5
"""For a place within a degree or two of one that lies there for certain."""
_ONE_SPOT = 1.0
"""Degrees between places that are one on the map: a city and what lies around it."""


class Surroundings:
    """The countries and certain places of an article, for weighing what a name may mean."""

    def __init__(self, entities: Iterable[Entity], names: Iterable[str], known: Iterable[Place]):
        """Args:
        entities: What the article names.
        names: The names of its places.
        known: Places that its text settles.
        """
        certain = [*filter(None, map(_only, names)), *known]
        self._named = nations_in(entities)
        self._countries = Counter(each.country for each in certain)
        self._cells = {_cell(each) for each in certain}

    def score(self, place: Place) -> float:
        """How likely a place is meant: by its people, and by what is named with it."""
        score = _PER_DOUBLING * math.log2(max(place.weight, 1))
        score += _PER_MENTION * min(self._named[place.country], 2)
        score += _SAME_COUNTRY * min(self._countries[place.country], _MOST_CERTAIN)
        return score + _CLOSE_BY * self._is_close(place)

    def _is_close(self, place: Place) -> bool:
        """Whether a certain place lies in its square degree, or in one beside it."""
        north, east = _cell(place)
        beside = (-1, 0, 1)
        return any((north + y, east + x) in self._cells for y in beside for x in beside)


def differ(one: Place, other: Place) -> bool:
    """Whether two places are farther apart than a city and what lies around it."""
    apart = abs(one.latitude - other.latitude) + abs(one.longitude - other.longitude)
    return one.country != other.country or apart > _ONE_SPOT


def _only(name: str) -> Place | None:
    """The place of a name that has but one; none for a country, which is counted as such."""
    first, *others = places(name)
    if first.precision is Precision.COUNTRY or any(differ(first, each) for each in others):
        return None
    return first


def _cell(place: Place) -> tuple[int, int]:
    return math.floor(place.latitude), math.floor(place.longitude)
