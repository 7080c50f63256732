"""Regions that are no first-level ones: counties, islands, historical lands, and the like."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from annotations.detect.lexicon.sources.cities import City, middle
from annotations.detect.places.folding import folded

Region = tuple[str, str, str, float, float, int]
"""Country, first-level region that holds it or nothing, name, latitude, longitude, people."""

DISTRICTS = {
    "FR": re.compile(r"Departement (?:de la |de l'|d'|des |du |de )?(.+)"),
    "PH": re.compile(r"Province of +(.+)"),
    "US": re.compile(r"(.+ (?:County|Parish|Borough|Census Area))"),
}
"""Countries whose second-level regions news names, and the part of the data's name that it uses."""

_NEARLY_ALL = 0.9


class WiderRegions:
    """Makes regions out of the places that they have."""

    def __init__(self, cities: Iterable[City]) -> None:
        """Args:
        cities: All places; by a name the largest that has it as its own is found.
        """
        self._cities = sorted(cities, key=lambda city: -city.people)
        self._members: dict[tuple[str, str, str], list[City]] = defaultdict(list)
        for city in self._cities:
            self._members["regions", city.country, city.region].append(city)
            self._members["former", city.country, city.former_region].append(city)
            self._members["districts", city.country, city.district].append(city)
            self._members["cities", city.country, folded(city.names[0])].append(city)
        for city in self._cities:
            for name in map(folded, city.names[1:]):
                self._members["cities", city.country, name].append(city)

    def districts(self) -> Iterator[Region]:
        """Yield the second-level regions of the countries whose news names them."""
        inside: dict[tuple[str, str, str], list[City]] = defaultdict(list)
        for city in self._cities:
            pattern = DISTRICTS.get(city.country)
            known = pattern.fullmatch(city.district) if pattern is not None else None
            if known is not None:
                inside[city.country, city.former_region, known[1]].append(city)
        for (country, _, name), cities in sorted(inside.items()):
            yield country, holding(cities), name, *middle(cities)

    def composed(self, listed: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> Iterator[Region]:
        """Yield the regions of a list, a country's part of each for itself.

        Args:
            listed: By name and country what each consists of, or where it lies.

        Raises:
            SystemExit: If a member is unknown.
        """
        for name, parts in listed.items():
            for country, part in parts.items():
                if "at" in part:
                    latitude, longitude = part["at"]
                    yield country, "", name, latitude, longitude, part["people"]
                    continue
                cities = self._of(name, country, part)
                yield country, holding(cities), name, *middle(cities)

    def _of(self, region: str, country: str, part: Mapping[str, Sequence[str]]) -> list[City]:
        found: dict[City, None] = {}
        for kind, names in part.items():
            for name in names:
                members = self._members.get(
                    (kind, country, name if kind != "cities" else folded(name))
                )
                if not members:
                    raise SystemExit(f"{region} ({country}): {name} is not among the {kind}")
                found |= dict.fromkeys(members[:1] if kind == "cities" else members)
        return list(found)


def holding(cities: Sequence[City]) -> str:
    """The first-level region in which nearly all of some cities lie; empty if there is none.

    The data puts a few places beyond the border on which they lie.
    """
    ((region, most),) = Counter(city.region for city in cities).most_common(1)
    return region if most >= _NEARLY_ALL * len(cities) else ""
