"""Finding in the open article: as one types, going round, by regular expressions."""

import pytest

from annotations.model import Article
from reader.painting import Look
from reader.services import pattern_search
from tests.app.driver import TEXT, Driver, Open

LONG = Article(
    id="long",
    title="Long",
    text="\n\n".join(f"Paragraph {number} says nothing." for number in range(200)),
)
ENDLESS = Article(id="endless", title="Endless", text="a" * 60 + "b and nothing else")


def found(reader: Driver) -> list[str]:
    """The hits that are marked in the lines of the text."""
    reading = reader.view.reading
    whole = reading.hits.within(0, len(reading.text))
    return [reading.text[start:end] for start, end in whole]


async def test_hits_are_shown_and_counted_as_one_types(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("slash")
        await reader.type("the")
        assert "1/4 “the”" in reader.shown()
        assert found(reader) == ["the"] * 4
        marks = reader.view._marks_on(0, len(TEXT))
        assert sum(mark.look is Look.HIT for mark in marks) == 4


async def test_hits_are_walked_round_and_counted_for_as_long_as_they_are_there(
    opened: Open,
) -> None:
    async with opened() as reader:
        await reader.press("slash")
        await reader.type("the\r")
        await reader.press("n")
        assert "2/4 “the”" in reader.shown()
        await reader.press("N", "N")
        assert "4/4 “the”, round to the end" in reader.shown()
        assert reader.view.reading.cursor == TEXT.rindex("the")
        await reader.press("n")
        assert "1/4 “the”, round to the top" in reader.shown()
        await reader.press("j", "question_mark", "escape")
        assert " 4 hits · 6 of 6 unreviewed" in reader.shown()
        await reader.press("n", "escape")
        assert "/4" not in reader.shown()


async def test_one_hit_is_one(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("slash", *"valley", "enter", "g", "g")
        assert " 1 hit · 6 of 6 unreviewed" in reader.shown()


async def test_small_letters_find_capitals_too_but_not_the_other_way_round(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("slash")
        await reader.type("we")
        assert found(reader) == ["We"]
        await reader.press("enter", "slash")
        await reader.type("WE")
        assert found(reader) == []
        assert "“WE” does not occur." in reader.shown()


async def test_escape_goes_back_to_the_place_and_what_was_in_view(opened: Open) -> None:
    async with opened(article=LONG, size=(80, 24)) as reader:
        await reader.press("space", "k", "k")
        place = reader.view.place
        await reader.press("slash")
        await reader.type("150")
        assert "Paragraph 150" in reader.shown()
        await reader.press("escape")
        assert reader.view.place == place
        assert found(reader) == []


async def test_find_nothing(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("slash")
        await reader.type("zebra")
        assert "“zebra” does not occur." in reader.shown()
        assert reader.view.reading.cursor == 0
        await reader.press("enter", "escape", "n")
        assert "/ begins a search" in reader.shown()


async def test_a_regular_expression_begins_with_v(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("slash", "backslash", "v")
        await reader.type("l[oe]")
        await reader.press("full_stop")
        await reader.until(lambda: found(reader) == ["los", "lea", "le,", "ley"])
        await reader.press("enter", "n")
        assert "2/4 “\\vl[oe].”" in reader.shown()


async def test_a_bad_expression_is_told_beside_it_and_typing_goes_on(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("slash", "backslash", "v", "left_parenthesis", "o")
        await reader.until(lambda: "no regular expression: missing )" in reader.shown())
        assert "does not occur" not in reader.shown()
        await reader.press("right_parenthesis", "l", "d")
        await reader.until(lambda: found(reader) == ["Old"])
        assert "no regular expression" not in reader.shown()


async def test_an_endless_expression_leaves_the_screen_alive(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pattern_search.search, "__kwdefaults__", {"patience": 0.3})
    async with opened(article=ENDLESS) as reader:
        await reader.press("slash", "backslash", "v")
        await reader.type("(a+)+")
        await reader.press("dollar_sign")
        await reader.until(lambda: "takes longer than 0.3 seconds" in reader.shown())
        monkeypatch.setattr(pattern_search.search, "__kwdefaults__", {"patience": 60})
        await reader.press("backspace")
        await reader.until(lambda: found(reader) == ["a" * 60, "a"])
