"""The log of edits: what it lists, and undoing and redoing from it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from annotations.model import Article, Entity
from annotations.review import Change, Marks, accept, relabel
from annotations.store import Store
from reader.screens.article.screen import ArticleScreen
from reader.screens.log.screen import LogScreen
from reader.settings.preferences import Settings
from reader.settings.reading import NO_CONFIGURATION
from tests.app.driver import ARTICLE, DETECTOR, Driver, Open, Statuses

DAM = Article(id="dam", text="Oldport was wet.", title="Dam", published="2019-04-01")

OnDay = Callable[[str], None]


@pytest.fixture
def on_day(monkeypatch: pytest.MonkeyPatch) -> OnDay:
    """Sets the day on which edits are made."""

    def set_day(day: str) -> None:
        monkeypatch.setattr("annotations.store.edit_log.now", lambda: f"{day}T12:00:00+00:00")

    return set_day


@pytest.fixture
def edited(store: Store, on_day: OnDay) -> Store:
    """Three edits in the open article and one in another, by two people on two days."""
    store.articles.add_one(DAM)
    store.runs.record("dam", DETECTOR, [Entity(start=0, end=7, text="Oldport", label="GPE")])
    with Store.open(store.path, annotator="ana") as ana:
        on_day("2026-03-01")
        decide(ana, ARTICLE.id, "accept", "Ines Calder")
        decide(ana, ARTICLE.id, "relabel", "Marrow Bridge")
        on_day("2026-03-02")
        decide(ana, "dam", "relabel", "Oldport")
    with Store.open(store.path, annotator="ben") as ben:
        after = Marks(tags=("storm",))
        ben.edits.marks(ARTICLE.id, "tag", before=Marks(), after=after)
    return store


def decide(store: Store, article_id: str, action: str, text: str) -> None:
    before = next(each for each in store.annotations.of(article_id) if each.text == text)
    after = accept(before) if action == "accept" else relabel(before, "FAC")
    store.edits.annotations(article_id, action, [Change(before=before, after=after)])


def rows(reader: Driver) -> list[str]:
    """What the edits that are listed did, without when and by whom."""
    assert isinstance(reader.app.screen, LogScreen)
    groups = reader.app.screen.groups
    lines = ["".join(each.text for each in groups.draw(row, 100)) for row in range(groups.count)]
    return [line[32:].strip() for line in lines]


async def test_the_log_of_an_article_and_of_the_store(opened: Open, edited: Store) -> None:
    async with opened() as reader:
        await reader.press("g", "l")
        assert "Edits of “River takes bridge”" in reader.shown()
        assert "2026-03-02" in reader.shown()
        assert rows(reader) == [
            "tag the article",
            "relabel “Marrow Bridge” ORG → FAC",
            "accept “Ines Calder” (PERSON)",
        ]
        await reader.press("s")
        assert "Edits of the whole store" in reader.shown()
        assert "4 edits" in reader.shown()
        assert rows(reader)[1].split("  ")[0] == "relabel “Oldport” GPE → FAC"
        await reader.press("s", "q")
        assert isinstance(reader.app.screen, ArticleScreen)


async def test_what_an_edit_changed_is_shown_below(opened: Open, edited: Store) -> None:
    async with opened() as reader:
        await reader.press("g", "l", "j")
        assert "label        ORG → FAC" in reader.shown()
        assert "status       suggested → corrected by ana" in reader.shown()
        await reader.press("k")
        assert "tags         storm" in reader.shown()


async def test_edits_of_a_person_and_of_a_day(opened: Open, edited: Store) -> None:
    async with opened(article=None) as reader:
        await reader.press("g", "l", "w")
        await reader.type("an\t\r")
        assert "Edits of the whole store · by ana" in reader.shown()
        assert "3 edits" in reader.shown()
        await reader.press("d")
        await reader.type("2026-03-01\r")
        assert "· by ana · on 2026-03-01" in reader.shown()
        assert "2 edits" in reader.shown()
        await reader.press("d")
        await reader.type("some day\r")
        assert "2 edits" in reader.shown()
        await reader.press("escape")
        assert "4 edits" in reader.shown()
        await reader.press("w")
        await reader.type("nobody\r")
        assert "0 edits" in reader.shown()
        await reader.press("t", "u", "tab", "enter")
        assert "no edit is listed" in reader.shown()
        await reader.press("escape", "escape")
        assert not isinstance(reader.app.screen, LogScreen)


async def test_back_to_an_edit_is_asked_first_and_forth_again(
    opened: Open, edited: Store, statuses: Statuses
) -> None:
    async with opened() as reader:
        await reader.press("g", "l", "G", "t")
        assert "Undo the 2 edits after it in this article? y does" in reader.shown()
        await reader.press("n")
        assert "All is left as it was." in reader.shown()
        assert statuses()["Marrow Bridge"] == "corrected"
        await reader.press("t", "y")
        assert "undid 2 edits; the last one is now: accept “Ines Calder”" in reader.shown()
        assert (statuses()["Marrow Bridge"], statuses()["Ines Calder"]) == ("suggested", "accepted")
        assert rows(reader)[0] == "undone · tag the article"
        assert edited.annotations.of("dam")[0].kind == "FAC"
        await reader.press("t")
        assert "Nothing was done after this edit; u undoes it." in reader.shown()
        await reader.press("g", "g", "t")
        assert "Redo 2 edits up to it in this article?" in reader.shown()
        await reader.press("y")
        assert "redid 2 edits; the last one is now: tag in River takes bridge" in reader.shown()
        assert statuses()["Marrow Bridge"] == "corrected"
        await reader.press("q")
        assert "#storm" in reader.shown()


async def test_one_edit_alone(opened: Open, edited: Store, statuses: Statuses) -> None:
    async with opened() as reader:
        await reader.press("g", "l", "G", "u")
        assert "undid: accept “Ines Calder” (PERSON) in River takes bridge" in reader.shown()
        assert statuses()["Ines Calder"] == "suggested"
        assert rows(reader)[2] == "undone · accept “Ines Calder” (PERSON)"
        await reader.press("u")
        assert "redid: accept “Ines Calder” (PERSON)" in reader.shown()
        assert statuses()["Ines Calder"] == "accepted"


async def test_a_later_edit_that_stands_in_the_way_is_named(opened: Open, edited: Store) -> None:
    decide(edited, ARTICLE.id, "relabel", "Ines Calder")
    async with opened() as reader:
        await reader.press("g", "l", "G", "u")
        await reader.until(lambda: "A later edit stands on this one: relabel" in reader.shown())


async def test_the_last_edit_is_undone_where_one_looks(opened: Open, edited: Store) -> None:
    async with opened() as reader:
        await reader.press("g", "l", "U", "U")
        assert "undid: relabel “Marrow Bridge” ORG → FAC" in reader.shown()
        await reader.press("ctrl+y")
        assert "redid: relabel “Marrow Bridge” ORG → FAC" in reader.shown()
        assert [each.state for each in edited.edits.history()] == ["undone", "done", "done", "done"]


async def test_enter_goes_to_the_place(opened: Open, edited: Store) -> None:
    async with opened() as reader:
        await reader.press("g", "l", "j", "enter")
        assert len(reader.app.screen_stack) == 1
        assert reader.focused == "Marrow Bridge"
        await reader.press("g", "l", "s", "j", "enter")
        assert reader.screen.article.id == "dam"
        await reader.press("q")
        assert isinstance(reader.app.screen, LogScreen)


async def test_enter_goes_to_where_something_was(opened: Open, edited: Store) -> None:
    town = edited.annotations.of(ARTICLE.id)[2]
    edited.edits.annotations(ARTICLE.id, "remove", [Change(before=town, after=None)])
    async with opened() as reader:
        await reader.press("g", "l", "enter")
        assert reader.view.reading.cursor == town.start
        await reader.press("H")
        assert reader.view.reading.cursor == 0


async def test_from_the_changes_of_an_edit_to_each(opened: Open, edited: Store) -> None:
    edited.bulk.decide([1, 2], "accept all", accept)
    async with opened(article=None) as reader:
        await reader.press("g", "l", "tab", "j", "enter")
        assert reader.focused == "“We lost at least 12 people,”"
        await reader.press("q", "escape")
        assert isinstance(reader.app.screen, LogScreen)
        assert reader.app.screen.groups.has_focus


async def test_very_many_changes_have_a_line_each(
    opened: Open, edited: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.screens.log.listing.EXPANDED", 2)
    edited.bulk.decide([1, 2], "accept all", accept)
    async with opened(article=None) as reader:
        await reader.press("g", "l", "tab")
        shown = "“Oldport” (GPE), in “River takes bridge”: status suggested → accepted by"
        await reader.until(lambda: shown in reader.shown())
        await reader.press("G", "g", "h")
        await reader.until(lambda: "History of “Thirty others” (missing)" in reader.shown())


async def test_what_others_do_is_followed(opened: Open, edited: Store) -> None:
    async with opened() as reader:
        await reader.press("g", "l", "j")
        decide(edited, ARTICLE.id, "accept", "Oldport")
        await reader.until(lambda: "accept “Oldport” (GPE)" in reader.shown())
        assert isinstance(reader.app.screen, LogScreen)
        assert reader.app.screen.groups.row == 2


async def test_a_store_without_edits_and_an_article_that_is_in_none(opened: Open) -> None:
    async with opened(article=None) as reader:
        await reader.press("g", "l")
        assert "0 edits" in reader.shown()
        await reader.press("t")
        assert "no edit is listed" in reader.shown()
        await reader.press("s")
        assert "this is the log of the whole store" in reader.shown()
    async with opened(article=Article(id="new", text="Rain.")) as reader:
        await reader.press("g", "l")
        assert "This article is not in the library yet" in reader.shown()


async def test_edits_are_by_whoever_the_configuration_names(opened: Open, store: Store) -> None:
    settings = Settings(annotator="cleo")
    async with opened(configuration=replace(NO_CONFIGURATION, settings=settings)) as reader:
        await reader.press("tab", "a")
        await reader.press("g", "l")
        assert "cleo" in reader.shown()
    assert store.log.annotators() == ["cleo"]
