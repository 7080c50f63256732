"""The cells that profiles are made of."""

from collections.abc import Callable
from dataclasses import dataclass

from annotations.incidents.dates import DatePrecision
from annotations.incidents.findings import COMBATANTS, Findings
from annotations.incidents.mentions import Mention
from annotations.incidents.numbers import Numbers
from annotations.model import Precision

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a profile."""

    kind: type
    of: Callable[[Findings], Value]


BLANK = Field(str, lambda found: None)
"""What only a person can say."""
BLANK_NUMBER = Field(int, lambda found: None)

ID = Field(str, lambda found: found.incident.id)
PLACE = Field(str, lambda found: found.incident.place)
PLACE_BASIS = Field(str, lambda found: _place_basis(found))
DATE_START = Field(str, lambda found: found.day)
DATE_END = Field(str, lambda found: found.period.end if found.period else found.day)
DATE_BASIS = Field(str, lambda found: "stated" if found.period else found.day and "report")
FIRST_PUBLISHED = Field(str, lambda found: found.incident.first_published)
DATE_PRECISION = Field(int, lambda found: found.period.precision if found.period else None)
"""1 the day, 2 two to six days, 3 a week, 4 a month, 5 a year; null if only the report is dated."""
CLAIMS = Field(str, lambda found: found.claims or None)
VAGUE_WORDS = Field(str, lambda found: found.vague_words or None)
LEFT_OUT = Field(str, lambda found: found.left_out or None)
SOURCES = Field(str, lambda found: "; ".join(found.sources) or None)
REPORTS = Field(
    str, lambda found: "; ".join(each.url or each.article_id for each in found.reports) or None
)
"""The address of each report, or its id."""
HEADLINES = Field(str, lambda found: "; ".join(each.title for each in found.reports) or None)
REPORT_DATES = Field(
    str, lambda found: "; ".join(each.day for each in found.reports if each.day) or None
)
SOURCE_COUNT = Field(int, lambda found: len(found.sources))
REPORT_COUNT = Field(int, lambda found: len(found.reports))
FIGURES = Field(str, lambda found: "; ".join(each.key for each in found.incident.mentions))


def low(category: str, *, only: str | None = None, civil: bool = False) -> Field:
    """The least that any source says.

    Args:
        category: Of what.
        only: The one type of victims that counts, be they part of another figure or not.
        civil: Whether soldiers and militants do not count.
    """
    return Field(int, lambda found: _numbers(found, category, only, civil).low)


def high(category: str, *, only: str | None = None, civil: bool = False) -> Field:
    """The most that any source says, as `low`."""
    return Field(int, lambda found: _numbers(found, category, only, civil).high)


def best(category: str, *, only: str | None = None) -> Field:
    """What most reports say as their own, as `low`."""
    return Field(int, lambda found: _numbers(found, category, only, civil=False).best)


def combatants(category: str, *, most: bool) -> Field:
    """The least or the most of soldiers and militants."""

    def of(found: Findings) -> Value:
        numbers = found.numbers(category, only=COMBATANTS)
        return numbers.high if most else numbers.low

    return Field(int, of)


def located(attribute: str, kind: type = str) -> Field:
    """What the mention that has coordinates says of where the place is."""
    return Field(kind, lambda found: _located(found, attribute))


def precision(numbers: dict[Precision, int]) -> Field:
    """How exact the coordinates are, in a project's numbers."""

    def of(found: Findings) -> Value:
        stated = _located(found, "geo_precision")
        return None if stated is None else numbers.get(Precision(str(stated)))

    return Field(int, of)


def coarse_date_precision(found: Findings) -> Value:
    """1 the day, 2 up to a week, 3 up to a month, as ACLED has it; null if coarser or unstated."""
    stated = found.period and found.period.precision
    levels = {
        DatePrecision.DAY: 1,
        DatePrecision.FEW_DAYS: 2,
        DatePrecision.WEEK: 2,
        DatePrecision.MONTH: 3,
    }
    return levels.get(stated) if stated else None


def coordinates(found: Findings) -> Value:
    """Latitude and longitude in one cell."""
    where = found.incident.located
    return f"{where.figure.latitude} {where.figure.longitude}" if where else None


def provisional(found: Findings) -> Value:
    """That fewer than two publishers report it."""
    return "Provisional" if len(found.sources) < 2 else None


def _numbers(found: Findings, category: str, only: str | None, civil: bool) -> Numbers:
    kinds = None if only is None else frozenset({only})
    but = COMBATANTS if civil else frozenset[str]()
    return found.numbers(category, only=kinds, but=but, parts=only is not None)


def _located(found: Findings, attribute: str) -> Value:
    where = found.incident.located
    value: Value = None if where is None else getattr(where.figure, attribute)
    return value


def _place_basis(found: Findings) -> str | None:
    placed = [each for each in found.incident.mentions if each.place]
    return ("stated" if any(map(_is_stated, placed)) else "report") if placed else None


def _is_stated(mention: Mention) -> bool:
    return not mention.place_is_inferred
