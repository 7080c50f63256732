"""From one annotation to the next: of a layer, unreviewed, by keys of two strokes."""

import pytest

from reader.screens.library.screen import LibraryScreen
from reader.widgets.status_line import StatusLine
from tests.app.driver import Driver, Open

NEXT, PREVIOUS = "right_square_bracket", "left_square_bracket"


def said(reader: Driver) -> str:
    """The line above the keys."""
    return str(reader.screen.query_one(StatusLine).render())


@pytest.mark.parametrize(
    ("key", "visited"),
    [
        ("q", ["“We lost at least 12 people,”"]),
        ("e", ["Ines Calder", "Marrow Bridge", "Oldport"]),
        ("f", ["at least 12 people", "Thirty others"]),
    ],
)
async def test_a_layer_is_walked_by_itself_and_back(
    opened: Open, key: str, visited: list[str]
) -> None:
    async with opened() as reader:
        down, up = [], []
        for _ in visited:
            await reader.press(NEXT, key)
            down.append(reader.focused)
        await reader.press(NEXT, key)
        assert "No further" in said(reader)
        await reader.press("G")
        for _ in visited:
            await reader.press(PREVIOUS, key)
            up.append(reader.focused)
        assert (down, up[::-1]) == (visited, visited)


async def test_a_layer_that_is_hidden_is_said_to_be(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("S", "q", NEXT, "q")
        assert "No further quote below. Quotes are hidden." in said(reader)


async def test_one_key_goes_to_what_is_unreviewed(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("tab", "a", "full_stop")
        assert reader.focused == "“We lost at least 12 people,”"
        await reader.press("comma")
        assert reader.focused == "Marrow Bridge"
        await reader.press("comma")
        assert "No further unreviewed annotation above." in said(reader)
        await reader.press(NEXT, "u")
        assert reader.focused == "“We lost at least 12 people,”"


async def test_what_may_follow_the_first_key_is_shown_until_it_has(opened: Open) -> None:
    async with opened() as reader:
        await reader.press(NEXT)
        assert "] … u unreviewed · q quote" in said(reader)
        await reader.press("q")
        assert "unreviewed · q" not in said(reader)


async def test_all_that_may_follow_is_shown_on_a_small_screen_whatever_goes_on(
    opened: Open,
) -> None:
    async with opened(size=(80, 24)) as reader:
        reader.screen.show_work("detecting 12 %: River takes bridge")
        await reader.press(NEXT)
        assert said(reader).rstrip().endswith("s same speaker")
        assert "detecting" not in said(reader)


async def test_escape_takes_the_first_key_back_and_nothing_else(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("v", "w", NEXT, "escape")
        assert "unreviewed · q" not in said(reader)
        assert reader.selected == "Mayor"
        await reader.press("q")
        assert isinstance(reader.app.screen, LibraryScreen)


async def test_the_mentions_of_a_name_and_the_quotes_of_its_bearer(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("tab", NEXT, "s")
        assert reader.focused == "“We lost at least 12 people,”"
        assert "1/1 quote by Ines Calder" in said(reader)
        await reader.press("asterisk")
        assert reader.focused == "Ines Calder"
        assert "1/1 mention of Ines Calder, round to the top" in said(reader)
        await reader.press("number_sign")
        assert "1/1 mention of Ines Calder, round to the end" in said(reader)


async def test_where_there_is_no_name_to_go_by_nothing_moves(opened: Open) -> None:
    async with opened() as reader:
        await reader.press(NEXT, "n")
        assert "No name and no speaker is known here." in said(reader)
        await reader.press(NEXT, "e", NEXT, "e", PREVIOUS, "s")
        assert "No quote by Marrow Bridge is shown." in said(reader)
        assert reader.focused == "Marrow Bridge"
