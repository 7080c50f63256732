"""Which figures are of one incident."""

import pytest

from annotations.incidents.grouping import grouped
from annotations.incidents.mentions import Mention, Report
from annotations.incidents.places import mentions_of
from annotations.model import Entity, Status
from tests.annotations.incidents.told import figure, mention


def ids(*mentions: Mention) -> dict[str, int]:
    """How many figures are in each incident."""
    return {each.id: len(each.mentions) for each in grouped(mentions)}


def test_one_place_and_day_across_articles() -> None:
    first = mention(figure("5", 5, date_iso="2020-05-03"), article="a")
    second = mention(figure("7", 7, date_iso="2020-05-03T04:00"), article="b", place="LINDOW")
    other_day = mention(figure("8", 8, date_iso="2020-05-02"), article="b")
    elsewhere = mention(figure("9", 9, date_iso="2020-05-03"), place="Calder Vale")
    assert ids(first, second, other_day, elsewhere) == {
        "calder-vale-2020-05-03": 1,
        "lindow-2020-05-02": 1,
        "lindow-2020-05-03": 2,
    }


@pytest.mark.parametrize(
    ("stated", "published", "name"),
    [
        (None, "2020-05-04T10:00:00Z", "lindow-2020-05-04"),
        (None, None, "lindow-undated"),
        ("2020-05", "2020-05-04", "lindow-2020-05"),
        ("2020-05-01/2020-05-03", None, "lindow-2020-05-01-to-2020-05-03"),
    ],
)
def test_the_date_is_as_stated_or_the_article_s(
    stated: str | None, published: str | None, name: str
) -> None:
    assert ids(mention(figure("5", 5, date_iso=stated), published=published)) == {name: 1}


def test_what_names_no_place_stands_with_its_own_report_and_its_copies() -> None:
    first = mention(figure("5", 5), article="a", place=None)
    copy = mention(figure("5", 5), article="b", place=None, copy_of="a")
    other = mention(figure("5", 5), article="c", place=None)
    assert ids(first, copy, other) == {"unplaced-a-2020-05-04": 2, "unplaced-c-2020-05-04": 1}


def test_a_tag_says_otherwise() -> None:
    tagged = mention(figure("5", 5, tags=("aid", "incident/market")))
    article = mention(figure("6", 6), article="b", tags=("incident/market",), place="Calder")
    both = mention(figure("7", 7, tags=("incident/mill",)), tags=("incident/market",))
    moved = mention(figure("8", 8, tags=("incident/lindow-2020-05-04",)), place="Calder")
    plain = mention(figure("9", 9))
    none = mention(figure("1", 1, tags=("incident", "incidental/x")), place="Calder")
    assert ids(tagged, article, both, moved, plain, none) == {
        "calder-2020-05-04": 1,
        "lindow-2020-05-04": 2,
        "market": 2,
        "mill": 1,
    }


def test_rejected_figures_are_in_none() -> None:
    assert ids(mention(figure("5", 5, status=Status.REJECTED))) == {}


def test_an_incident_is_where_and_when_most_figures_say() -> None:
    tags = ("incident/x",)
    placed = {"latitude": 1.0, "longitude": 2.0}
    (found,) = grouped(
        [
            mention(figure("5", 5, tags=tags, date_iso="2020-05-02"), place="Calder"),
            mention(figure("6", 6, tags=tags, date_iso="2020-05-03"), article="b"),
            mention(figure("7", 7, tags=tags, date_iso="2020-05-03", **placed), published="2020"),
        ]
    )
    assert (found.place, found.date, found.first_published) == ("Lindow", "2020-05-03", "2020")
    assert found.located is not None
    assert found.located.figure.latitude == 1.0


def entity(words: str, name: str) -> Entity:
    return Entity(start=0, end=len(words), text=words, label="GPE", name=name)


def test_places_go_by_their_names_in_all_articles() -> None:
    names = [entity("LINDOW", "Lindow"), entity("Lindow city", "Lindow City")]
    figures = [
        figure("5", place="lindow"),
        figure("6", place="Lindow city"),
        figure("7", place="Z"),
    ]
    known_as = {("GPE", "Lindow City"): "Lindow", ("ORG", "Lindow"): "Lindow Ltd"}
    found = mentions_of(Report(article_id="a"), [*names, *figures], known_as)
    assert [each.place for each in found] == ["Lindow", "Lindow", "Z"]


def test_a_figure_without_a_place_has_the_only_one_of_its_article() -> None:
    bare, placed, other = figure("5"), figure("6", place="Lindow"), figure("7", place="Calder")
    report = Report(article_id="a")
    only = mentions_of(report, [bare, placed], {})
    several = mentions_of(report, [bare, placed, other], {})
    assert [(each.place, each.place_is_inferred) for each in only] == [
        ("Lindow", True),
        ("Lindow", False),
    ]
    assert several[0].place is None


def test_merged_places_go_by_their_name_also_where_names_are_not_exported() -> None:
    known_as = {("GPE", "Lindow City"): "Lindow", ("ORG", "Calder"): "Calder Ltd"}
    figures = [figure("5", place="Lindow City"), figure("6", place="Calder")]
    found = mentions_of(Report(article_id="a"), figures, known_as)
    assert [each.place for each in found] == ["Lindow", "Calder"]
