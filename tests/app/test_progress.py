"""How far the library is and how good the machine was, on a screen of their own."""

import threading
from pathlib import Path

import pytest
from textual.widgets import Static

from annotations.model import Article, Entity, Status
from annotations.review import Change, accept, reject, relabel
from annotations.store import Store
from reader.screens.library.screen import LibraryScreen
from reader.screens.mistakes import MistakesScreen
from reader.screens.progress import ProgressScreen
from reader.services import progress_questions
from reader.services.progress_questions import DecisionsMeasured, Measuring
from reader.widgets.mistake_list import MistakeList
from reader.widgets.progress_list import ProgressList
from reader.widgets.status_line import StatusLine
from tests.app.driver import ARTICLE, DETECTOR, TEXT, Driver, Open, span, suggestions


def decide_all(store: Store) -> None:
    """One name is accepted, one relabelled, one turned down; the river is missed."""
    calder, bridge, *_, oldport = (
        each for each in store.annotations.of(ARTICLE.id) if each.layer == "entities"
    )
    found = span("river")
    river = Entity(start=found.start, end=found.end, text="river", label="LOC", status=Status.ADDED)
    changes = [
        Change(before=calder, after=accept(calder)),
        Change(before=bridge, after=relabel(bridge, "FAC")),
        Change(before=oldport, after=reject(oldport)),
        Change(before=None, after=river),
    ]
    store.edits.annotations(ARTICLE.id, "review", changes)


@pytest.fixture
def decided(store_path: Path, store: Store) -> Path:
    """The store after somebody has decided on the names."""
    decide_all(store)
    return store_path


def screen_of(reader: Driver) -> ProgressScreen:
    screen = reader.app.screen
    assert isinstance(screen, ProgressScreen)
    return screen


def rows(reader: Driver) -> list[str]:
    """What the list in front says, without its blanks and bars."""
    screen = reader.app.screen
    listed = screen.query_one(ProgressList if isinstance(screen, ProgressScreen) else MistakeList)
    width = listed.line_width
    lines = ("".join(part.text for part in listed.draw(row, width)) for row in range(listed.count))
    return [" ".join(line.split()).rstrip("█▏▎▍▌▋▊▉ ") for line in lines]


def said(reader: Driver) -> str:
    return str(reader.app.screen.query_one(StatusLine).render())


async def go_to(reader: Driver, begun: str) -> None:
    row = next(at for at, text in enumerate(rows(reader)) if text.startswith(begun))
    await reader.press(*str(row + 1), "G")


async def test_from_the_library_with_all_that_is_known(decided: Path, opened: Open) -> None:
    async with opened(article=None, path=decided) as reader:
        await reader.press("g", "s")
        shown = rows(reader)
        assert shown[:6] == [
            "Articles: 1",
            "new 0 0%",
            "in progress 1 100%",
            "put off 0 0%",
            "reviewed 0 0%",
            "excluded 0 0%",
        ]
        assert "in all 4 of 7 57%" in shown
        assert "names 4 of 4 100%" in shown
        assert "quotes 0 of 1 0%" in shown
        assert "names 3 1 1 1 1 33.3 - -" in shown
        assert "PERSON 1 1 0 0 0 100.0 - -" in shown
        assert "1 article with decisions; none reviewed in full yet, so no recall" in shown
        assert "57% decided" in said(reader)
        await reader.press("escape")
        assert isinstance(reader.app.screen, LibraryScreen)


async def test_from_an_article_and_back(decided: Path, opened: Open) -> None:
    async with opened(path=decided) as reader:
        await reader.press("g", "s")
        assert "Articles: 1" in rows(reader)
        await reader.press("q")
        assert reader.screen.article.id == ARTICLE.id


async def test_where_nothing_is_decided_yet(opened: Open) -> None:
    async with opened(article=None) as reader:
        await reader.press("g", "s")
        assert "Nothing that was suggested is decided yet." in rows(reader)
        assert "Nobody has decided anything yet." in rows(reader)
        assert "6 wait for a decision" in rows(reader)


async def test_without_an_article_or_a_library_it_says_so(opened: Open, tmp_path: Path) -> None:
    async with opened(article=None, path=tmp_path / "none.db") as reader:
        await reader.press("g", "s")
        assert "no article here yet" in said(reader)
    async with opened(path=tmp_path / "none.db") as reader:
        await reader.press("g", "s")
        assert "no library yet" in said(reader)


async def test_the_cursor_passes_over_headings(decided: Path, opened: Open) -> None:
    async with opened(article=None, path=decided) as reader:
        await reader.press("g", "s")
        listed = screen_of(reader).query_one(ProgressList)
        assert listed.row == 1
        await reader.press("j", "j", "j", "j", "j")
        assert rows(reader)[listed.row].startswith("in all")
        await reader.press("k")
        assert rows(reader)[listed.row].startswith("excluded")
        await reader.press("g", "g")
        assert listed.row == 1


async def test_a_heading_that_has_gone_out_of_view_stays_above(decided: Path, opened: Open) -> None:
    async with opened(article=None, path=decided, size=(80, 9)) as reader:
        await reader.press("g", "s")
        heading = screen_of(reader).query_one("#progress-heading", Static)
        assert str(heading.render()) == "Progress"
        await go_to(reader, "PERSON")
        await reader.press("j", "j", "j", "j", "j")
        assert str(heading.render()).startswith("Precision so far")
        await reader.press("g", "g")
        assert str(heading.render()) == "Progress"


