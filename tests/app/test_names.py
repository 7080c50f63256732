"""Who and where: the names of all articles, driven as a person would."""

from pathlib import Path

import pytest
from textual.widgets import Static

from annotations.model import Article, Entity
from annotations.store import Store
from annotations.store.names import NameGroup
from annotations.store.names.profiles import Profile, Profiles
from reader.screens.article.screen import ArticleScreen
from reader.screens.names import NamesScreen
from reader.widgets.name_lists import NameList, PassageList
from tests import zalm
from tests.app.driver import Driver, Open

TEXT = "Mara Dell spoke in Zalm. “It rained,” Dell said. Ivo Lind slept. Two died in Zalm."


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A store with two articles that name the same, a month apart."""
    path = tmp_path / "names.db"
    ivo = TEXT.index("Ivo")
    lind = Entity(start=ivo, end=ivo + 8, text="Ivo Lind", label="PERSON", name="Ivo Lind")
    with Store.open(path) as store:
        zalm.put_into(store, TEXT, [*zalm.found_in(TEXT), lind])
    return path


async def settled(reader: Driver) -> NamesScreen:
    """The screen, once what it asked for has been read."""
    screen = reader.app.screen
    assert isinstance(screen, NamesScreen)
    await reader.settle()
    await reader.pilot.pause(0.3)
    await reader.settle()
    return screen


def rows(screen: NamesScreen, kind: type[NameList] | type[PassageList]) -> list[str]:
    listed = screen.query_one(kind)
    return [
        "".join(each.text for each in listed.draw(row, 70)).strip() for row in range(listed.count)
    ]


async def test_people_are_listed_with_what_they_say(filled: Path, opened: Open) -> None:
    async with opened(path=filled, article=None) as reader:
        await reader.press("w")
        screen = await settled(reader)
        names = rows(screen, NameList)
        assert [each.split("  ")[0] for each in names] == ["Ivo Lind", "Mara Dell"]
        await reader.press("j")
        await settled(reader)
        found = rows(screen, PassageList)
        assert [each.split()[:2] for each in found] == [["Q", "2016-11-02"], ["Q", "2016-10-28"]]
        assert "“It rained,”" in found[0]


async def test_enter_goes_to_the_passage(filled: Path, opened: Open) -> None:
    async with opened(path=filled, article=None) as reader:
        await reader.press("w")
        await settled(reader)
        await reader.press("j", "enter")
        await settled(reader)
        await reader.press("j", "enter")
        await reader.pilot.pause()
        article = reader.app.screen
        assert isinstance(article, ArticleScreen)
        focus = article.session.annotation(article.view.reading.focus)
        assert focus is not None
        assert (article.article.id, focus.text) == ("a", "“It rained,”")
        await reader.press("q")
        assert isinstance(reader.app.screen, NamesScreen)


async def test_from_a_passage_one_goes_on_through_the_articles_of_the_passages(
    filled: Path, opened: Open
) -> None:
    with Store.open(filled) as store:
        store.articles.add_one(Article(id="z", text="Snow.", published="2016-10-30"))
    async with opened(path=filled, article=None) as reader:
        await reader.press("w")
        await settled(reader)
        await reader.press("j", "enter")
        await settled(reader)
        await reader.press("enter")
        assert "article 1/2" in reader.shown()
        first = reader.screen.article.id
        await reader.press("J")
        assert "article 2/2" in reader.shown() and reader.screen.article.id == "a"
        await reader.press("J")
        assert "This is the last article of the list." in reader.shown()
        await reader.press("K", "q")
        assert isinstance(reader.app.screen, NamesScreen) and first != "a"


async def test_places_have_the_figures_that_lie_there(filled: Path, opened: Open) -> None:
    async with opened(path=filled, article=None) as reader:
        await reader.press("W")
        screen = await settled(reader)
        assert "[Places]" in str(screen.query_one("#names-heading", Static).content)
        (zalm,) = rows(screen, NameList)
        assert zalm.split()[:3] == ["Zalm", "2", "2"]
        assert all("killed: Two" in each for each in rows(screen, PassageList))


async def test_mentions_are_shown_on_request(filled: Path, opened: Open) -> None:
    async with opened(path=filled, article=None) as reader:
        await reader.press("w")
        await reader.press("j")
        screen = await settled(reader)
        assert {each[0] for each in rows(screen, PassageList)} == {"Q"}
        await reader.press("m")
        assert {each[0] for each in rows(screen, PassageList)} == {"Q", "·"}


async def test_where_there_is_nothing_else_mentions_are_shown_and_said_to_be(
    filled: Path, opened: Open
) -> None:
    async with opened(path=filled, article=None) as reader:
        await reader.press("w")
        screen = await settled(reader)
        assert [each[0] for each in rows(screen, PassageList)] == ["·", "·"]
        assert "Ivo Lind · 2 mentions" in reader.shown()


async def test_over_the_passages_stands_whose_they_are(filled: Path, opened: Open) -> None:
    async with opened(path=filled, article=None, size=(80, 24)) as reader:
        await reader.press("w", "j")
        await settled(reader)
        assert "Name" in reader.shown() and "Mara Dell · 2 passages" not in reader.shown()
        await reader.press("tab")
        await settled(reader)
        assert "Name " not in reader.shown()
        assert "Mara Dell · 2 passages" in reader.shown()


async def test_names_of_a_group_are_read_once_until_somebody_writes(
    filled: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    every = Profiles.all

    def noted(profiles: Profiles, group: NameGroup) -> list[Profile]:
        read.append(group)
        return every(profiles, group)

    monkeypatch.setattr(Profiles, "all", noted)
    async with opened(path=filled, article=None) as reader:
        await reader.press("w", "W", "w", "W")
        await settled(reader)
        assert sorted(read) == ["person", "place"]
        with Store.open(filled) as store:
            store.articles.add_one(Article(id="new", text="Ivo Lind woke."))
        await reader.until(lambda: len(read) == 3)
        await settled(reader)


async def test_names_are_filtered_sorted_and_changed_for_others(filled: Path, opened: Open) -> None:
    async with opened(path=filled, article=None) as reader:
        await reader.press("w")
        screen = await settled(reader)
        await reader.press("s")
        assert rows(screen, NameList)[0].startswith("Mara Dell")
        await reader.press("slash")
        await reader.type("lind\r")
        assert [each.split("  ")[0] for each in rows(screen, NameList)] == ["Ivo Lind"]
        await reader.press("escape", "o")
        await settled(reader)
        assert rows(screen, NameList) == []
        await reader.press("W")
        await settled(reader)
        assert len(rows(screen, PassageList)) == 2
        await reader.press("q")
        assert not isinstance(reader.app.screen, NamesScreen)


async def test_a_narrow_screen_has_one_list_at_a_time(filled: Path, opened: Open) -> None:
    async with opened(path=filled, article=None, size=(80, 24)) as reader:
        await reader.press("w")
        screen = await settled(reader)
        names, passages = screen.query_one(NameList), screen.query_one(PassageList)
        assert (names.display, passages.display) == (True, False)
        await reader.press("tab")
        assert (names.display, passages.display) == (False, True)
        await reader.press("escape")
        assert (names.display, passages.display) == (True, False)


async def test_without_a_store_there_are_no_names(opened: Open, tmp_path: Path) -> None:
    async with opened(path=tmp_path / "none.db", article=None) as reader:
        await reader.press("w")
        await reader.pilot.pause()
        assert not isinstance(reader.app.screen, NamesScreen)
