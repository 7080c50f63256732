"""Incidents as the rows of a profile."""

from collections.abc import Iterable, Iterator

from annotations.incidents.fields import Value
from annotations.incidents.findings import Findings
from annotations.incidents.grouping import Incident
from annotations.incidents.numbers import numbers_of
from annotations.incidents.profiles import Profile
from annotations.model import Category

_NUMBER_RULE = "number_rule"
_BY_CATEGORY: dict[str, type] = {
    "harm_type": str,
    "count_min": int,
    "count_max": int,
    "count_best": int,
}


def columns_of(profile: Profile) -> dict[str, type]:
    """The columns in order, each with what its cells are where they are not null."""
    of_category = _BY_CATEGORY if profile.by_category else {}
    own = {name: field.kind for name, field in profile.columns.items()}
    return own | of_category | {_NUMBER_RULE: str}


def rows_of(incidents: Iterable[Incident], profile: Profile) -> Iterator[dict[str, Value]]:
    """The rows of incidents in which somebody was hurt, moved or held, by what is said of them.

    A profile that is for one project has a row an incident in which anybody is said to have been
    killed or injured; others are no event to it.
    """
    for incident in incidents:
        found = Findings(incident=incident, vague_rule=profile.vague_rule)
        cells = {name: field.of(found) for name, field in profile.columns.items()}
        row = cells | {_NUMBER_RULE: profile.rule}
        if profile.by_category:
            yield from (row | each for each in _by_category(found))
        elif any(map(found.said, (Category.KILLED, Category.INJURED))):
            yield row


def _by_category(found: Findings) -> Iterator[dict[str, Value]]:
    for category in found.categories:
        said = found.said(category)
        if not said:
            continue
        numbers = numbers_of(said)
        yield {
            "claims": found.claims_of(category),
            "harm_type": category,
            "count_min": numbers.low,
            "count_max": numbers.high,
            "count_best": numbers.best,
        }