async def test_enter_lists_the_articles_of_a_state(decided: Path, opened: Open) -> None:
    async with opened(article=None, path=decided) as reader:
        await reader.press("g", "s", "j", "enter")
        assert reader.library.wanted.terms
        assert "is:begun" in reader.shown()


async def test_lines_that_lead_nowhere_say_so(decided: Path, opened: Open) -> None:
    async with opened(article=None, path=decided) as reader:
        await reader.press("g", "s", "G", "enter")
        assert "leads nowhere" in said(reader)


async def test_enter_on_a_label_lists_what_was_wrong_and_leads_there(
    decided: Path, opened: Open
) -> None:
    async with opened(article=None, path=decided) as reader:
        await reader.press("g", "s")
        await go_to(reader, "names 3")
        await reader.press("enter")
        assert isinstance(reader.app.screen, MistakesScreen)
        begun = ("missed LOC ", "ORG → FAC ", "rejected GPE ")
        found = zip(rows(reader), begun, strict=True)
        assert all(row.startswith(what) for row, what in found)
        assert "3 mistakes" in said(reader)
        await reader.press("j", "enter")
        assert reader.focused == "Marrow Bridge"
        await reader.press("q", "G", "enter")
        assert reader.view.reading.cursor == TEXT.index("Oldport")


async def test_what_was_wrong_in_the_open_article_leads_back_to_it(
    decided: Path, opened: Open
) -> None:
    async with opened(path=decided) as reader:
        article = reader.screen
        await reader.press("g", "s")
        await go_to(reader, "ORG")
        await reader.press("enter", "enter")
        await reader.until(lambda: reader.app.screen is article)
        assert reader.focused == "Marrow Bridge"


async def test_a_kind_of_which_nothing_was_wrong(decided: Path, opened: Open) -> None:
    async with opened(article=None, path=decided) as reader:
        await reader.press("g", "s")
        await go_to(reader, "PERSON")
        await reader.press("enter")
        text = str(reader.app.screen.query_one("#no-mistakes", Static).render())
        assert text.startswith("Nothing was wrong")
        await reader.press("q")
        assert isinstance(reader.app.screen, ProgressScreen)


async def test_what_was_wrong_is_narrowed_by_words(decided: Path, opened: Open) -> None:
    async with opened(article=None, path=decided) as reader:
        await reader.press("g", "s")
        await go_to(reader, "names 3")
        await reader.press("enter", "slash")
        await reader.type("fac bridge\r")
        assert len(rows(reader)) == 1
        assert "1 mistake for “fac bridge”" in said(reader)
        await reader.press("escape")
        assert len(rows(reader)) == 3
        await reader.press("escape")
        assert isinstance(reader.app.screen, ProgressScreen)


async def test_edits_are_undone_from_there(decided: Path, opened: Open) -> None:
    async with opened(article=None, path=decided) as reader:
        await reader.press("g", "s")
        await go_to(reader, "names 3")
        await reader.press("enter", "U")
        await reader.until(lambda: not rows(reader))
        assert "undid" in said(reader)
        await reader.press("q", "ctrl+y")
        await reader.until(lambda: "names 3 1 1 1 1 33.3 - -" in rows(reader))


async def test_it_follows_what_others_decide(store: Store, opened: Open) -> None:
    async with opened(article=None) as reader:
        await reader.press("g", "s")
        decide_all(store)
        await reader.until(lambda: "names 3 1 1 1 1 33.3 - -" in rows(reader))


async def test_it_follows_what_was_decided_in_an_article_over_it(
    decided: Path, opened: Open
) -> None:
    async with opened(article=None, path=decided) as reader:
        await reader.press("g", "s")
        await go_to(reader, "ORG")
        await reader.press("enter", "enter", "x", "q")
        await reader.until(lambda: rows(reader)[0].startswith("rejected ORG"))
        await reader.press("q")
        await reader.until(lambda: "names 3 1 0 2 1 33.3 - -" in rows(reader))


async def test_many_articles_are_measured_part_by_part(
    decided: Path, store: Store, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress_questions, "_AT_ONCE", 0)
    monkeypatch.setattr(progress_questions, "_BLOCK", 2)
    for number in range(5):
        article_id = f"more-{number}"
        store.articles.add_one(Article(id=article_id, text=TEXT))
        store.runs.record(article_id, DETECTOR, suggestions())
        first = store.annotations.of(article_id)[0]
        store.edits.annotations(article_id, "a", [Change(before=first, after=accept(first))])
    async with opened(article=None, path=decided) as reader:
        await reader.press("g", "s")
        assert "PERSON 6 6 0 0 0 100.0 - -" in rows(reader)


async def test_keys_do_not_wait_until_all_is_measured(
    decided: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    measure = Measuring._measure

    def wait(self: Measuring, store: Store) -> DecisionsMeasured:
        go_on.wait(10)
        return measure(self, store)

    monkeypatch.setattr(Measuring, "_measure", wait)
    async with opened(article=None, path=decided) as reader:
        reader.hand_over("gsj")
        await reader.until(lambda: isinstance(reader.app.screen, ProgressScreen))
        await reader.until(lambda: screen_of(reader).query_one(ProgressList).row == 2)
        assert "is being measured …" in rows(reader)
        go_on.set()
        await reader.settle()
        assert "names 3 1 1 1 1 33.3 - -" in rows(reader)
