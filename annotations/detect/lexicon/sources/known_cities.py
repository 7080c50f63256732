"""Cities that are listed because news names them, whatever their size."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from annotations.detect.lexicon.sources.cities import City
from annotations.detect.places.folding import folded


def small_cities(cities: Collection[City], kept: Mapping[str, Mapping[str, Any]]) -> set[City]:
    """The cities of the data that a list names: of several the one that it is the own name of.

    Args:
        cities: All cities.
        kept: The list, by country.

    Raises:
        SystemExit: If a city is not in the data.
    """
    wanted = {(code, folded(name)) for code, part in kept.items() for name in part.get("small", ())}
    found: dict[tuple[str, str], City] = {}
    for city in sorted(cities, key=lambda city: (_own_key(city) in wanted, city.people)):
        keys = ((city.country, name) for name in map(folded, city.names) if city.country in kept)
        found |= dict.fromkeys(wanted.intersection(keys), city)
    for code, name in sorted(wanted - found.keys()):
        raise SystemExit(f"{name} ({code}) is not among the cities of the data")
    return set(found.values())


def further_cities(
    cities: Collection[City], kept: Mapping[str, Mapping[str, Any]]
) -> Iterator[City]:
    """Yield the cities that the data lacks, each in the region of the one nearest to it."""
    for code, part in kept.items():
        inside = [city for city in cities if city.country == code]
        for name, (latitude, longitude, people) in part.get("at", {}).items():
            region = _nearest(inside, latitude, longitude).region
            yield City(code, region, (name,), latitude, longitude, people)


def _own_key(city: City) -> tuple[str, str]:
    return city.country, folded(city.names[0])


def _nearest(cities: Collection[City], latitude: float, longitude: float) -> City:
    return min(
        cities,
        key=lambda city: (city.latitude - latitude) ** 2 + (city.longitude - longitude) ** 2,
    )
