"""Numbers typed before a motion: how often, or to which line."""

from pathlib import Path

import pytest
from textual import events

from annotations.model import Article
from annotations.store import Store
from reader.keyboard.keymap import keymap
from reader.screens.library.screen import LibraryScreen
from reader.screens.names import NamesScreen
from reader.settings.preferences import Settings
from reader.settings.reading import Configuration
from reader.widgets.name_lists import NameList
from reader.widgets.status_line import StatusLine
from tests.app.driver import TEXT, Driver, Open, Statuses, span

NEXT, LAST = "right_square_bracket", "left_square_bracket"
LONG = Article(id="long", title="Long", text="\n\n".join(f"Line {n}." for n in range(1, 101)))


def cursor(reader: Driver) -> int:
    return reader.view.reading.cursor


def status(reader: Driver) -> str:
    return str(reader.app.screen.query_one(StatusLine).render())


def with_articles(path: Path, number: int) -> Path:
    with Store.open(path) as store:
        for n in range(number):
            store.articles.add_one(Article(id=f"a{n}", title=f"Title {n:02}", text="Some text."))
    return path


@pytest.fixture
def long(tmp_path: Path) -> Path:
    """A store with an article of a hundred paragraphs."""
    path = tmp_path / "long.db"
    with Store.open(path) as store:
        store.articles.add_one(LONG)
    return path


