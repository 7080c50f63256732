import math

from annotations.relatedness import Bond, Related, Shared, ranked

ANN, OSLO, MAY = (
    Shared(Bond.NAME, "Ann"),
    Shared(Bond.PLACE, "Oslo"),
    Shared(Bond.DAY, "2016-05-01"),
)


def test_what_is_rare_counts_more() -> None:
    found = ranked({OSLO: {2, 3, 4}, ANN: {3}, MAY: {4, 5}}, total=9, limit=9)
    assert [(each.key, each.reasons) for each in found] == [
        (3, (ANN, OSLO)),
        (4, (MAY, OSLO)),
        (5, (MAY,)),
        (2, (OSLO,)),
    ]
    assert math.isclose(found[0].score, math.log(10) ** 2 + math.log(10 / 3) ** 2)


def test_equals_come_in_a_fixed_order_and_no_more_than_asked_for() -> None:
    found = ranked({ANN: {1, 2, 3}}, total=3, limit=2)
    assert [each.key for each in found] == [3, 2]


def test_nothing_shared() -> None:
    assert ranked({}, total=5, limit=5) == []
    assert ranked({ANN: set()}, total=5, limit=5) == []


def test_what_all_share_still_relates_a_little() -> None:
    (found,) = ranked({ANN: {1}}, total=1, limit=5)
    assert found == Related(key=1, score=math.log(2) ** 2, reasons=(ANN,))


def test_one_rare_thing_counts_more_than_two_that_a_third_of_all_share() -> None:
    agency, country, village = (
        Shared(Bond.NAME, name) for name in ("Agency", "Country", "Village")
    )
    third = set(range(1, 11))
    found = ranked({agency: third, country: third, village: {20, 21, 22, 23}}, total=30, limit=2)
    assert [each.key for each in found] == [23, 22]
