"""Back and forward over jumps, and from article to article of the list."""

from pathlib import Path

import pytest

from annotations.model import Article
from annotations.store import Store
from tests.app.driver import TEXT, Driver, Open, span

LONG = Article(
    id="long",
    title="Long",
    text="\n\n".join(f"Paragraph {number} says nothing." for number in range(200)),
)


@pytest.fixture
def three(store: Store, store_path: Path) -> Path:
    """A store with the article of the other tests and, listed before and after it, two more."""
    for day, title in (("2019-03-01", "Before"), ("2019-03-09", "After")):
        store.articles.add_one(Article(id=title, title=title, text=f"{title} it.", published=day))
    return store_path


def title(reader: Driver) -> str:
    return reader.screen.article.title


async def test_back_to_where_jumps_began_and_forward_again(opened: Open) -> None:
    async with opened() as reader:
        reading = reader.view.reading
        await reader.press("w", "G")
        end = reading.cursor
        await reader.press("g", "g", "H")
        assert reading.cursor == end
        await reader.press("H")
        assert reading.cursor == TEXT.index("Ines")
        await reader.press("ctrl+o")
        assert "Nowhere to go back to." in reader.shown()
        await reader.press("L", "L", "L")
        assert reading.cursor == 0
        assert "Nowhere to go forward to." in reader.shown()


async def test_what_was_in_view_comes_back_too(opened: Open) -> None:
    async with opened(article=LONG, size=(80, 24)) as reader:
        await reader.press("space", "space", "k", "k")
        place = reader.view.place
        await reader.press("G", "H")
        assert reader.view.place == place


@pytest.mark.parametrize(
    "keys",
    [
        ("slash", *"school", "enter"),
        ("asterisk",),
        ("p", "j", "j", "enter"),
    ],
    ids=["find", "name", "list"],
)
async def test_ways_to_jump(opened: Open, keys: tuple[str, ...]) -> None:
    async with opened() as reader:
        await reader.press("tab", "l")
        begin = reader.view.reading.cursor
        await reader.press(*keys)
        assert reader.view.reading.cursor != begin
        await reader.press("H")
        assert reader.view.reading.cursor == begin


async def test_a_click_in_the_list_is_a_jump_from_the_text(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("l")
        await reader.pilot.click("#panel", offset=(4, 1))
        await reader.pilot.pause()
        assert reader.focused == "at least 12 people"
        await reader.press("H")
        assert reader.view.reading.cursor == 1


async def test_small_steps_are_no_jumps(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("j", "tab", "full_stop", "right_curly_bracket", "space", "H")
        assert "Nowhere to go back to." in reader.shown()


async def test_hits_that_are_given_up_are_no_jumps(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("slash")
        await reader.type("school")
        await reader.press("escape", "H")
        assert "Nowhere to go back to." in reader.shown()


async def test_next_and_previous_article_of_the_list(opened: Open, three: Path) -> None:
    async with opened(article=None, path=three) as reader:
        await reader.press("j", "enter")
        assert title(reader) == "River takes bridge"
        assert "article 2/3 · 6 of 6 unreviewed" in reader.shown()
        await reader.press("J")
        assert (title(reader), "article 3/3" in reader.shown()) == ("Before", True)
        await reader.press("J")
        assert "This is the last article of the list." in reader.shown()
        await reader.press("K", "K", "K")
        assert title(reader) == "After"
        assert "This is the first article of the list." in reader.shown()


async def test_the_list_is_the_one_that_was_filtered_and_sorted(opened: Open, three: Path) -> None:
    async with opened(article=None, path=three) as reader:
        await reader.press("slash")
        await reader.type("it\r")
        await reader.press("S", "home", "enter")
        assert (title(reader), "article 1/2" in reader.shown()) == ("Before", True)
        await reader.press("J")
        assert title(reader) == "After"


async def test_the_library_points_at_the_article_that_was_left(opened: Open, three: Path) -> None:
    async with opened(article=None, path=three) as reader:
        await reader.press("enter", "J", "J", "q")
        row = reader.library.table.article(reader.library.table.row)
        assert row is not None and row.title == "Before"


async def test_an_article_opened_from_no_list_goes_through_the_library(
    opened: Open, three: Path
) -> None:
    async with opened(path=three) as reader:
        await reader.press("K")
        assert (title(reader), "article 1/3" in reader.shown()) == ("After", True)
        await reader.press("q")
        assert reader.library.table.row == 0


async def test_one_step_back_to_the_list_however_many_were_opened(
    opened: Open, three: Path
) -> None:
    async with opened(article=None, path=three) as reader:
        await reader.press("enter")
        for words in ("river", "before", "river"):
            await reader.press("colon")
            await reader.type(f"open {words}")
            await reader.press("enter")
        assert title(reader) == "River takes bridge"
        await reader.press("H")
        assert title(reader) == "Before"
        await reader.press("q")
        assert reader.library.table.has_focus


async def test_next_to_an_article_that_is_not_in_the_list_stand_those_of_the_library(
    opened: Open, three: Path
) -> None:
    async with opened(article=None, path=three) as reader:
        await reader.press("slash", *"it", "enter", "enter")
        assert "article 2/2" in reader.shown()
        await reader.press("colon")
        await reader.type("open river")
        await reader.press("enter")
        assert "article" not in reader.shown().splitlines()[-2]
        await reader.press("J")
        assert (title(reader), "article 3/3" in reader.shown()) == ("Before", True)


async def test_an_article_that_is_not_stored_yet_has_no_neighbours(
    opened: Open, tmp_path: Path
) -> None:
    async with opened(path=tmp_path / "none.db") as reader:
        await reader.press("J")
        assert "This article is not in the library yet." in reader.shown()


async def test_back_and_forward_lead_over_articles(opened: Open, three: Path) -> None:
    async with opened(path=three) as reader:
        await reader.press("tab", "K", "w", "q", "j", "j", "enter")
        assert title(reader) == "Before"
        await reader.press("H")
        assert (title(reader), reader.view.reading.cursor) == ("After", len("After "))
        await reader.press("H")
        assert reader.view.reading.cursor == span("Ines Calder").start
        await reader.press("L", "L")
        assert title(reader) == "Before"
        await reader.press("q")
        assert reader.library.table.row == 2