async def test_a_motion_goes_as_often_as_the_number_says(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("3", "l")
        assert cursor(reader) == 3
        await reader.press("1", "2", "l", "2", "w")
        assert cursor(reader) == TEXT.index("the river")
        await reader.press("2", "h")
        assert cursor(reader) == TEXT.index("the river") - 2
        await reader.press("l")
        assert cursor(reader) == TEXT.index("the river") - 1
        await reader.press("2", "right_parenthesis")
        assert cursor(reader) == TEXT.index("Thirty")
        await reader.press("2", "dollar_sign")
        assert reader.view.reading.line == reader.view.reading.layout.line_of(cursor(reader)) == 3


async def test_the_number_is_shown_while_it_waits_and_escape_forgets_it(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("1", "2")
        assert status(reader).startswith("12 … a motion goes so often · G to line 12")
        await reader.press(NEXT)
        assert status(reader).startswith("12 ] … u unreviewed · q quote · e name")
        await reader.press("escape", "l")
        assert cursor(reader) == 1
        await reader.press("3", "escape", "l")
        assert cursor(reader) == 2
        assert "…" not in status(reader)


async def test_the_third_next_annotation(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("3", "tab")
        assert reader.focused == "“We lost at least 12 people,”"
        await reader.press("2", NEXT, "f")
        assert reader.focused == "Thirty others"
        await reader.press("9", LAST, "e")
        assert reader.focused == "Ines Calder"
        assert "2 of 9: no further name above." in status(reader)
        await reader.press("7", "shift+tab")
        assert "No further annotation above." in status(reader)


async def test_a_counted_jump_is_one_place_to_go_back_to(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("2", "l", "4", "tab")
        assert reader.focused == "at least 12 people"
        await reader.press("3", "G", "2", "left_curly_bracket", "H", "H")
        assert reader.focused == "at least 12 people"
        await reader.press("H")
        assert cursor(reader) == 2
        await reader.press("9", "L")
        assert cursor(reader) == 0
        assert "3 of 9 jumps: nowhere to go forward to." in reader.shown()
        await reader.press("2", "H")
        assert reader.focused == "at least 12 people"


async def test_lines_and_parts_by_their_numbers(opened: Open, long: Path) -> None:
    async with opened(article=LONG, path=long) as reader:
        lines = reader.view.reading.layout
        await reader.press("1", "2", "1", "G")
        assert reader.view.reading.line == 120
        await reader.press("3", "g", "g")
        assert reader.view.reading.line == 2
        await reader.press("5", "0", "percent_sign")
        assert reader.view.reading.line == 99
        await reader.press("5", "0", "0", "G")
        assert reader.view.reading.line == len(lines) - 1 == 198
        assert "There are only 199 lines." in status(reader)
        await reader.press("3", "0", "0", "percent_sign")
        assert "There is nothing at 300 %: this is the end." in status(reader)
        await reader.press("percent_sign")
        assert "Type a number first: 40% goes to that part." in status(reader)


async def test_a_motion_that_meets_the_end_goes_as_far_as_it_can(opened: Open, long: Path) -> None:
    async with opened(article=LONG, path=long) as reader:
        await reader.press("1", "0", "j", *"99999999", "j")
        assert reader.view.reading.line == 198
        assert "188 of 99,999 lines: the article ends here." in status(reader)
        await reader.press(*"200", "left_curly_bracket")
        assert cursor(reader) == 0
        assert "99 of 200 paragraphs: the article begins here." in status(reader)
        height = reader.view.size.height - 1
        await reader.press("2", "space")
        assert reader.view.reading.line == 2 * height
        await reader.press(*"90", "space")
        assert "90 pages: the article ends here." in status(reader)
        await reader.press(*"2u")
        assert reader.view.reading.line == 198 - 2 * (height // 2)


async def test_hits_and_namesakes_go_round(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("slash", *"the", "enter")
        hits = reader.view.reading.hits
        await reader.press("2", "n")
        assert (cursor(reader), len(hits)) == (hits.starts[2], 4)
        assert "3/4 “the”" in status(reader) and "round" not in status(reader)
        await reader.press("9", "n")
        assert cursor(reader) == hits.starts[3]
        assert "4/4 “the”, round to the top" in status(reader)
        await reader.press("5", "N")
        assert cursor(reader) == hits.starts[2]


async def test_what_is_no_motion_takes_no_number_and_does_nothing(
    opened: Open, statuses: Statuses
) -> None:
    async with opened() as reader:
        await reader.press("tab", "3", "a")
        assert set(statuses().values()) == {"suggested"}
        assert "Nothing done: “accept and go to the next unreviewed” takes no number" in status(
            reader
        )
        await reader.press("2", "S", "e")
        assert "Nothing done: “show or hide names”" in status(reader)
        await reader.press("a")
        assert statuses()["Ines Calder"] == "accepted"
        await reader.press("2", "f12", "l")
        assert cursor(reader) == span("Marrow Bridge").start + 1


async def test_digits_that_are_marks_are_no_count(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("m", "3", "l")
        assert cursor(reader) == 1
        await reader.press("apostrophe", "3")
        assert cursor(reader) == 0


async def test_a_digit_that_was_given_to_a_command_is_that_command(opened: Open) -> None:
    chosen = {"article.names": ("1",), "text.down": ("f6",), "article.quotes": ("7 q",)}
    settings = Settings(keymap=keymap(chosen)[0])
    configuration = Configuration(path=Path("config.toml"), settings=settings)
    async with opened(configuration=configuration) as reader:
        await reader.press("1")
        assert "Names hidden" in status(reader)
        await reader.press("2", "1", "l")
        assert cursor(reader) == 21
        await reader.press("3", "f6")
        assert reader.view.reading.line == 3
        await reader.press("7", "q")
        assert "Quotes hidden" in status(reader)


async def test_numbers_that_come_all_at_once(opened: Open) -> None:
    names = {"]": NEXT}
    async with opened() as reader:
        for key in "12l2]fG4h":
            reader.app.post_message(events.Key(names.get(key, key), key))
        await reader.until(lambda: cursor(reader) == len(TEXT) - 5)
        await reader.press("H")
        assert reader.focused == "Thirty others"
        await reader.press("H")
        assert cursor(reader) == 12


async def test_rows_of_the_library(opened: Open, tmp_path: Path) -> None:
    path = with_articles(tmp_path / "many.db", 30)
    async with opened(article=None, path=path, size=(80, 24)) as reader:
        table = reader.library.table
        await reader.press("5", "j")
        assert table.row == 5
        await reader.press("1", "2")
        assert status(reader).startswith("12 … a motion goes so often · G to row 12")
        await reader.press("G")
        assert table.row == 11
        await reader.press("2", "0", "k")
        assert table.row == 0
        assert "11 of 20 rows: the list begins here." in status(reader)
        await reader.press("4", "0", "G")
        assert "There are only 30 rows." in status(reader)
        await reader.press("9", "pageup")
        assert "of 9 pages: the list begins here." in status(reader)
        await reader.press("2", "x")
        assert "Nothing done: “reject all that waits" in status(reader)


async def test_articles_of_the_list(opened: Open, tmp_path: Path) -> None:
    path = with_articles(tmp_path / "many.db", 5)
    async with opened(article=None, path=path) as reader:
        await reader.press("enter")
        first = reader.screen.article.title
        await reader.press("3", "J")
        await reader.until(lambda: "article 4/5" in reader.shown())
        await reader.press("H")
        await reader.until(lambda: reader.screen.article.title == first)
        await reader.press("9", "J")
        await reader.until(lambda: "article 5/5" in reader.shown())
        assert "4 of 9 articles: this is the last article of the" in reader.shown()


async def test_rows_of_the_panel_and_of_the_names(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("p", "g", "g", "2", "j")
        assert reader.focused == "Thirty others"
        await reader.press("5", "0", "j")
        assert reader.panel.row == reader.panel.count - 1
        assert "rows: the list ends here." in status(reader)
        await reader.press("p", "q", "w")
        screen = reader.app.screen
        assert isinstance(screen, NamesScreen)
        await reader.press("n", "w", "3", "j")
        assert screen.query_one(NameList).row == 0
        assert "0 of 3 rows: the list ends here." in status(reader)
        await reader.press("2", "s")
        assert "Nothing done: “sort by the next column”" in status(reader)
        await reader.press("q")
        assert isinstance(reader.app.screen, LibraryScreen)


async def test_a_selection_grows_by_as_many_words(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("v", "3", "w")
        assert reader.selected == "Mayor Ines Calder"
        await reader.press("escape", "4", "shift+right")
        assert len(reader.selected or "") == 5
