"""The places that can be meant, from `lexicon/places.tsv`: countries, regions and cities."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from annotations.detect import lexicon
from annotations.detect.places.folding import folded
from annotations.model import Precision

Row = tuple[str, ...]

_CAPITAL = "capital"
_FOR_CAPITAL = 8
_FOR_REGION = 20
"""A region has the people of all its cities, but is named less often than one of them."""


@dataclass(frozen=True, slots=True)
class Place:
    """A country, region or city."""

    precision: Precision
    country: str
    """ISO 3166-1 alpha-2."""
    region: str
    """First-level region; empty for a country, and where it is not known."""
    name: str
    latitude: float
    """Degrees north."""
    longitude: float
    """Degrees east."""
    people: int
    """Inhabitants; of a country or region those of its cities."""
    is_capital: bool = False

    @property
    def weight(self) -> float:
        """How likely news means it, in terms of people; capitals stand for their countries."""
        if self.is_capital:
            return self.people * _FOR_CAPITAL
        return self.people / _FOR_REGION if self.precision is Precision.REGION else self.people


@cache
def places(name: str) -> Sequence[Place]:
    """The places of a name, countries first, then the likelier ones first."""
    found = [_place(row) for row in _rows_by_name().get(folded(name), ())]
    return sorted(found, key=_weight, reverse=True)


@cache
def country(code: str) -> Place | None:
    """The country of a code; null for one that the gazetteer lacks."""
    row = _countries().get(code)
    return None if row is None else _place(row)


def large_places(people: int) -> Iterator[str]:
    """Yield the names of regions, capitals and cities of so many people, as they are written."""
    for row in lexicon.rows("places"):
        if row[0] in (Precision.REGION, _CAPITAL) or int(row[6]) >= people:
            yield row[3]


def _weight(place: Place) -> tuple[bool, float]:
    return place.precision is Precision.COUNTRY, place.weight


def _place(row: Row) -> Place:
    kind, code, region, name, latitude, longitude, people, _ = row
    is_capital = kind == _CAPITAL
    precision = Precision.CITY if is_capital else Precision(kind)
    where = float(latitude), float(longitude)
    return Place(precision, code, region, name, *where, int(people), is_capital)


@cache
def _countries() -> Mapping[str, Row]:
    return {row[1]: row for row in lexicon.rows("places") if row[0] == Precision.COUNTRY}


@cache
def _rows_by_name() -> Mapping[str, Sequence[Row]]:
    """All rows by the names that they are found by."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in lexicon.rows("places"):
        for name in row[7].split("|"):
            found[name].append(row)
    for name, row in _names_in_news():
        if row not in found[name]:
            found[name].append(row)
    return found


def _names_in_news() -> Iterator[tuple[str, Row]]:
    """Names that GeoNames' data lacks, each with its row."""
    for code, nation in lexicon.sections("nations").items():
        row = _countries().get(code)
        if row is not None:
            yield from ((folded(name), row) for name in nation["names"])
    exonyms = lexicon.table("exonyms")
    for row in lexicon.rows("places"):
        if row[3] in exonyms and row[0] in (Precision.CITY, _CAPITAL):
            yield from ((folded(name), row) for name in exonyms[row[3]])
