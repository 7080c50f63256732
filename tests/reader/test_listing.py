from reader.listing import Listing

LISTING = Listing([30, 10, 20])


def test_the_place_counts_from_one() -> None:
    assert [LISTING.place(key) for key in (30, 20, 5)] == [(1, 3), (3, 3), None]


def test_what_lies_beyond_begins_with_the_neighbour() -> None:
    assert list(LISTING.beyond(30, 1)) == [10, 20]
    assert list(LISTING.beyond(20, -1)) == [10, 30]
    assert list(LISTING.beyond(20, 1)) == list(LISTING.beyond(30, -1)) == []
    assert list(LISTING.beyond(5, 1)) == []
