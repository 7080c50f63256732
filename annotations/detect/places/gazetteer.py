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
_FOR_REGION = 10
"""A first-level region has the people of all its cities, but is named less often than a city."""
_FOR_WIDER_REGION = 6
"""A region that is no first-level one is in the gazetteer because news names it."""
_FOR_BYNAME = 1000
"""What has a name in some language, or once had it, comes after what usually has it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A country, region or city."""

    precision: Precision
    country: str
    """ISO 3166-1 alpha-2."""
    region: str
    """The first-level region that holds it; empty for a country, for a region that lies in several,
    and where it is not known."""
    name: str
    latitude: float
    """Degrees north."""
    longitude: float
    """Degrees east."""
    people: int
    """Inhabitants; of a country or region those of its cities."""
    is_capital: bool = False
    is_byname: bool = False
    """Whether it was found by a name that is neither its usual one nor one that news has for it."""

    @property
    def weight(self) -> float:
        """How likely news means it, in terms of people; capitals stand for their countries."""
        people = self.people / _FOR_BYNAME if self.is_byname else self.people
        if self.is_capital:
            return people * _FOR_CAPITAL
        if self.precision is not Precision.REGION:
            return people
        is_first_level = self.region == self.name
        return people / (_FOR_REGION if is_first_level else _FOR_WIDER_REGION)


@cache
def places(name: str) -> Sequence[Place]:
    """The places of a name, countries first, then the likelier ones first."""
    key = folded(name)
    in_news = _names_in_news().get(key, ())
    others = [row for row in _rows_by_name().get(key, ()) if row not in in_news]
    found = [_place(row) for row in in_news]
    found += (_place(row, is_byname=not _is_usual(key, row)) for row in others)
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


def _place(row: Row, *, is_byname: bool = False) -> Place:
    kind, code, region, name, latitude, longitude, people, _ = row
    is_capital = kind == _CAPITAL
    precision = Precision.CITY if is_capital else Precision(kind)
    where = float(latitude), float(longitude)
    return Place(precision, code, region, name, *where, int(people), is_capital, is_byname)


def _is_usual(key: str, row: Row) -> bool:
    """Whether a name is the first of those that find a row, or one of a region."""
    return row[0] == Precision.REGION or key == row[7].partition("|")[0]


@cache
def _countries() -> Mapping[str, Row]:
    return {row[1]: row for row in lexicon.rows("places") if row[0] == Precision.COUNTRY}


@cache
def _rows_by_name() -> Mapping[str, Sequence[Row]]:
    """The rows of GeoNames by the names that they are found by."""
    found: dict[str, tuple[Row, ...]] = {}
    for row in lexicon.rows("places"):
        for name in row[7].split("|"):
            # Tuples, as most names have one row, and a list takes twice the room.
            found[name] = (*found[name], row) if name in found else (row,)
    return found


@cache
def _names_in_news() -> Mapping[str, Sequence[Row]]:
    """Rows by what news calls them: countries by all their names, others where that tells more."""
    found: dict[str, list[Row]] = defaultdict(list)
    for name, row in (*_names_of_nations(), *_exonyms()):
        if row not in found[folded(name)]:
            found[folded(name)].append(row)
    return found


def _names_of_nations() -> Iterator[tuple[str, Row]]:
    for code, nation in lexicon.sections("nations").items():
        row = _countries().get(code)
        if row is not None:
            yield from ((name, row) for name in nation["names"])


def _exonyms() -> Iterator[tuple[str, Row]]:
    for code, kinds in lexicon.sections("exonyms").items():
        for kind, exonyms in kinds.items():
            for known, names in exonyms.items():
                row = named(known, code=code, kind=kind)
                if row is not None:
                    yield from ((name, row) for name in names)


def named(name: str, *, code: str, kind: str) -> Row | None:
    """The row that `exonyms.toml` means by a name, a country and a kind.

    One whose usual name it is comes first, then one with more people. A capital is a city.
    """
    key = folded(name)
    kinds = (kind, _CAPITAL) if kind == Precision.CITY else (kind,)
    alike = [row for row in _rows_by_name().get(key, ()) if row[1] == code and row[0] in kinds]
    return max(alike, key=lambda row: (_is_usual(key, row), int(row[6])), default=None)
