from typing import Any

import pytest
from rich.cells import cell_len

from annotations.model import (
    Article,
    CasualtyFigure,
    Confidence,
    Count,
    Entity,
    Precision,
    Quote,
    Span,
    Status,
)
from annotations.summary import Toll, summarize
from reader.describing import (
    STATUS_SIGNS,
    SWITCH_NAMES,
    account,
    article_fields,
    count,
    excerpt,
    fields,
    short,
)
from reader.switches import Switch


def test_every_switch_has_a_name_and_every_status_a_sign_of_one_cell() -> None:
    assert set(SWITCH_NAMES) == set(Switch)
    assert set(STATUS_SIGNS) == set(Status)
    assert len(set(STATUS_SIGNS.values())) == len(Status)
    assert {cell_len(sign) for sign in STATUS_SIGNS.values()} == {1}


def test_entity() -> None:
    entity = Entity(start=0, end=9, text="Mr Peskov", label="PERSON", name="Dmitry Peskov")
    assert fields(entity) == [
        ("label", "PERSON"),
        ("name", "Dmitry Peskov"),
        ("status", "suggested"),
    ]


def test_place() -> None:
    place = Entity(
        start=0,
        end=7,
        text="Tripoli",
        label="GPE",
        name="Tripoli",
        country="LB",
        latitude=34.437,
        longitude=35.834,
        geo_precision=Precision.CITY,
        geo_alternatives=("Tripoli, Libya (32.9, 13.2)",),
    )
    described = dict(fields(place))
    assert described["on the map"] == "LB 34.437, 35.834 (city)"
    assert described["or else"] == "Tripoli, Libya (32.9, 13.2)"


def test_entity_without_a_name() -> None:
    entity = Entity(start=0, end=2, text="it", label="ORG")
    assert fields(entity) == [("label", "ORG"), ("status", "suggested")]


def test_quote() -> None:
    quote = Quote(
        start=9,
        end=20,
        text="“Never again”",
        type="direct",
        speaker=Span(start=0, end=2, text="He"),
        cue=Span(start=3, end=7, text="said"),
        speaker_name="Ann Lee",
    )
    assert fields(quote) == [
        ("quote", "direct"),
        ("said by", "Ann Lee"),
        ("speaker", "“He”"),
        ("cue", "“said”"),
        ("status", "suggested"),
    ]


def test_quote_with_what_stands_behind_it() -> None:
    quote = Quote(
        start=20,
        end=31,
        text="“and no use",
        type="direct",
        speaker=Span(start=13, end=16, text="she"),
        cue=Span(start=8, end=12, text="said"),
        speaker_name="Ann Lee",
        speaker_rule="pronoun",
        utterance=Span(
            start=0, end=61, text="“It is late,” she said, “and no use waiting for them tonight.”"
        ),
        rule="chained",
        confidence=Confidence.MEDIUM,
    )
    assert fields(quote) == [
        ("quote", "direct"),
        ("said by", "Ann Lee"),
        ("speaker", "“she”"),
        ("named by", "“he” or “she”: the likeliest person named before"),
        ("cue", "“said”"),
        ("part of", "“It is late,” … them tonight.”"),
        ("status", "suggested"),
        ("rule", "chained, medium"),
    ]


def test_rules_that_only_another_version_knows_are_named_by_their_ids() -> None:
    quote = Quote(
        start=0, end=5, text="“No.”", type="direct", rule="oracle", speaker_rule="[b]seer[/b]"
    )
    assert dict(fields(quote))["named by"] == "[b]seer[/b]"
    assert dict(fields(quote))["rule"] == "oracle"


def test_name_found_by_a_rule() -> None:
    entity = Entity(start=0, end=2, text="UN", label="ORG", rule="list", confidence=Confidence.HIGH)
    assert fields(entity)[1:] == [("status", "suggested"), ("rule", "list, high")]


def test_quote_by_nobody_known() -> None:
    quote = Quote(start=0, end=5, text="“No.”", type="direct")
    assert fields(quote)[1:4] == [("said by", "unknown"), ("speaker", "none"), ("cue", "none")]


