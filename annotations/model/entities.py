"""Names, numbers and dates, and where places lie."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from annotations.model.annotation import Annotation, Layer


class Precision(StrEnum):
    """How exactly coordinates say where a place is."""

    CITY = "city"
    """A populated place (`where_prec` 1 in UCDP's terms)."""
    REGION = "region"
    """A first-level region, at the middle of its people (UCDP's 4)."""
    COUNTRY = "country"
    """A country, at the middle of its people (UCDP's 6)."""


ENTITY_LABELS: dict[str, str] = {
    "PERSON": "people, also fictional",
    "NORP": "nationalities, religious and political groups",
    "FAC": "buildings, airports, roads, bridges",
    "ORG": "companies, agencies, institutions",
    "GPE": "countries, cities, states",
    "LOC": "mountains, seas, regions",
    "PRODUCT": "vehicles, weapons, foods",
    "EVENT": "named battles, storms, elections",
    "WORK_OF_ART": "titles of books, songs, films",
    "LAW": "named documents made into laws",
    "LANGUAGE": "any named language",
    "DATE": "dates or periods of a day and longer",
    "TIME": "times shorter than a day",
    "PERCENT": "percentages",
    "MONEY": "amounts of money, with their unit",
    "QUANTITY": "weights and distances",
    "ORDINAL": "first, second",
    "CARDINAL": "other numbers",
}
"""The OntoNotes 5 entity labels, each with a gloss after the OntoNotes guidelines."""

NUMBER_LABELS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
"""Those that OntoNotes counts as values; all others are of names."""

NAMELESS_LABELS = NUMBER_LABELS | {"LANGUAGE"}
"""Those without a canonical name."""

PLACE_LABELS = ("GPE", "LOC", "FAC")
"""Those of what can be on the map."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity(Annotation):
    """A name, or a number or date that OntoNotes counts as an entity."""

    layer: ClassVar[Layer] = Layer.ENTITIES
    kind_field: ClassVar[str] = "label"

    label: str
    """OntoNotes 5, or what the pipeline in use calls it."""
    name: str | None = None
    """Canonical name that groups mentions ("Mr Peskov" is "Dmitry Peskov")."""
    country: str | None = None
    """ISO 3166-1 alpha-2 code of the country that a place lies in, or is."""
    latitude: float | None = None
    """Degrees north, of a place that is on the map."""
    longitude: float | None = None
    """Degrees east."""
    geo_precision: Precision | None = None
    geo_alternatives: tuple[str, ...] = ()
    """Other places that the name may well mean, in words, with their coordinates."""
