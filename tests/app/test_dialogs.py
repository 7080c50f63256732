"""The keys of what opens over a screen: pickers, help, cards, the tour, related articles."""

from pathlib import Path

from annotations.store import Store
from reader.keyboard.keymap import keymap
from reader.screens.dialogs.card import Card
from reader.screens.dialogs.help import HelpScreen
from reader.screens.dialogs.kind_picker import KindPicker
from reader.screens.dialogs.saved_filters import SavedFilterPicker
from reader.screens.dialogs.tour import TourScreen
from reader.screens.library.screen import LibraryScreen
from reader.screens.related import RelatedScreen
from reader.settings.preferences import Settings
from reader.settings.reading import Configuration
from tests.app.driver import ARTICLE, Driver, Open

FILTERS = {"aid": "tag:aid", "early": "before:2017", "late": "after:2018"}


def choosing(**chosen: tuple[str, ...]) -> Configuration:
    """A configuration with some keys, by commands written with underscores for full stops."""
    keys, problems = keymap({name.replace("_", ".", 1): keys for name, keys in chosen.items()})
    assert problems == []
    return Configuration(path=Path("config.toml"), settings=Settings(keymap=keys))


def saved(store: Store) -> None:
    for name, typed in FILTERS.items():
        store.saved_filters.save(name, typed)


def bar(reader: Driver) -> int | None:
    screen = reader.app.screen
    assert isinstance(screen, KindPicker | SavedFilterPicker)
    return screen.choices.highlighted


def scrolled(reader: Driver) -> float:
    screen = reader.app.screen
    assert isinstance(screen, Card | HelpScreen)
    return screen.scrolled.scroll_offset.y


async def test_saved_filters_are_moved_in_by_the_keys_of_lists(opened: Open, store: Store) -> None:
    saved(store)
    async with opened(article=None) as reader:
        await reader.press("F")
        assert "Enter to filter, Delete to forget, Esc to leave" in reader.shown()
        places = []
        for key in ("j", "down", "down", "k", "G", "home", "tab", "h"):
            await reader.press(key)
            places.append(bar(reader))
        assert places == [1, 2, 2, 1, 2, 0, 1, 0]
        await reader.press("2", "j")
        assert bar(reader) == 2
        await reader.press("g", "g")
        assert bar(reader) == 0
        await reader.press("5", "j")
        assert "2 of 5 rows: the list ends here." in reader.shown()
        await reader.press("enter")
        assert "for “after:2018”" in reader.shown()


async def test_chosen_keys_work_in_saved_filters_and_are_named(opened: Open, store: Store) -> None:
    saved(store)
    configuration = choosing(
        rows_down=("f6",), rows_choose=("f7",), dialog_remove=("f8",), dialog_close=("f9",)
    )
    async with opened(article=None, configuration=configuration) as reader:
        await reader.press("F", "down", "j", "enter", "delete", "escape", "q")
        assert bar(reader) == 0
        assert "F7 to filter, F8 to forget, F9 to leave" in reader.shown()
        await reader.press("f6", "f8")
        assert store.saved_filters.all() == {name: FILTERS[name] for name in ("aid", "late")}
        await reader.press("f9")
        assert isinstance(reader.app.screen, LibraryScreen)
        await reader.press("F", "f6", "f7")
        assert "for “after:2018”" in reader.shown()


async def test_help_and_cards_scroll_by_the_keys_of_lists(opened: Open) -> None:
    configuration = choosing(rows_down=("f6",), dialog_close=("f9",))
    async with opened(size=(80, 24), configuration=configuration) as reader:
        await reader.press("question_mark", "f6", "f6")
        assert scrolled(reader) == 2
        await reader.press("1", "0", "f6")
        assert scrolled(reader) == 12
        await reader.press("down", "escape")
        assert scrolled(reader) == 12
        await reader.press("7", "G")
        assert scrolled(reader) == 6
        await reader.press("space", "b", "home")
        assert scrolled(reader) == 0
        await reader.press("f9", "i", "f6", "f9")
        assert reader.screen.view.has_focus


async def test_what_is_waited_for_stands_in_the_border(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("question_mark", "1", "2")
        assert "12 … a motion goes so often · G to row 12" in reader.shown()
        await reader.press("escape")
        assert "12 …" not in reader.shown()
        assert isinstance(reader.app.screen, HelpScreen)
        await reader.press("g")
        assert "g … g first row" in reader.shown()
        await reader.press("g", "2", "q")
        assert "Nothing done: “close it, and choose nothing” takes no number" in reader.shown()
        await reader.press("q")
        assert reader.screen.view.has_focus


async def test_help_is_there_in_a_card_too(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("i", "question_mark")
        assert isinstance(reader.app.screen, HelpScreen)
        assert "close it, and choose nothing" in reader.shown()
        assert "accept and go" not in reader.shown()
        await reader.press("question_mark")
        assert isinstance(reader.app.screen, Card)
        await reader.press("enter")
        assert reader.screen.view.has_focus


async def test_in_the_picker_of_kinds_letters_are_typed_and_escape_always_leaves(
    opened: Open,
) -> None:
    configuration = choosing(dialog_close=("q",), rows_down=("f6", "j"), rows_up=("f7",))
    async with opened(configuration=configuration) as reader:
        await reader.press("tab", "e", "f6", "f6", "pagedown")
        at = bar(reader)
        await reader.press("f7")
        assert at is not None and at > 2 and bar(reader) == at - 1
        await reader.press("q", "j", "2")
        assert isinstance(reader.app.screen, KindPicker)
        await reader.press("escape")
        assert reader.screen.view.has_focus


async def test_the_tour_goes_by_chosen_keys_and_names_them(opened: Open) -> None:
    configuration = choosing(
        app_tour=("f5",), rows_choose=("f6",), dialog_previous=("f7",), dialog_close=("f8",)
    )
    async with opened(configuration=configuration) as reader:
        await reader.press("f5", "f6", "2", "j")
        assert "4 of 6 · F6 goes on · F7 goes back · F8 skips the rest" in reader.shown()
        await reader.press("f7", "enter")
        assert "3 of 6" in reader.shown()
        await reader.press("G", "G", "f8")
        assert not isinstance(reader.app.screen, TourScreen)


async def test_related_articles_close_by_a_key_of_their_own(opened: Open, store: Store) -> None:
    configuration = choosing(related_close=("f9",))
    async with opened(article=None, configuration=configuration) as reader:
        row = reader.library.current()
        assert row is not None
        screen = RelatedScreen(
            reader.library.session, ARTICLE.title, (), settings=configuration.settings
        )
        await reader.app.push_screen(screen)
        await reader.press("escape", "q")
        assert reader.app.screen is screen
        await reader.press("question_mark")
        assert "back to the library" in reader.shown()
        await reader.press("question_mark", "f9")
        assert isinstance(reader.app.screen, LibraryScreen)


def test_a_key_for_two_commands_of_a_dialog_is_a_conflict() -> None:
    _, problems = keymap({"dialog.remove": ("j",)})
    assert [each.reason for each in problems] == [
        "j would be both rows.down (next row) and dialog.remove (forget the saved filter)"
    ]
