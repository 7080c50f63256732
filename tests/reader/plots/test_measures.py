"""What is counted of a name by period, and the passages behind it."""

from annotations.store.names.profiles import Passage, PassageKind
from annotations.store.names.timelines import Day
from reader.plots.measures import MEASURES, behind, measured, number_of, values
from reader.plots.periods import Unit

ARTICLES, QUOTES, KILLED, INJURED = MEASURES
DAYS = [
    Day(day="2016-10-28", articles=3, quotes=2, killed=40),
    Day(day="2016-10-30", articles=1, killed=12),
    Day(day="2017", articles=5),
]


def passage(kind: PassageKind, published: str | None, category: str | None = None) -> Passage:
    return Passage(
        kind=kind,
        annotation_id=1,
        article_id="a",
        title="",
        source=None,
        published=published,
        start=0,
        end=1,
        text="x",
        category=category,
    )


def test_articles_add_up_and_of_figures_the_highest_counts() -> None:
    months = ["2016-10", "2016-11"]
    assert values(DAYS, ARTICLES, Unit.MONTH, months) == [4, 0]
    assert values(DAYS, QUOTES, Unit.MONTH, months) == [2, 0]
    assert values(DAYS, KILLED, Unit.MONTH, months) == [40, 0]
    assert values(DAYS, ARTICLES, Unit.YEAR, ["2016", "2017"]) == [4, 5]


def test_only_what_there_is_can_be_measured() -> None:
    assert measured(DAYS) == [ARTICLES, QUOTES, KILLED]
    assert measured([]) == [ARTICLES]


def test_values_in_words() -> None:
    said = [number_of(*each) for each in ((ARTICLES, 1), (QUOTES, 1200), (KILLED, 40))]
    assert said == ["1 article", "1,200 quotes", "40 killed"]


def test_the_passages_behind_a_bar() -> None:
    mention = passage(PassageKind.MENTION, "2016-10-28")
    quote = passage(PassageKind.QUOTE, "2016-11-01")
    killed = passage(PassageKind.FIGURE, "2016-10-02", "killed")
    missing = passage(PassageKind.FIGURE, None, "missing")
    every = [mention, quote, killed, missing]
    assert behind(every, ARTICLES, Unit.MONTH, None) == every
    assert behind(every, ARTICLES, Unit.MONTH, "2016-10") == [mention, killed]
    assert behind(every, QUOTES, Unit.DAY, None) == [quote]
    assert behind(every, QUOTES, Unit.DAY, "2016-10-28") == []
    assert behind(every, KILLED, Unit.YEAR, "2016") == [killed]
    assert behind(every, INJURED, Unit.YEAR, None) == []
