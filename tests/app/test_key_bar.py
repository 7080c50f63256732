import pytest

from reader.screens.dialogs.help import HelpScreen
from reader.widgets.key_bar import KeyBar, Offer, fitting
from tests.app.driver import Driver, Open

OFFERS = [Offer("a", "Accept"), Offer("]q", "Quote"), Offer("?", "Help")]


def keys(reader: Driver) -> str:
    """The last line of the screen."""
    return reader.shown().splitlines()[-1].strip()


@pytest.mark.parametrize(
    ("width", "shown"),
    [(80, "a ]q ?"), (25, "a ]q ?"), (24, "a ?"), (16, "a ?"), (15, "?"), (1, "?")],
)
def test_as_many_as_there_is_room_for_and_always_the_last(width: int, shown: str) -> None:
    assert " ".join(offer.key for offer in fitting(OFFERS, width)) == shown


def test_nothing_to_show() -> None:
    assert fitting([], 80) == []


async def test_the_keys_follow_what_has_the_focus(opened: Open) -> None:
    async with opened() as reader:
        assert keys(reader).startswith("Tab Next")
        await reader.press("p")
        assert not keys(reader).startswith("Tab Next")
        assert keys(reader).endswith("? Help")


@pytest.mark.parametrize("width", [120, 80, 60, 30])
async def test_a_click_does_what_the_key_does(opened: Open, width: int) -> None:
    async with opened(size=(width, 24)) as reader:
        assert keys(reader).endswith("? Help")
        await reader.pilot.click(KeyBar, offset=(keys(reader).index("Help"), 0))
        assert isinstance(reader.app.screen, HelpScreen)


async def test_a_click_beside_the_keys_does_nothing(opened: Open) -> None:
    async with opened(size=(200, 24)) as reader:
        await reader.pilot.click(KeyBar, offset=(190, 0))
        assert not isinstance(reader.app.screen, HelpScreen)


async def test_the_mouse_on_a_key_says_more(opened: Open) -> None:
    async with opened() as reader:
        bar = reader.screen.query_one(KeyBar)
        await reader.pilot.hover(KeyBar, offset=(keys(reader).index("Help"), 0))
        assert bar.tooltip == "show what the keys do here"
        await reader.pilot.hover(KeyBar, offset=(119, 0))
        assert bar.tooltip is None


async def test_while_letters_are_typed_only_the_keys_of_the_question(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("slash")
        assert keys(reader) == "Enter Done Esc Cancel"
        await reader.press("escape", "colon")
        assert keys(reader) == "Enter Done Tab Complete Esc Cancel"
        await reader.pilot.click(KeyBar, offset=(keys(reader).index("Cancel"), 0))
        assert keys(reader).endswith("? Help")
