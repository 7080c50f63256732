"""Coordinates for casualty figures."""

from dataclasses import replace

from annotations.detect.places.locating import located
from annotations.model import CasualtyFigure, Entity, Precision

HAMA = Entity(
    start=20,
    end=24,
    text="Hama",
    label="GPE",
    country="SY",
    latitude=35.1,
    longitude=36.8,
    geo_precision=Precision.CITY,
)
SYRIA = Entity(
    start=0,
    end=5,
    text="Syria",
    label="GPE",
    country="SY",
    latitude=35.0,
    longitude=38.0,
    geo_precision=Precision.COUNTRY,
)
UNKNOWN = Entity(start=30, end=34, text="Zalm", label="GPE")


def figure(place: str | None) -> CasualtyFigure:
    return CasualtyFigure(start=0, end=3, text="Two", category="killed", place=place)


def test_a_figure_lies_where_its_place_does() -> None:
    (found,) = located([figure("the market of Hama")], [SYRIA, HAMA])
    assert (found.country, found.latitude, found.longitude) == ("SY", 35.1, 36.8)
    assert found.geo_precision is Precision.CITY


def test_the_finest_of_several_places_counts() -> None:
    (found,) = located([figure("Syria, in Hama")], [SYRIA, HAMA])
    assert found.geo_precision is Precision.CITY


def test_a_part_of_a_word_is_no_place() -> None:
    assert located([figure("Hamadan")], [HAMA]) == [figure("Hamadan")]


def test_figures_without_a_known_place_stay_as_they_are() -> None:
    figures = [figure(None), figure("Zalm"), figure("the hills")]
    assert located(figures, [SYRIA, HAMA, UNKNOWN]) == figures


def test_of_two_places_of_one_name_the_nearer_counts() -> None:
    far = replace(HAMA, start=500, end=504, country="XX", latitude=1.0, longitude=1.0)
    near, other = figure("Hama"), replace(figure("Hama"), start=480, end=483)
    assert [each.country for each in located([near, other], [HAMA, far])] == ["SY", "XX"]
