"""What lists of names and passages say in their columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from annotations.store.names import NameGroup
from annotations.store.names.profiles import Passage, PassageKind, Profile
from reader.name_columns import (
    heading,
    name_line,
    ordered,
    passage_line,
    passages_title,
    span_of,
    spark,
)


def profile(name: str, *, articles: int = 1, quotes: int = 0, figures: int = 0) -> Profile:
    return Profile(
        name=name,
        group=NameGroup.PERSON,
        articles=articles,
        mentions=articles,
        quotes=quotes,
        figures=figures,
        months=(("2016-10", articles),),
    )


def in_the_rain(kind: PassageKind, *, published: str | None) -> Passage:
    return Passage(
        kind=kind,
        annotation_id=1,
        article_id="a",
        title="Rain",
        source=None,
        published=published,
        start=0,
        end=4,
        text="It\nrained",
    )


def test_names_in_any_order() -> None:
    found = [profile("b", articles=2), profile("C", articles=3, quotes=1), profile("a", quotes=5)]
    assert [each.name for each in ordered(found, by="articles")] == ["C", "b", "a"]
    assert [each.name for each in ordered(found, by="count")] == ["a", "C", "b"]
    assert [each.name for each in ordered(found, by="name")] == ["a", "b", "C"]


def test_bars_are_as_high_as_their_share() -> None:
    months = [("2016-01", 8), ("2016-03", 4), ("2016-04", 1)]
    assert spark(months, (2016 * 12, 2016 * 12 + 3), width=4) == "█ ▄▁"
    assert spark([], (0, 0), width=3) == "   "


def test_the_span_of_all_articles() -> None:
    assert span_of([profile("a")]) == (2016 * 12 + 9, 2016 * 12 + 9)
    assert span_of([]) == (0, 0)


def test_a_line_of_a_name() -> None:
    line = name_line(profile("Mara Dell", articles=12, quotes=3), (2016 * 12, 2016 * 12 + 11), 60)
    assert line.split() == ["Mara", "Dell", "12", "3", "█"]
    assert "█" not in name_line(profile("Mara Dell"), (0, 0), 40)


def test_the_heading_says_what_is_counted_and_sorted_by() -> None:
    assert heading(NameGroup.PERSON, 60, sort="count").split()[:3] == [
        "Name",
        "Articles",
        "Quotes▼",
    ]
    assert "Figures" in heading(NameGroup.PLACE, 60, sort="name")


@pytest.mark.parametrize(("kind", "sign"), [("quote", "Q"), ("figure", "F"), ("mention", "·")])
def test_a_line_of_a_passage(kind: str, sign: str) -> None:
    passage = in_the_rain(PassageKind(kind), published="2016-10-28T09:00:00Z")
    assert passage_line(passage, 60).split() == [sign, "2016-10-28", "Rain", "It", "rained"]


def test_the_words_of_passages_stand_below_each_other() -> None:
    dated = passage_line(in_the_rain(PassageKind.QUOTE, published="2016-10-28"), 60)
    undated = passage_line(in_the_rain(PassageKind.QUOTE, published=None), 60)
    assert dated.index("It rained") == undated.index("It rained") == 26


@given(st.text(max_size=60), st.integers(30, 120))
def test_a_line_fills_its_width(name: str, width: int) -> None:
    assert cell_len(name_line(profile(name), (0, 0), width)) == width


def test_the_title_of_passages() -> None:
    title = passages_title("Ivo Lind", 1_204, mentions_only=False, width=40)
    assert title == "Ivo Lind · 1,204 passages"
    assert passages_title("Ivo Lind", 1, mentions_only=True, width=40) == "Ivo Lind · 1 mention"
    assert passages_title("Ivo Lind", 2, mentions_only=True, width=18) == "Ivo… · 2 mentions"
