"""Keys that a person has chosen: pressed, and shown wherever keys are shown."""

from pathlib import Path

from reader.keyboard.keymap import keymap
from reader.screens.article.screen import ArticleScreen
from reader.screens.dialogs.card import Card
from reader.screens.dialogs.help import HelpScreen
from reader.settings.preferences import Settings
from reader.settings.reading import Configuration
from tests.app.driver import Driver, Open


def choosing(**chosen: str | tuple[str, ...]) -> Configuration:
    """A configuration with some keys, by commands written with underscores for full stops."""
    strokes = {
        name.replace("__", "-").replace("_", ".", 1): (keys,) if isinstance(keys, str) else keys
        for name, keys in chosen.items()
    }
    keys, problems = keymap(strokes)
    assert problems == []
    return Configuration(path=Path("config.toml"), settings=Settings(keymap=keys))


def footer(reader: Driver) -> str:
    return reader.shown().splitlines()[-1]


async def test_a_chosen_key_works_and_the_usual_one_no_longer(opened: Open) -> None:
    async with opened(configuration=choosing(text_next="f6")) as reader:
        await reader.press("tab")
        assert reader.focused is None
        await reader.press("f6")
        assert reader.focused == "Ines Calder"


async def test_two_commands_change_places(opened: Open) -> None:
    configuration = choosing(article_accept="x", article_reject="a")
    async with opened(configuration=configuration) as reader:
        await reader.press("tab", "a")
        await reader.press("x")
        assert "accepted “Marrow Bridge”" in reader.shown()


async def test_a_chosen_sequence(opened: Open) -> None:
    configuration = choosing(text_next="g k", article_close=("g q", "f9"), app_help="g ?")
    async with opened(configuration=configuration) as reader:
        await reader.press("g", "n")
        assert reader.focused == "Ines Calder"
        await reader.press("g", "g")
        assert reader.view.reading.cursor == 0
        await reader.press("g", "x")
        assert reader.focused is None
        await reader.press("g", "question_mark")
        assert isinstance(reader.app.screen, HelpScreen)
        await reader.press("escape", "g", "q")
        assert reader.library


async def test_a_sequence_of_the_library_that_is_empty(opened: Open, tmp_path: Path) -> None:
    configuration = choosing(library_sample="g o")
    async with opened(
        article=None, path=tmp_path / "none.db", configuration=configuration
    ) as reader:
        assert "Press go to open the sample corpus" in reader.shown()
        await reader.press("g", "o")
        assert isinstance(reader.app.screen, ArticleScreen)


async def test_the_footer_shows_chosen_keys(opened: Open) -> None:
    configuration = choosing(text_next="g k", article_accept="f5", article_reject=())
    async with opened(configuration=configuration) as reader:
        await reader.until(lambda: "Help" in footer(reader))
        assert "gk Next" in footer(reader)
        assert "F5 Accept" in footer(reader)
        assert "Reject" not in footer(reader)


async def test_help_and_messages_show_chosen_keys(opened: Open) -> None:
    configuration = choosing(text_next="g k", article_reject=(), app_help="f1", text_select=())
    async with opened(configuration=configuration) as reader:
        await reader.press("enter")
        assert "“start selecting; motions extend” in the command palette begins" in reader.shown()
        await reader.press("a")
        assert "gk goes to the next one" in reader.shown()
        await reader.press("f1")
        shown = reader.shown()
        assert "gk                next annotation" in shown
        assert "reject and go" not in shown
        await reader.press("f1")
        assert not isinstance(reader.app.screen, HelpScreen)


async def test_help_lists_only_what_works_here(opened: Open) -> None:
    async with opened(size=(100, 220)) as reader:
        await reader.press("question_mark")
        shown = reader.shown()
        assert "next annotation" in shown and "accept and go" in shown
        assert "next row" not in shown and "sort by" not in shown
        assert ":goto 40%|LINE" in shown
        await reader.press("question_mark", "p", "question_mark")
        shown = reader.shown()
        assert "next row" in shown and "accept and go" in shown
        assert "next annotation" not in shown
        await reader.press("escape", "escape", "q", "question_mark")
        shown = reader.shown()
        assert "next row" in shown and "sort by" in shown
        assert "accept and go" not in shown and "How to read the page" not in shown
        assert ":goto" not in shown and ":open WORDS" in shown


async def test_the_key_that_opens_a_card_closes_it(opened: Open) -> None:
    async with opened(configuration=choosing(article_inspect="f3")) as reader:
        await reader.press("f3")
        assert isinstance(reader.app.screen, Card)
        await reader.press("f3")
        assert not isinstance(reader.app.screen, Card)


async def test_a_command_without_a_key_is_still_in_the_palette(opened: Open) -> None:
    async with opened(configuration=choosing(article_accept=(), app_palette="f2")) as reader:
        await reader.press("tab", "ctrl+p")
        assert isinstance(reader.app.screen, ArticleScreen)
        await reader.press("f2")
        await reader.type("accept and")
        await reader.until(lambda: "Accept and go" in reader.shown())
        await reader.press("enter")
        await reader.until(lambda: "accepted “Ines Calder”" in reader.shown())


async def test_what_is_said_names_the_chosen_keys(opened: Open) -> None:
    configuration = choosing(text_select="f6", text_next="f7", article_find="f8")
    async with opened(configuration=configuration) as reader:
        await reader.press("y")
        assert "F6 selects text, F7 goes to the next annotation." in reader.shown()
        await reader.press("n")
        assert "Nothing to find: F8 begins a search." in reader.shown()


async def test_help_lists_what_a_filter_is_made_of(opened: Open) -> None:
    async with opened(article=None) as reader:
        await reader.press("question_mark", "G")
        assert "In a filter" in reader.shown() and "is:unreviewed" in reader.shown()


async def test_help_leaves_out_what_would_do_nothing(opened: Open, tmp_path: Path) -> None:
    async with opened(article=None, path=tmp_path / "none.db") as reader:
        await reader.press("question_mark")
        assert "add and open the sample corpus" in reader.shown()
        assert "sort by the next column" not in reader.shown()