def test_figure() -> None:
    figure = CasualtyFigure(
        start=0,
        end=20,
        text="at least 12 soldiers",
        category="killed",
        count=Count(low=12, best=12),
        qualifier="at_least",
        victim_type="soldier",
        place="Oldport",
        victim_group="Iraqi",
        date="on Tuesday",
        date_iso="2016-10-25",
        claimed_by="the army",
        claimed_in=Span(start=0, end=40, text="“We lost at least 12 of our best soldiers”"),
        rate="every day",
        negated=True,
        subset=True,
        part_of=Span(start=50, end=60, text="the 40 men"),
        cumulative=True,
        historical=True,
        implicit=True,
        rule="passive",
        confidence=Confidence.HIGH,
    )
    assert fields(figure) == [
        ("figure", "killed"),
        ("count", "at least 12"),
        ("is", "negated, historical, implicit, subset, cumulative"),
        ("victims", "soldier, Iraqi"),
        ("claimed by", "the army"),
        ("date", "on Tuesday = 2016-10-25"),
        ("place", "Oldport"),
        ("rate", "every day"),
        ("part of", "“the 40 men”"),
        ("in quote", "“We lost at … best soldiers”"),
        ("status", "suggested"),
        ("rule", "passive, high"),
    ]


def figure_of(count: Count, **more: Any) -> CasualtyFigure:
    text = "Several Dozen people"
    return CasualtyFigure(
        start=5, end=25, text=text, num_start=5, num_end=18, category="killed", count=count, **more
    )


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (figure_of(Count(low=12, high=12, best=12), qualifier="only"), "only 12"),
        (figure_of(Count(low=12, best=12), qualifier="more_than"), "more than 12"),
        (figure_of(Count(high=12, best=12), qualifier="up_to"), "up to 12"),
        (figure_of(Count(low=10, high=14, best=12), qualifier="about"), "about 10 to 14, best 12"),
        (
            figure_of(Count(low=36, best=36), vague_rule="default"),
            "several dozen, 36 by the default rule",
        ),
        (figure_of(Count(), vague_rule="acled"), "several dozen, unknown by the acled rule"),
    ],
)
def test_the_count_is_put_as_the_text_puts_it(figure: CasualtyFigure, expected: str) -> None:
    assert dict(fields(figure))["count"] == expected


@pytest.mark.parametrize(
    ("figure", "name", "expected"),
    [
        (figure_of(Count(), victim_group="Taliban"), "victims", "Taliban"),
        (figure_of(Count(), date="2016-10-25", date_iso="2016-10-25"), "date", "2016-10-25"),
        (figure_of(Count(), date="that day"), "date", "that day"),
        (figure_of(Count(), rule="nearby", confidence=None), "rule", "nearby"),
    ],
)
def test_parts_of_a_field_that_are_not_known_are_left_out(
    figure: CasualtyFigure, name: str, expected: str
) -> None:
    assert dict(fields(figure))[name] == expected


def test_figure_of_which_little_is_known() -> None:
    figure = CasualtyFigure(start=0, end=4, text="many", category="injured")
    assert fields(figure) == [
        ("figure", "injured"),
        ("count", "unknown"),
        ("victims", "unsaid"),
        ("claimed by", "unsaid"),
        ("status", "suggested"),
    ]


def test_what_a_person_did_comes_last() -> None:
    entity = Entity(
        start=0,
        end=2,
        text="UN",
        label="ORG",
        status=Status.CORRECTED,
        annotator="ann",
        tags=("check", "later"),
        note="see page 2",
    )
    assert fields(entity)[1:] == [
        ("status", "corrected by ann"),
        ("tags", "check, later"),
        ("note", "see page 2"),
    ]


def test_values_stay_on_one_line_and_never_reach_the_terminal_as_commands() -> None:
    entity = Entity(start=0, end=1, text="x", label="\x1b[31mORG", name="a\nb", note="[red]c\x07")
    assert fields(entity) == [
        ("label", "ORG"),
        ("name", "a b"),
        ("status", "suggested"),
        ("note", "[red]c\N{REPLACEMENT CHARACTER}"),
    ]


def test_short() -> None:
    entity = Entity(start=0, end=9, text="the\nUnited \x1b[1mNations", label="ORG")
    assert short(entity) == "“the United Nations” (ORG)"


