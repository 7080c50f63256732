"""Each project's columns, rules, and what is left to a person."""

import pytest

from annotations.incidents.fields import Value
from annotations.incidents.grouping import grouped
from annotations.incidents.mentions import Mention
from annotations.incidents.profiles import PROFILES
from annotations.incidents.rows import columns_of, rows_of
from annotations.model import Count, Precision
from tests.annotations.incidents.told import figure, mention

WHERE = {"latitude": 10.5, "longitude": -3.25, "geo_precision": Precision.CITY, "country": "XL"}


def at(words: str, start: int, **more: object) -> dict[str, object]:
    end = start + len(words)
    return {"start": start, "end": end, "num_start": start, "num_end": end, **more}


def strike() -> list[Mention]:
    """Two reports, one of them with a copy, of one day in one place."""
    courier = {"source": "The Courier", "url": "https://c.example/1", "title": "Strike"}
    day = {"date_iso": "2020-05-03"}
    dozens = figure("dozens", count=Count(low=24, best=24), vague_rule="default", **day, **WHERE)
    children = figure("3", 3, **at("3", 50, subset=True, victim_type="child"), **day)
    hurt = figure("9", 9, **at("9", 70, category="injured"), **day)
    rebels = figure("4", 4, **at("4", 90, victim_type="militant", claimed_by="the army"), **day)
    first = [mention(each, article="a", **courier) for each in (dozens, children, hurt, rebels)]
    second = mention(
        figure("30", 30, **day), article="b", source="The Post", published="2020-05-06"
    )
    copy = mention(figure("30", 30, **day), article="c", source="The Echo", copy_of="b")
    return [*first, second, copy]


def row(profile: str, mentions: list[Mention]) -> dict[str, Value]:
    """The one row, without what is blank."""
    (found,) = rows_of(grouped(mentions), PROFILES[profile])
    assert found.keys() <= columns_of(PROFILES[profile]).keys()
    return {name: value for name, value in found.items() if value is not None}


def test_ucdp() -> None:
    found = row("ucdp", strike())
    assert (found["low"], found["high"]) == (4, 30)
    assert "best" not in found
    assert (found["date_start"], found["date_end"], found["date_prec"]) == (
        "2020-05-03",
        "2020-05-03",
        1,
    )
    assert (found["where_prec"], found["where_coordinates"]) == (1, "10.5 -3.25")
    assert (found["number_of_sources"], found["source_office"]) == (2, "The Courier; The Post")
    assert found["source_article"] == "https://c.example/1; b"
    assert found["vague_words"] == "dozens killed"
    assert found["figures_left_out"] == "1 a part of another; 1 in a copy"
    blank = {"side_a", "side_b", "dyad_name", "type_of_violence", "event_clarity", "deaths_a"}
    assert not blank & found.keys()


def test_ibc_counts_no_vague_words_and_no_fighters() -> None:
    found = row("ibc", strike())
    assert (found["Minimum deaths"], found["Maximum deaths"]) == (30, 30)
    assert (found["Minimum injuries"], found["Maximum injuries"]) == (9, 9)
    assert "Status" not in found
    assert not {"Target", "Weapons", "Killers", "Primary witnesses"} & found.keys()
    assert row("ibc", strike()[:1] + strike()[2:3])["Status"] == "Provisional"


def test_acled_takes_the_least_and_counts_dozens_as_twelve() -> None:
    without_fighters = [each for each in strike() if each.figure.victim_type != "militant"]
    found = row("acled", without_fighters)
    assert (found["fatalities"], found["time_precision"], found["geo_precision"]) == (12, 1, 1)
    assert found["location"] == "Lindow"
    assert "killed: dozens, The Courier 2020-05-04" in str(found["notes"])
    assert not {"actor1", "actor2", "event_type", "civilian_targeting"} & found.keys()


def test_airwars() -> None:
    found = row("airwars", strike())
    assert found["civilians_reported_killed_min"] == 24
    assert found["civilians_reported_killed_max"] == 30
    assert (found["children_killed_min"], found["children_killed_max"]) == (3, 3)
    assert (found["militants_killed_min"], found["militants_killed_max"]) == (4, 4)
    assert found["civilians_reported_injured_max"] == 9
    assert not {"harm_grading", "known_belligerents", "strike_type"} & found.keys()


def test_plain_has_a_row_a_category() -> None:
    found = list(rows_of(grouped(strike()), PROFILES["plain"]))
    assert [(each["incident_id"], each["harm_type"], each["count_min"]) for each in found] == [
        ("lindow-2020-05-03", "killed", 4),
        ("lindow-2020-05-03", "injured", 9),
    ]
    assert (found[0]["date_basis"], found[0]["place_basis"]) == ("stated", "stated")
    assert str(found[0]["figure_ids"]).startswith("a:0-6:killed; a:50-51:killed")


def test_a_date_that_no_text_states_has_no_precision() -> None:
    found = row("ucdp", [mention(figure("5", 5))])
    assert found["date_start"] == "2020-05-04"
    assert "date_prec" not in found


@pytest.mark.parametrize("name", [each for each in PROFILES if each != "plain"])
def test_who_only_moved_is_no_event_of_a_project(name: str) -> None:
    fled = mention(figure("5", 5, category="displaced"))
    assert not list(rows_of(grouped([fled]), PROFILES[name]))


@pytest.mark.parametrize("name", PROFILES)
def test_every_row_names_its_rule(name: str) -> None:
    for found in rows_of(grouped(strike()), PROFILES[name]):
        assert "never added up" in str(found["number_rule"])
        assert "Vague words" in str(found["number_rule"])


@pytest.mark.parametrize("name", PROFILES)
def test_nothing_is_a_sum(name: str) -> None:
    said = {None, 3, 4, 9, 12, 24, 30}
    counted = ("death", "fatal", "civilians_r", "min", "max", "count_", "best", "low", "high")
    for found in rows_of(grouped(strike()), PROFILES[name]):
        numbers = {found[each] for each in found if each.lower().startswith(counted)}
        assert numbers
        assert numbers <= said
