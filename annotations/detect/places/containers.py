"""The place of a name that its own text settles: "Paris, Texas", "Tripoli in northern Lebanon"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotations.detect.places.gazetteer import Place, places
from annotations.detect.places.nations import code_of
from annotations.model import Precision

_BEHIND = re.compile(
    r"(,|\s+\(|\s+in(?:\s+(?:central|(?:north|south)?-?(?:east|west)?(?:ern)?))?)\s*"
    r"((?:[A-Z][\w.’'-]*)(?:\s+[A-Z][\w.’'-]*){0,3})"
)
"""What joins a place to a name that may hold it, and that name with what follows it."""
_UNKNOWN = re.compile(r",\s+[A-Z][\w.’'-]*(?:\s+[A-Z]\w*)?(?=,\s+[A-Z])")
"""One name between a place and what holds it: "Springfield, Greene County, Missouri"."""
_ENDS_THERE = re.compile(r"$|[.;:)]|,(?!\s+(?:[A-Z]|and\b|or\b))")
"""What follows a name that is no part of a list."""


@dataclass(frozen=True, slots=True)
class Container:
    """A country or region that a text names behind a place."""

    countries: frozenset[str]
    regions: frozenset[tuple[str, str]]
    """Country and name of each."""
    end: int
    """Where its name ends in the text."""

    def holds(self, place: Place) -> bool:
        """Whether a place lies in it."""
        return place.country in self.countries or (place.country, place.region) in self.regions


def stated(text: str, end: int, candidates: Sequence[Place]) -> tuple[Place | None, bool]:
    """The candidate that lies in what a text names behind a place, and whether the text settles it.

    A text that names a country or region in which no candidate lies settles that none is meant.

    Args:
        text: The article.
        end: Where the name of the place ends.
        candidates: Places of that name, the likelier ones first.
    """
    for container in _containers(text, end):
        inside = next((each for each in candidates if container.holds(each)), None)
        if inside is not None:
            return inside, True
        if text[end : end + 1] == "," and _excludes(text, container, candidates):
            return None, True
    return None, False


def _containers(text: str, end: int) -> Iterator[Container]:
    """Yield what may hold a place, as its text names it, longer names first."""
    unknown = _UNKNOWN.match(text, end)
    for start in (end, unknown.end() if unknown is not None else end):
        behind = _BEHIND.match(text, start)
        words = behind[2].split() if behind is not None else []
        for count in range(len(words), 0, -1):
            name = " ".join(words[:count]).rstrip(".,")
            container = _container(name, behind.start(2) + len(name)) if behind else None
            if container is not None:
                yield container
        if unknown is None:
            return


def _container(name: str, end: int) -> Container | None:
    """The country, regions or both of a name that ends at an offset."""
    code = code_of(name)
    regions = {
        (place.country, place.region)
        for place in places(name)
        if place.precision is Precision.REGION
    }
    if code is None and not regions:
        return None
    return Container(frozenset((code,) if code else ()), frozenset(regions), end)


def _excludes(text: str, container: Container, candidates: Sequence[Place]) -> bool:
    """Whether what stands behind a city can be nothing but where it lies."""
    are_cities = all(each.precision is Precision.CITY for each in candidates)
    return are_cities and _ENDS_THERE.match(text, container.end) is not None