def test_short_leaves_the_middle_of_a_long_text_out() -> None:
    quote = Quote(start=0, end=51, text="“" + "a" * 25 + " " + "b" * 24 + "”", type="direct")
    assert short(quote, width=23) == "“aaaaaaaaaa … bbbbbbbbbb” (direct)"


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, "“”"),
        ("ten signs.", 10, "“ten signs.”"),
        ("eleven sign", 10, "“ele … ign”"),
        ("one two three four", 11, "“one … four”"),
        ("The exchange has come up again", 20, "“The … up again”"),
        ("We lost the long exchange once", 22, "“We lost … once”"),
        ("one\n\n  two", 10, "“one two”"),
    ],
)
def test_excerpt(text: str, width: int, expected: str) -> None:
    assert excerpt(text, width=width) == expected


@pytest.mark.parametrize("size", [39, 40, 41, 42, 43, 44, 400])
def test_excerpt_is_never_longer_than_its_width(size: int) -> None:
    assert len(excerpt("x" * size, width=40)) <= 40 + len("“”")


@pytest.mark.parametrize(
    ("counted", "expected"),
    [
        (Count(), "unknown"),
        (Count(low=12, high=12, best=12), "12"),
        (Count(low=12, high=12), "12"),
        (Count(best=12), "12"),
        (Count(low=0, high=0, best=0), "0"),
        (Count(low=10, high=15, best=12), "10 to 15, best 12"),
        (Count(low=10, high=15, best=10), "10 to 15, best 10"),
        (Count(low=10, high=15), "10 to 15"),
        (Count(low=0, high=5, best=5), "0 to 5, best 5"),
        (Count(low=12, best=12), "at least 12"),
        (Count(low=24), "at least 24"),
        (Count(low=12, best=14), "at least 12, best 14"),
        (Count(high=30, best=30), "at most 30"),
        (Count(high=30, best=20), "at most 30, best 20"),
        (Count(low=1200, high=20000), "1,200 to 20,000"),
    ],
)
def test_count(counted: Count, expected: str) -> None:
    assert count(counted) == expected


def tolls(*parts: tuple[int, str, str | None]) -> tuple[Toll, ...]:
    return summarize(
        CasualtyFigure(
            start=place,
            end=place + 1,
            text="x",
            category=category,
            count=Count(low=number, high=number, best=number),
            claimed_by=source,
        )
        for place, (number, category, source) in enumerate(parts)
    )


DISPUTED = tolls((40, "killed", "the army"), (7, "killed", "the rebels"), (30, "injured", None))


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (60, "killed 40 (the army); 7 (the rebels) · injured 30"),
        (49, "killed 40 (the army); 7 (the rebels) · injured 30"),
        (48, "40 killed · 30 injured"),
        (22, "40 killed · 30 injured"),
        (21, "40 killed …"),
        (11, "40 killed …"),
        (10, ""),
    ],
)
def test_the_account_of_tolls_is_the_longest_that_fits(width: int, expected: str) -> None:
    assert account(DISPUTED, width=width, sources=True) == expected


def test_sources_are_named_only_where_that_is_asked_for_and_there_are_some() -> None:
    assert account(DISPUTED, width=90) == "40 killed · 30 injured"
    assert account(tolls((40, "killed", None)), width=90, sources=True) == "40 killed"
    assert account((), width=90, sources=True) == ""


def test_an_account_never_reaches_the_terminal_as_commands() -> None:
    hostile = tolls((40, "killed", "the\n\x1b[2Jarmy"))
    assert account(hostile, width=90, sources=True) == "killed 40 (the army)"


def test_article() -> None:
    article = Article(
        id="a",
        text="…",
        source="The Example",
        published="2016-10-28",
        byline=("Ann Lee", "Bo Ek"),
        tags=("one", "two"),
        note="see\npage 2",
    )
    assert article_fields(article, DISPUTED) == [
        ("killed", "40 (the army); 7 (the rebels)"),
        ("injured", "30"),
        ("source", "The Example"),
        ("published", "2016-10-28"),
        ("byline", "Ann Lee, Bo Ek"),
        ("tags", "one, two"),
        ("note", "see ⏎ page 2"),
    ]


def test_article_of_which_nothing_is_known() -> None:
    assert article_fields(Article(id="a", text="…"), ()) == []
