"""Merging and splitting names where all of them are listed, driven as a person would."""

from pathlib import Path

import pytest

from annotations.model import Article
from annotations.store import Store
from annotations.store.names import NameGroup
from reader.screens.names import NamesScreen
from reader.widgets.name_lists import NameList
from tests.annotations.store.names.conftest import entities
from tests.app.driver import DETECTOR, Driver, Open

PEOPLE = {
    "a": ("Mara Dell", "Ivo Lind"),
    "b": ("Mara Dell",),
    "c": ("M. Dell",),
    "d": ("Bo Kerr",),
    "e": ("Bo Kerr", "Ivo Lind"),
}


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """Articles that consist of names."""
    path = tmp_path / "people.db"
    with Store.open(path) as store:
        for article_id, names in PEOPLE.items():
            text = ", ".join(names)
            store.articles.add_one(Article(id=article_id, title=f"On {article_id}", text=text))
            store.runs.record(article_id, DETECTOR, entities(*names))
    return path


def listed(path: Path) -> dict[str, int]:
    """The names as they are committed, each with the number of its articles."""
    with Store.open(path) as store:
        return {each.name: each.articles for each in store.names.find(group=NameGroup.PERSON)}


def under_cursor(reader: Driver) -> str:
    screen = reader.app.screen
    assert isinstance(screen, NamesScreen)
    profile = screen.query_one(NameList).profile
    return "" if profile is None else profile.name


BEFORE = {"Bo Kerr": 2, "Ivo Lind": 2, "Mara Dell": 2, "M. Dell": 1}


async def test_two_names_become_one_and_two_again(people: Path, opened: Open) -> None:
    async with opened(path=people, article=None) as reader:
        await reader.press("w", "G", "M")
        assert "“M. Dell” is the same as:" in reader.shown()
        await reader.type("mara\t\r")
        assert "“M. Dell” is listed as “Mara Dell” now; U undoes it" in reader.shown()
        assert under_cursor(reader) == "Mara Dell"
        assert listed(people) == {"Mara Dell": 3, "Bo Kerr": 2, "Ivo Lind": 2}
        await reader.press("U")
        assert "undid: merge M. Dell into Mara Dell" in reader.shown()
        assert listed(people) == BEFORE
        await reader.press("ctrl+y")
        assert "redid: merge M. Dell into Mara Dell" in reader.shown()
        assert listed(people)["Mara Dell"] == 3


async def test_all_typed_at_once(people: Path, opened: Open) -> None:
    async with opened(path=people, article=None) as reader:
        await reader.press("w")
        await reader.type("GMMara Dell\rU")
        assert listed(people) == BEFORE


async def test_the_library_undoes_it(people: Path, opened: Open) -> None:
    async with opened(path=people, article=None) as reader:
        await reader.press("w", "G", "M")
        await reader.type("Mara Dell\r")
        await reader.press("q", "U")
        assert "undid: merge M. Dell into Mara Dell" in reader.shown()
        assert listed(people) == BEFORE


async def test_what_was_merged_is_split_off(people: Path, opened: Open) -> None:
    with Store.open(people) as store:
        store.names.merge("M. Dell", "Mara Dell")
    async with opened(path=people, article=None) as reader:
        await reader.press("w", "X")
        assert "Not “Mara Dell”, of 1 merged: M. Dell" in reader.shown()
        await reader.press("enter")
        assert "“M. Dell” is listed by itself, not as “Mara Dell”" in reader.shown()
        assert listed(people) == BEFORE
        await reader.press("U")
        assert listed(people)["Mara Dell"] == 3


async def test_where_nothing_was_merged_it_is_said_what_splits(people: Path, opened: Open) -> None:
    async with opened(path=people, article=None) as reader:
        await reader.press("w", "X")
        assert "Nothing was merged into it; Tab X splits it off in an article." in reader.shown()


async def test_in_one_article_a_name_is_somebody_else(people: Path, opened: Open) -> None:
    async with opened(path=people, article=None) as reader:
        await reader.press("w", "tab", "X")
        assert under_cursor(reader) == "Bo Kerr"
        assert "in “On d” it is listed as “Bo Kerr (d)”; U undoes it" in reader.shown()
        assert listed(people)["Bo Kerr"] == 1
        await reader.press("U")
        assert listed(people) == BEFORE


@pytest.mark.parametrize(("answer", "articles"), [("y", 3), ("n", 2), ("", 2)])
async def test_of_names_that_stand_in_one_article_it_is_asked(
    people: Path, opened: Open, answer: str, articles: int
) -> None:
    async with opened(path=people, article=None) as reader:
        await reader.press("w", "M")
        await reader.type("Ivo Lind\r")
        assert "Both stand in one article, apart. Merge them there too?" in reader.shown()
        await reader.type(f"{answer}\r")
        assert listed(people)["Ivo Lind"] == articles


async def test_a_name_that_nobody_has_is_no_name_to_merge_into(people: Path, opened: Open) -> None:
    async with opened(path=people, article=None) as reader:
        await reader.press("w", "M")
        await reader.type("Nobody\r")
        assert "Nobody" in reader.shown()
        assert listed(people) == BEFORE
        await reader.press("M", "escape", "j")
        assert under_cursor(reader) == "Ivo Lind"


async def test_without_names_there_is_none_to_decide_on(tmp_path: Path, opened: Open) -> None:
    with Store.open(tmp_path / "rain.db") as store:
        store.articles.add_one(Article(id="r", text="It rained."))
    async with opened(path=tmp_path / "rain.db", article=None) as reader:
        await reader.press("w", "M")
        assert "There is no name to merge." in reader.shown()
        await reader.press("X")
        assert "There is no name to split." in reader.shown()
        await reader.press("U")
        assert "There is no edit left to undo." in reader.shown()
