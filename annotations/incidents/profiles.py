"""How projects that record casualties write an incident down.

The names of columns are those that each project publishes. A profile says how it counts; what asks
for a judgement (sides, perpetrators, targets, grading, the clarity of an event) is left blank.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from annotations.incidents import fields
from annotations.incidents.fields import BLANK, BLANK_NUMBER, Field
from annotations.model import Category, Precision, VagueRule

_KILLED, _INJURED = Category.KILLED, Category.INJURED

_NEVER = "Claims are never added up, copies of one report count once."
_RANGE = "Range: the least and the most that any source says."


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a project's table of incidents has."""

    name: str
    title: str
    rule: str
    """Which number is taken where sources differ, and how vague words count; in every row."""
    vague_rule: VagueRule | None
    """Null to leave vague words without a number."""
    columns: Mapping[str, Field]
    by_category: bool = False
    """Whether each category of an incident is a row."""


_EVIDENCE: Mapping[str, Field] = {
    "claims": fields.CLAIMS,
    "vague_words": fields.VAGUE_WORDS,
    "figures_left_out": fields.LEFT_OUT,
    "figure_ids": fields.FIGURES,
}
"""What a coder judges by, behind the columns of every project."""

UCDP = Profile(
    name="ucdp",
    title="UCDP GED, an event of at least one death a row",
    rule=f"{_RANGE} best: the number of most reports, blank on a tie. {_NEVER} Vague words count "
    "as twice their unit (dozens 24, hundreds 200), at the least.",
    vague_rule=VagueRule.DEFAULT,
    columns={
        "id": fields.ID,
        "type_of_violence": BLANK_NUMBER,
        "dyad_name": BLANK,
        "side_a": BLANK,
        "side_b": BLANK,
        "number_of_sources": fields.SOURCE_COUNT,
        "source_article": fields.REPORTS,
        "source_office": fields.SOURCES,
        "source_date": fields.REPORT_DATES,
        "source_headline": fields.HEADLINES,
        "source_original": BLANK,
        "where_prec": fields.precision(
            {Precision.CITY: 1, Precision.REGION: 4, Precision.COUNTRY: 6}
        ),
        "where_coordinates": Field(str, fields.coordinates),
        "where_description": fields.PLACE,
        "adm_1": BLANK,
        "adm_2": BLANK,
        "latitude": fields.located("latitude", float),
        "longitude": fields.located("longitude", float),
        "country": fields.located("country"),
        "event_clarity": BLANK_NUMBER,
        "date_prec": fields.DATE_PRECISION,
        "date_start": fields.DATE_START,
        "date_end": fields.DATE_END,
        "deaths_a": BLANK_NUMBER,
        "deaths_b": BLANK_NUMBER,
        "deaths_civilians": fields.best(_KILLED, only="civilian"),
        "deaths_unknown": BLANK_NUMBER,
        "best": fields.best(_KILLED),
        "high": fields.high(_KILLED),
        "low": fields.low(_KILLED),
        **_EVIDENCE,
    },
)

IBC = Profile(
    name="ibc",
    title="Iraq Body Count, deaths and injuries of civilians",
    rule=f"{_RANGE} {_NEVER} Vague words give no number. Soldiers and militants are left out. "
    "Provisional: fewer than two publishers.",
    vague_rule=None,
    columns={
        "Incident code": fields.ID,
        "Status": Field(str, fields.provisional),
        "Date": fields.DATE_START,
        "Time": BLANK,
        "Place": fields.PLACE,
        "Target": BLANK,
        "Weapons": BLANK,
        "Killers": BLANK,
        "Minimum deaths": fields.low(_KILLED, civil=True),
        "Maximum deaths": fields.high(_KILLED, civil=True),
        "Minimum injuries": fields.low(_INJURED, civil=True),
        "Maximum injuries": fields.high(_INJURED, civil=True),
        "Media sources": fields.SOURCES,
        "Primary witnesses": BLANK,
        **_EVIDENCE,
    },
)

