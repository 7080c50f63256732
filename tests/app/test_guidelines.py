"""The guidelines over an article: scrolled, searched, left and found again."""

from pathlib import Path

import pytest

from reader.screens.dialogs.guidelines import GuidelinesScreen
from reader.widgets.guidelines_text import GuidelinesText
from tests.app.driver import Driver, Open

MARKUP = "\n\n".join(
    ["# Guidelines", *(f"## Part {n}\n\nRule {n} of the house, and more of it." for n in range(40))]
)


@pytest.fixture
def file(store_path: Path) -> Path:
    """Guidelines beside the store."""
    path = store_path.with_name("guidelines.md")
    path.write_text(MARKUP, encoding="utf-8")
    return path


def dialog(reader: Driver) -> GuidelinesScreen:
    assert isinstance(reader.app.screen, GuidelinesScreen)
    return reader.app.screen


def text(reader: Driver) -> GuidelinesText:
    return dialog(reader).query_one(GuidelinesText)


def top(reader: Driver) -> str:
    """The first line in view."""
    shown = text(reader)
    return shown.lines[shown.scroll_offset.y].text.strip()


async def test_they_open_over_the_article_and_the_same_keys_close_them(
    opened: Open, file: Path
) -> None:
    async with opened() as reader:
        await reader.press("g", "i")
        assert top(reader) == "Guidelines"
        await reader.press("g", "i")
        assert reader.screen.article.id == "flood"


async def test_they_open_over_the_library(opened: Open, file: Path) -> None:
    async with opened(article=None) as reader:
        await reader.press("g", "i")
        assert top(reader) == "Guidelines"
        await reader.press("escape")
        assert reader.library.table.count == 1


async def test_they_open_where_they_were_left_also_after_a_restart(
    opened: Open, file: Path
) -> None:
    async with opened() as reader:
        await reader.press("g", "i", "l", "l", "l")
        left = top(reader)
        assert left == "Part 2"
        await reader.press("q", "g", "i")
        assert top(reader) == left
    async with opened(size=(60, 20)) as reader:
        await reader.press("g", "i")
        assert top(reader) == left


async def test_lines_pages_and_headings(opened: Open, file: Path) -> None:
    async with opened() as reader:
        await reader.press("g", "i", "4", "j")
        assert text(reader).scroll_offset.y == 4
        await reader.press("G")
        assert text(reader).scroll_offset.y == text(reader).max_scroll_y
        await reader.press("g", "g", "3", "l", "h")
        assert top(reader) == "Part 1"


async def test_words_are_found_and_gone_through(opened: Open, file: Path) -> None:
    async with opened() as reader:
        await reader.press("g", "i", "slash")
        await reader.type("rule 2")
        shown = text(reader)
        assert shown.hit_shown == "1/11"  # 2, and 20 to 29
        await reader.press("enter", "n")
        assert shown.hit_shown == "2/11"
        await reader.press("N", "N")
        assert shown.hit_shown == "11/11"


async def test_what_is_not_found_leaves_the_place_and_escape_goes_back(
    opened: Open, file: Path
) -> None:
    async with opened() as reader:
        await reader.press("g", "i", "l", "l", "slash")
        await reader.type("rule 39")
        assert top(reader) != "Part 1"
        await reader.type("x")
        assert top(reader) == "Part 1"
        assert text(reader).hit_shown == "not found"
        await reader.press("escape")
        assert top(reader) == "Part 1"
        assert text(reader).hits == []


async def test_a_changed_file_is_read_again(opened: Open, file: Path) -> None:
    async with opened() as reader:
        await reader.press("g", "i")
        file.write_text("# Anew", encoding="utf-8")
        dialog(reader).look()
        await reader.pilot.pause()
        assert top(reader) == "Anew"
        file.unlink()
        dialog(reader).look()
        assert top(reader) == "Anew"


async def test_without_any_it_says_what_to_do(opened: Open, store_path: Path) -> None:
    async with opened() as reader:
        await reader.press("g", "i", "j", "slash", "n", "l", "G")
        assert "There are no guidelines yet" in reader.shown()
        assert "--guidelines FILE" in reader.shown()
        await reader.press("q")
        assert reader.screen.article.id == "flood"


async def test_the_sample_corpus_brings_its_own(opened: Open, tmp_path: Path) -> None:
    async with opened(article=None, path=tmp_path / "none.db") as reader:
        await reader.press("o")
        await reader.until(lambda: reader.app.session.is_open)
        await reader.press("g", "i")
        assert top(reader) == "Guidelines for the sample corpus"
