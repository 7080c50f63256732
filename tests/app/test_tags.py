"""The tags of a library, looked after on a screen of their own."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Static

from annotations.model import Article
from annotations.review import Change
from annotations.store import Store
from annotations.tagging import COLOURS
from reader.looks.contrast import READABLE, contrast
from reader.looks.themes import THEMES
from reader.screens.dialogs.colour_picker import ColourPicker
from reader.screens.library.screen import LibraryScreen
from reader.screens.tags import TagsScreen
from reader.widgets.heading import Heading
from reader.widgets.prompt import Prompt
from reader.widgets.status_line import StatusLine
from reader.widgets.tag_ink import TagInk
from reader.widgets.tag_list import TagList
from tests.app.driver import ARTICLE, Driver, Open


@pytest.fixture
def tagged(store_path: Path, store: Store) -> Path:
    """A store with tags on three articles, one of them deleted, and on an annotation."""
    store.articles.add_one(Article(id="b", text="Rain.", title="B", tags=("method/mine", "aid")))
    store.articles.add_one(Article(id="c", text="Snow.", title="C", tags=("method/drone",)))
    store.articles.add_one(Article(id="d", text="Hail.", title="D", tags=("method/drone",)))
    first = store.annotations.of(ARTICLE.id)[0]
    after = replace(first, tags=("check",))
    store.edits.annotations(ARTICLE.id, "tag", [Change(before=first, after=after)])
    store.bulk.delete([store.articles.key("d")])
    return store_path


def screen_of(reader: Driver) -> TagsScreen:
    screen = reader.app.screen
    assert isinstance(screen, TagsScreen)
    return screen


def rows(reader: Driver) -> list[str]:
    """What the list shows, without its blanks."""
    listed = screen_of(reader).query_one(TagList)
    lines = ("".join(part.text for part in listed.draw(row, 78)) for row in range(listed.count))
    return [" ".join(line.split()) for line in lines]


def said(reader: Driver) -> str:
    return str(reader.app.screen.query_one(StatusLine).render())


async def test_all_tags_are_listed_as_a_tree_with_what_carries_them(
    tagged: Path, opened: Open
) -> None:
    async with opened(path=tagged) as reader:
        await reader.press("g", "t")
        assert rows(reader) == [
            "aid 1 · ·",
            "check · 1 ·",
            "method/ 2 · 1",
            "drone 1 · 1",
            "mine 1 · ·",
        ]
        await reader.press("q")
        assert reader.screen.article.id == ARTICLE.id


async def test_without_any_tag_it_says_how_to_put_one_on(opened: Open) -> None:
    async with opened(article=None) as reader:
        await reader.press("g", "t")
        text = str(screen_of(reader).query_one("#no-tags", Static).render())
        assert text.startswith("No article and no annotation has a tag yet.")
        await reader.press("r")
        assert "there is no tag here" in said(reader)


async def test_a_tag_is_renamed_with_those_below_it_and_back(
    tagged: Path, opened: Open, store: Store
) -> None:
    async with opened(path=tagged, article=None) as reader:
        await reader.press("g", "t", "j", "j", "r")
        await reader.press("ctrl+u")
        await reader.type("means\r")
        assert rows(reader)[2:] == ["means/ 2 · 1", "drone 1 · 1", "mine 1 · ·"]
        assert "renamed #method to #means in 3 articles; U undoes it" in said(reader)
        assert store.articles.get("b").tags == ("means/mine", "aid")
        await reader.press("U")
        assert store.articles.get("b").tags == ("method/mine", "aid")
        assert "undid: rename tag method to means in 3 articles" not in said(reader)  # named
        assert "undid: rename tag method to means in" in said(reader)
        await reader.press("ctrl+y")
        assert store.articles.get("b").tags == ("means/mine", "aid")


async def test_a_name_that_is_taken_is_said_before_the_tags_are_merged(
    tagged: Path, opened: Open, store: Store
) -> None:
    async with opened(path=tagged, article=None) as reader:
        await reader.press("g", "t", "r", "ctrl+u")
        await reader.type("CHECK")
        remark = screen_of(reader).query_one(Prompt).query_one("#prompt-remark", Static)
        assert str(remark.render()) == "merges with #check"
        await reader.press("enter")
        assert "merged #aid into #check" in said(reader)
        assert store.articles.get("b").tags == ("method/mine", "check")


async def test_what_cannot_be_a_tag_is_asked_for_again(tagged: Path, opened: Open) -> None:
    async with opened(path=tagged, article=None) as reader:
        await reader.press("g", "t", "r", "ctrl+u")
        await reader.type("a//b\r")
        assert screen_of(reader).query_one(Prompt)._input.value == "a//b"
        await reader.press("escape")
        assert rows(reader)[0] == "aid 1 · ·"


async def test_a_tag_is_removed_and_comes_back(tagged: Path, opened: Open, store: Store) -> None:
    async with opened(path=tagged, article=None) as reader:
        await reader.press("g", "t", "j", "delete")
        assert "removed #check on 1 annotation; U undoes it" in said(reader)
        assert store.annotations.of(ARTICLE.id)[0].tags == ()
        await reader.press("U")
        assert store.annotations.of(ARTICLE.id)[0].tags == ("check",)


async def test_a_colour_is_chosen_by_its_letter(tagged: Path, opened: Open, store: Store) -> None:
    async with opened(path=tagged, article=None) as reader:
        await reader.press("g", "t", "j", "j", "c")
        assert isinstance(reader.app.screen, ColourPicker)
        await reader.press("g")
        assert store.tags.colours() == {"method": "green"}
        assert rows(reader)[2:4] == ["method/ green 2 · 1", "drone green 1 · 1"]
        await reader.press("c", "n")
        assert store.tags.colours() == {}
        await reader.press("U")
        assert store.tags.colours() == {"method": "green"}


async def test_enter_lists_the_articles_with_a_tag(tagged: Path, opened: Open) -> None:
    async with opened(path=tagged) as reader:
        await reader.press("g", "t", "j", "j", "enter")
        await reader.until(lambda: isinstance(reader.app.screen, LibraryScreen))
        await reader.until(lambda: reader.library.typed == 'tag:"method"')
        await reader.settle()
        assert reader.library.table.count == 2


async def test_enter_finds_the_article_of_a_tagged_annotation(tagged: Path, opened: Open) -> None:
    async with opened(path=tagged, article=None) as reader:
        await reader.press("g", "t", "j", "enter")
        await reader.until(lambda: isinstance(reader.app.screen, LibraryScreen))
        await reader.until(lambda: reader.library.table.count == 1)
        row = reader.library.table.article(0)
        assert row is not None and row.id == ARTICLE.id


async def test_filtered_tags_say_their_whole_names(tagged: Path, opened: Open) -> None:
    async with opened(path=tagged, article=None) as reader:
        await reader.press("g", "t", "slash")
        await reader.type("DRO\r")
        assert rows(reader) == ["method/drone 1 · 1"]
        await reader.press("escape")
        assert len(rows(reader)) == 5


async def test_the_commonest_come_first_if_that_is_asked_for(tagged: Path, opened: Open) -> None:
    async with opened(path=tagged, article=None) as reader:
        await reader.press("g", "t", "s")
        assert [row.split()[0] for row in rows(reader)] == [
            *("method/", "drone", "mine", "aid", "check"),
        ]


async def test_what_somebody_else_tags_is_listed(tagged: Path, opened: Open, store: Store) -> None:
    async with opened(path=tagged, article=None) as reader:
        await reader.press("g", "t")
        store.bulk.tag([store.articles.key("b")], add=["new"])
        await reader.until(lambda: "new 1 · ·" in rows(reader))


async def test_a_colour_is_seen_where_tags_are_shown(
    tagged: Path, opened: Open, store: Store
) -> None:
    store.tag_edits.colour_tag("method", "red")
    store.tag_edits.colour_tag("aid", "blue")
    async with opened(path=tagged, article=store.articles.get("b"), size=(160, 40)) as reader:
        content = reader.screen.query_one(Heading)._content
        spans = {content.plain[each.start : each.end]: each.style for each in content.spans}
        assert spans["#method/mine"] != spans["#aid"]
        await reader.press("q")
        await reader.settle()
        table = reader.library.table
        row = next(r for r in range(table.count) if (a := table.article(r)) and a.id == "b")
        colours = {part.text: part.style for part in table.draw(row, 150) if part.style}
        assert colours["#method/mine"].color is not None


@pytest.mark.parametrize("name", [*THEMES.values(), "ansi-light", "no-color"])
async def test_every_colour_can_be_read_in_every_theme(
    opened: Open, tagged: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if name == "no-color":
        monkeypatch.setenv("NO_COLOR", "1")
    async with opened(path=tagged, article=None) as reader:
        if name != "no-color":
            reader.app.theme = name
        await reader.press("g", "t")
        listed = screen_of(reader).query_one(TagList)
        ink = TagInk(listed, {colour: colour for colour in COLOURS})
        palette = reader.app.ansi_theme
        for colour in COLOURS:
            style = listed.rich_style + ink.style(colour)
            assert style.color is not None and style.bgcolor is not None
            text = style.color.get_truecolor(palette)
            ground = style.bgcolor.get_truecolor(palette, foreground=False)
            assert contrast(text, ground) >= READABLE, colour


async def test_without_colour_the_list_still_says_which_it_is(
    opened: Open, tagged: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    store.tag_edits.colour_tag("aid", "violet")
    async with opened(path=tagged, article=None) as reader:
        await reader.press("g", "t")
        assert rows(reader)[0] == "aid violet 1 · ·"
        assert "violet" in reader.shown()


async def test_an_edit_of_tags_waits_for_no_screen_and_two_are_made_in_turn(
    opened: Open, tagged: Path, store: Store
) -> None:
    async with opened(path=tagged, article=None) as reader:
        await reader.press("g", "t")
        await reader.type("rx\rjj")
        await reader.type("r")
        await reader.press("ctrl+u")
        await reader.type("y\r")
        assert dict(store.tags.names()) == {"aidx": 1, "check": 1, "y/mine": 1, "y/drone": 2}