ACLED = Profile(
    name="acled",
    title="ACLED, one number of fatalities an event",
    rule="fatalities: the least that any source says. "
    f"{_NEVER} Vague words count as their unit (tens 10, dozens 12, hundreds 100).",
    vague_rule=VagueRule.ACLED,
    columns={
        "event_id_cnty": BLANK,
        "event_date": fields.DATE_START,
        "time_precision": Field(int, fields.coarse_date_precision),
        **dict.fromkeys(("disorder_type", "event_type", "sub_event_type"), BLANK),
        **dict.fromkeys(("actor1", "assoc_actor_1", "inter1"), BLANK),
        **dict.fromkeys(("actor2", "assoc_actor_2", "inter2"), BLANK),
        "civilian_targeting": BLANK,
        "country": fields.located("country"),
        **dict.fromkeys(("admin1", "admin2", "admin3"), BLANK),
        "location": fields.PLACE,
        "latitude": fields.located("latitude", float),
        "longitude": fields.located("longitude", float),
        "geo_precision": fields.precision({Precision.CITY: 1, Precision.REGION: 3}),
        "source": fields.SOURCES,
        "source_scale": BLANK,
        "notes": fields.CLAIMS,
        "fatalities": fields.low(_KILLED),
        "tags": BLANK,
        "timestamp": BLANK,
        "incident_id": fields.ID,
        **{name: field for name, field in _EVIDENCE.items() if name != "claims"},
    },
)


def _range(name: str, category: str, *, only: str | None = None) -> dict[str, Field]:
    return {
        f"{name}_min": fields.low(category, only=only, civil=only is None),
        f"{name}_max": fields.high(category, only=only, civil=only is None),
    }


AIRWARS = Profile(
    name="airwars",
    title="Airwars, civilian harm of an incident",
    rule=f"{_RANGE} {_NEVER} Vague words count as twice their unit, at the least. Who is not said "
    "to be a soldier or a militant counts as a civilian. Set the least to 0 where it is contested "
    "who the victims were.",
    vague_rule=VagueRule.DEFAULT,
    columns={
        "incident_code": fields.ID,
        "incident_date": fields.DATE_START,
        "location": fields.PLACE,
        "country": fields.located("country"),
        "latitude": fields.located("latitude", float),
        "longitude": fields.located("longitude", float),
        "strike_status": BLANK,
        "strike_type": BLANK,
        "civilian_infrastructure": BLANK,
        "civilian_harm_reported": BLANK,
        "harm_grading": BLANK,
        **_range("civilians_reported_killed", _KILLED),
        **_range("children_killed", _KILLED, only="child"),
        **_range("women_killed", _KILLED, only="woman"),
        **_range("men_killed", _KILLED, only="man"),
        **_range("civilians_reported_injured", _INJURED),
        "militants_killed_min": fields.combatants(_KILLED, most=False),
        "militants_killed_max": fields.combatants(_KILLED, most=True),
        "cause_of_injury_death": BLANK,
        "known_belligerents": BLANK,
        "suspected_belligerents": BLANK,
        "known_target": BLANK,
        "suspected_target": BLANK,
        "impact": BLANK,
        "first_published": fields.FIRST_PUBLISHED,
        "sources": fields.SOURCES,
        **_EVIDENCE,
    },
)

PLAIN = Profile(
    name="plain",
    title="an incident and a category a row, for no project in particular",
    rule=f"{_RANGE} count_best: the number of most reports, blank on a tie. {_NEVER} Vague words "
    "count as twice their unit (dozens 24, hundreds 200), at the least.",
    vague_rule=VagueRule.DEFAULT,
    by_category=True,
    columns={
        "incident_id": fields.ID,
        "place": fields.PLACE,
        "place_basis": fields.PLACE_BASIS,
        "country": fields.located("country"),
        "latitude": fields.located("latitude", float),
        "longitude": fields.located("longitude", float),
        "geo_precision": fields.located("geo_precision"),
        "date_start": fields.DATE_START,
        "date_end": fields.DATE_END,
        "date_basis": fields.DATE_BASIS,
        "number_of_reports": fields.REPORT_COUNT,
        "number_of_sources": fields.SOURCE_COUNT,
        "sources": fields.SOURCES,
        "reports": fields.REPORTS,
        **_EVIDENCE,
    },
)

PROFILES: Mapping[str, Profile] = MappingProxyType(
    {each.name: each for each in (PLAIN, UCDP, IBC, ACLED, AIRWARS)}
)
"""Every profile by its name."""
