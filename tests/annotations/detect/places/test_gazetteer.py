"""The places that can be meant."""

from annotations.detect.places.gazetteer import country, places
from annotations.model import Precision


def test_a_country_comes_before_its_namesakes() -> None:
    first, *others = places("Georgia")
    assert (first.precision, first.country) == (Precision.COUNTRY, "GE")
    assert ("US", Precision.REGION) in {(each.country, each.precision) for each in others}


def test_larger_places_come_first() -> None:
    assert [each.country for each in places("Paris")][:2] == ["FR", "ZA"]


def test_names_in_the_news_are_known() -> None:
    assert places("Kiev")[0].name == "Kyiv"
    assert places("the U.S.")[0].country == "US"
    assert places("Raqqa")[0].country == "SY"


def test_what_is_no_place() -> None:
    assert places("Kelp Front") == []
    assert country("XX") is None


def test_a_country_has_coordinates() -> None:
    syria = country("SY")
    assert syria is not None
    assert (round(syria.latitude), round(syria.longitude)) == (35, 37)
