from array import array

from reader.services.questions import grouped


def test_articles_are_grouped_by_day_the_latest_first() -> None:
    days = {1: "2016-05-01", 2: "2016-05-02", 4: "2016-05-01"}
    rows, headings = grouped(array("q", [1, 2, 3, 4]), days)
    assert rows.tolist() == [-1, 2, -2, 1, 4, -3, 3]
    assert headings == [
        "2016-05-02 · 1 article",
        "2016-05-01 · 2 articles",
        "day unknown · 1 article",
    ]


def test_nothing_to_group() -> None:
    assert grouped(array("q"), {}) == (array("q"), [])
